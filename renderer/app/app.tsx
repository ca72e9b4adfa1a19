import { lazy, Suspense, useEffect, useState } from 'react';
import { config as configureZod } from 'zod/v4/core';
import { api, refusalOf } from '../data/api.ts';
import { FormDraftsContext, type FormDraftStores } from '../parts/drafts/form-draft-state.ts';
import { createFormDrafts } from '../parts/drafts/form-drafts.ts';
import { ReasonButton } from '../ui/reason-button.tsx';
import { RefusalNote } from '../parts/refusals/refusal-note.tsx';
import { Gate } from '../screens/session/gate.tsx';
import { LogIn } from '../screens/session/log-in.tsx';
import { type SessionInWindow, useSessionState } from './session-state.ts';
import css from './app.module.css';
import { DisplayContext, useDisplayState } from '../parts/display/display.ts';

// Before the first schema is made: the content policy refuses the code that zod would generate.
configureZod({ jitless: true });

const loadWorkbench = () => import('./workbench.tsx');
/** One after the other: made in one task, the schemas and the screens would hold back a letter of the password. */
async function warmWorkbench(): Promise<void> {
  await import('../../shared/case-file.ts');
  await loadWorkbench();
  await import('../screens/today/today-screen.tsx');
}
const Workbench = lazy(async () => ({ default: (await loadWorkbench()).Workbench }));
const Restore = lazy(async () => ({ default: (await import('../screens/session/restore.tsx')).Restore }));
const PracticeBand = lazy(async () => ({
  default: (await import('../screens/session/practice-band.tsx')).PracticeBand,
}));
const SetUp = lazy(async () => ({ default: (await import('../screens/session/set-up.tsx')).SetUp }));

/** The program in this window. In practice (练习) a band says so above all of it. */
export function App() {
  const [kept] = useState<FormDraftStores>(() => ({ choices: new Map(), drafts: createFormDrafts(api.formDrafts) }));
  const display = useDisplayState(kept.drafts);
  const inWindow = useSessionState(kept, display.recall);
  const stages = <Stages {...inWindow} kept={kept} display={display} />;
  if (inWindow.session === undefined || inWindow.session.practice === null) return stages;
  return (
    <div className={css.practice}>
      <Suspense fallback={null}>
        <PracticeBand host={inWindow.session.host} />
      </Suspense>
      <div className={css.rest}>{stages}</div>
    </div>
  );
}

interface StagesProps extends SessionInWindow {
  kept: FormDraftStores;
  display: ReturnType<typeof useDisplayState>;
}

/** The states before the screens: set-up, log-in and lock; then the workbench. */
function Stages({ session, place, error, askAgain, enter, leave, handOver, kept, display }: StagesProps) {
  // The log-in is painted first; the rest comes while the password is typed.
  useEffect(() => {
    if (session?.profile === 'locked') void warmWorkbench();
  }, [session?.profile]);

  const [restoring, setRestoring] = useState(false);
  if (restoring)
    return (
      <Suspense fallback={null}>
        <Restore
          canChooseFolder={session?.host.canChooseFolder ?? false}
          onEnd={() => {
            setRestoring(false);
            askAgain();
          }}
        />
      </Suspense>
    );
  const restore = (): void => setRestoring(true);
  if (error !== null)
    return (
      <Gate title="案卷工作站">
        <RefusalNote error={error}>
          <ReasonButton onClick={askAgain}>再试一次</ReasonButton>
          {refusalOf(error)?.code === 'profile-damaged' && <ReasonButton onClick={restore}>从备份恢复</ReasonButton>}
        </RefusalNote>
      </Gate>
    );
  if (session === undefined) return null;
  if (session.profile === 'locked')
    return <LogIn session={session} preselect={place?.personId} onEntered={enter} onRestore={restore} />;
  return (
    <Suspense fallback={null}>
      {session.profile === 'none' ? (
        <SetUp session={session} onEntered={enter} onRestore={restore} />
      ) : (
        <DisplayContext value={display}>
          <FormDraftsContext value={kept}>
            <Workbench session={session} place={place} onLocked={leave} onHandedOver={handOver} />
          </FormDraftsContext>
        </DisplayContext>
      )}
    </Suspense>
  );
}
