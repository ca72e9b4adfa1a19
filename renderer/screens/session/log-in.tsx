import { lazy, Suspense, useRef, useState, type SubmitEvent } from 'react';
import type { SessionState } from '../../../shared/contract/session.ts';
import { plain } from '../../../shared/contract/sentences.ts';
import { api, refusalOf } from '../../data/api.ts';
import { ActBar } from '../../ui/act-bar.tsx';
import { Note } from '../../ui/note.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { Gate } from './gate.tsx';
import { KeyChangeNote } from './key-change-note.tsx';
import { PasswordInput } from '../../parts/passwords/password-input.tsx';
import { PersonCards } from './person-cards.tsx';
import { PractiseButton } from './practise-button.tsx';
import css from './gate.module.css';

const Recover = lazy(async () => ({ default: (await import('./recover.tsx')).Recover }));

export interface LogInProps {
  session: SessionState;
  /** Who worked here before the lock. */
  preselect: string | undefined;
  onEntered: (session: SessionState) => void;
  /** What is here is damaged, and a backup is to take its place. */
  onRestore: () => void;
}

/** Opens the locked profile with a person's password. */
export function LogIn({ session, preselect, onEntered, onRestore }: LogInProps) {
  const [personId, setPersonId] = useState(preselect ?? session.people[0]?.personId ?? '');
  const [password, setPassword] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [forgotten, setForgotten] = useState(false);
  const field = useRef<HTMLFormElement>(null);
  const { unlock, busy, error } = useUnlock(onEntered, () => setPassword(''));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setMissing(password === '');
    if (password === '') focusPassword(field.current);
    else void unlock({ personId, password });
  };
  if (forgotten) {
    return (
      <Suspense fallback={null}>
        <Recover session={session} personId={personId} onEntered={onEntered} onBack={() => setForgotten(false)} />
      </Suspense>
    );
  }
  return (
    <Gate
      title={session.officeName ?? '案卷工作站'}
      subtitle={session.officeName === null ? undefined : '案卷工作站'}
      help="登录"
    >
      <form ref={field} className={css.form} onSubmit={submit}>
        <PersonCards label="姓名" people={session.people} value={personId} onChange={setPersonId} />
        <Labelled label="密码" required width="full" problem={isMissing && password === '' ? '还没有输入密码。' : null}>
          {(control) => (
            <PasswordInput
              control={control}
              name="password"
              value={password}
              onChange={setPassword}
              autoComplete="current-password"
              autoFocus
            />
          )}
        </Labelled>
        <KeyChangeNote isOpening={busy} />
        {error === null && session.lockedBy !== null && <Note isAlert happened={plain(session.lockedBy)} />}
        <RefusalNote error={error}>
          {refusalOf(error)?.code === 'profile-damaged' && session.practice === null && (
            <ReasonButton onClick={onRestore}>从备份恢复</ReasonButton>
          )}
        </RefusalNote>
        <ActBar note={<OtherWays session={session} onForgotten={() => setForgotten(true)} />}>
          <ReasonButton kind="primary" type="submit" busy={busy} data-testid="unlock">
            {busy ? '正在打开…' : '打开'}
          </ReasonButton>
        </ActBar>
      </form>
    </Gate>
  );
}

/** For who cannot log in: a forgotten password, or nobody's yet. */
const OtherWays = ({ session, onForgotten }: Pick<LogInProps, 'session'> & { onForgotten: () => void }) => (
  <>
    <p>
      忘记密码，请系统管理员在“设置—人员”中重设，或者
      <ReasonButton kind="quiet" onClick={onForgotten}>
        用恢复信找回
      </ReasonButton>
    </p>
    {session.host.canPractise && session.practice === null && (
      <p>
        第一次用，可以
        <PractiseButton host={session.host} />
      </p>
    )}
  </>
);

const focusPassword = (form: HTMLFormElement | null): void =>
  form?.querySelector<HTMLInputElement>('[name=password]')?.focus();

/** One attempt after the other; the button stays busy once the door is open, until the screens are drawn. */
function useUnlock(onEntered: (session: SessionState) => void, onRefused: () => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const unlock = async (credentials: { personId: string; password: string }): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      onEntered(await api.session.unlock(credentials));
    } catch (fault) {
      setError(fault);
      onRefused();
      setBusy(false);
    }
  };
  return { unlock, busy, error };
}
