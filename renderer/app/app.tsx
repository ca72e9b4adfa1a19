import { lazy, startTransition, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { config as configureZod } from 'zod/v4/core';
import type { SessionState } from '../../shared/contract/session.ts';
import { api } from '../data/api.ts';
import { FormDraftsContext, type FormDraftStores } from '../parts/drafts/form-draft-state.ts';
import { createFormDrafts } from '../parts/drafts/form-drafts.ts';
import { ReasonButton } from '../ui/reason-button.tsx';
import { RefusalNote } from '../parts/refusals/refusal-note.tsx';
import { LogIn } from '../screens/session/log-in.tsx';
import type { Place } from '../screens/session/place.ts';
import { TextSizeContext, useTextSizeState } from '../parts/display/text-size.ts';

// Before the first schema is made: the content policy refuses the code that zod would generate.
configureZod({ jitless: true });

const loadWorkbench = () => import('./workbench.tsx');
const Workbench = lazy(async () => ({ default: (await loadWorkbench()).Workbench }));
const SetUp = lazy(async () => ({ default: (await import('../screens/session/set-up.tsx')).SetUp }));

/** Forms this person left unsaved are there before the first screen asks for them. */
async function fetchKept({ choices, drafts }: FormDraftStores): Promise<void> {
  choices.clear();
  drafts.begin(await api.formDrafts.list());
}

/** What the workstation says first; it is open already when only the window was closed. */
async function whereItStands(kept: FormDraftStores): Promise<SessionState> {
  const state = await api.session.state();
  if (state.profile === 'open') await fetchKept(kept);
  return state;
}

/** The states before the screens: set-up, log-in and lock; then the workbench. */
export function App() {
  const [kept] = useState<FormDraftStores>(() => ({ choices: new Map(), drafts: createFormDrafts(api.formDrafts) }));
  const textSize = useTextSizeState(kept.drafts);
  const [session, setSession] = useState<SessionState>();
  const [error, setError] = useState<unknown>(null);
  const [place, setPlace] = useState<Place | null>(null);

  const ask = (): void =>
    void whereItStands(kept).then((state) => {
      textSize.recall();
      setSession(state);
    }, setError);
  const askFirst = useEffectEvent(ask);
  useEffect(() => askFirst(), []);
  // The log-in is painted first; the rest comes while the password is typed.
  useEffect(() => {
    if (session?.profile === 'locked') void loadWorkbench().then(() => import('../screens/today/today-screen.tsx'));
  }, [session?.profile]);

  /** The same person comes back to where the lock met them; anybody else begins at 今日. */
  const enter = async (next: SessionState): Promise<void> => {
    const back = place !== null && place.personId === next.operator?.personId;
    if (!back && session?.profile === 'locked') history.replaceState(null, '', '/');
    if (!back) {
      await fetchKept(kept);
      textSize.recall();
    }
    startTransition(() => {
      if (!back) setPlace(null);
      setSession(next);
    });
  };
  const come = (next: SessionState): void => void enter(next).catch(setError);
  const leave = (next: SessionState, left: Place | null): void => {
    kept.drafts.rest();
    setPlace(left);
    setSession(next);
  };

  if (error !== null) {
    return (
      <main className="opening">
        <RefusalNote error={error}>
          <ReasonButton
            onClick={() => {
              setError(null);
              ask();
            }}
          >
            再试一次
          </ReasonButton>
        </RefusalNote>
      </main>
    );
  }
  if (session === undefined) return null;
  if (session.profile === 'locked') return <LogIn session={session} preselect={place?.personId} onEntered={come} />;
  return (
    <Suspense fallback={null}>
      {session.profile === 'none' ? (
        <SetUp session={session} onEntered={come} />
      ) : (
        <TextSizeContext value={textSize}>
          <FormDraftsContext value={kept}>
            <Workbench session={session} place={place} onLocked={leave} />
          </FormDraftsContext>
        </TextSizeContext>
      )}
    </Suspense>
  );
}
