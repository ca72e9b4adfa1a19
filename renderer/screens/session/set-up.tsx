import { useState, type SubmitEvent } from 'react';
import { flushSync } from 'react-dom';
import type { SessionState } from '../../../shared/contract/session.ts';
import { api } from '../../data/api.ts';
import { officeDraft, officeProblems } from '../../parts/office/office-problems.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { SessionContext } from '../../data/session.ts';
import { Gate } from './gate.tsx';
import { PractiseButton } from './practise-button.tsx';
import { RecoveryLetter } from '../../parts/passwords/recovery-letter.tsx';
import { emptyDraft, namedUnits, personProblems, unitProblems, type SetUpDraft } from './set-up-draft.ts';
import { FirstPersonStep, OfficeStep, UnitsStep } from './set-up-steps.tsx';
import css from './gate.module.css';
import { ActBar } from '../../ui/act-bar.tsx';

const STEPS = ['机关', '科室', '第一个人', '恢复信'] as const;
type StepIndex = 0 | 1 | 2;

export interface SetUpProps {
  session: SessionState;
  onEntered: (session: SessionState) => void;
  /** A backup is to be restored instead. */
  onRestore: () => void;
}

/** The first start: office, units, first person; then the recovery letter. Nothing is written before all three are there. */
export function SetUp({ session, onEntered, onRestore }: SetUpProps) {
  const [draft, setDraft] = useState<SetUpDraft>(emptyDraft);
  const [step, setStep] = useState<StepIndex>(0);
  const { make, busy, error, profile } = useNewProfile();
  const [asked, setAsked] = useState(false);
  const goTo = (next: StepIndex): void => {
    setAsked(false);
    setStep(next);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (busy) return;
    if (isFaulty(draft, step)) askAtFields(event.currentTarget, () => setAsked(true));
    else if (step === 2) void make(draft);
    else goTo(step === 0 ? 1 : 2);
  };
  const given = { draft, onChange: setDraft, asked };
  return (
    <SessionContext value={session}>
      <Gate title="启用案卷工作站" subtitle="所有材料只存在这台电脑上，并且加密。" wide help="启用">
        <StepLine current={profile === undefined ? step : 3} />
        {profile !== undefined ? (
          <div className={css.form}>
            <RecoveryLetter ticket={profile.recoveryLetter} onKept={() => onEntered(profile.state)} />
          </div>
        ) : (
          <form key={step} ref={focusFirst} className={css.form} onSubmit={submit}>
            {step === 0 && <OfficeStep {...given} />}
            {step === 1 && <UnitsStep {...given} />}
            {step === 2 && <FirstPersonStep {...given} />}
            <RefusalNote error={error} />
            <ActBar>
              {step === 0 && (
                <>
                  {session.host.canPractise && session.practice === null && <PractiseButton host={session.host} />}
                  <ReasonButton kind="quiet" onClick={onRestore} data-testid="restore-instead">
                    以前用过，从备份恢复
                  </ReasonButton>
                </>
              )}
              {step > 0 && <ReasonButton onClick={() => goTo(step === 2 ? 1 : 0)}>上一步</ReasonButton>}
              <ReasonButton kind="primary" type="submit" busy={busy} data-testid="set-up-next">
                {busy ? '正在建立加密档案…' : step === 2 ? '建立' : '下一步'}
              </ReasonButton>
            </ActBar>
          </form>
        )}
      </Gate>
    </SessionContext>
  );
}

/** Each step begins where it is filled in. */
const focusFirst = (form: HTMLFormElement | null): void => form?.querySelector('input')?.focus();

const isFaulty = ({ office, units, ...person }: SetUpDraft, step: StepIndex): boolean =>
  Object.keys([officeProblems(office), unitProblems(units), personProblems(person)][step] ?? {}).length > 0;

/** Says what is wrong at the fields, and goes to the first of them. */
function askAtFields(form: HTMLFormElement, ask: () => void): void {
  flushSync(ask);
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

/** Makes the encrypted profile of a bureau; with it comes the recovery letter. */
function useNewProfile() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [profile, setProfile] = useState<{ state: SessionState; recoveryLetter: string }>();
  const make = async ({ office, units, person, password }: SetUpDraft): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      setProfile(
        await api.session.setUp({
          office: officeDraft(office),
          units: namedUnits(units),
          person: { ...person, name: person.name.trim() },
          password: password.text,
        }),
      );
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  };
  return { make, busy, error, profile };
}

function StepLine({ current }: { current: number }) {
  return (
    <ol className={css.steps}>
      {STEPS.map((name, index) => (
        <li
          key={name}
          aria-current={index === current ? 'step' : undefined}
          data-done={index < current ? '' : undefined}
        >
          {index + 1}　{name}
        </li>
      ))}
    </ol>
  );
}
