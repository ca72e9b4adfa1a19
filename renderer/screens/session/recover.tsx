import { useState, type SubmitEvent } from 'react';
import type { SessionState } from '../../../shared/contract/session.ts';
import { api } from '../../data/api.ts';
import { ActBar } from '../../ui/act-bar.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { Gate } from './gate.tsx';
import { NewPassword } from '../../parts/passwords/new-password.tsx';
import { newPasswordProblem } from '../../parts/passwords/password-problem.ts';
import { KeyChangeNote } from './key-change-note.tsx';
import { PersonSelect } from './person-select.tsx';
import css from './gate.module.css';

export interface RecoverProps {
  session: SessionState;
  personId: string;
  onEntered: (session: SessionState) => void;
  onBack: () => void;
}

/** A forgotten password: the code of the sealed recovery letter sets a new one. */
export function Recover({ session, personId: first, onEntered, onBack }: RecoverProps) {
  const [personId, setPersonId] = useState(first);
  const [code, setCode] = useState('');
  const [password, setPassword] = useState({ text: '', again: '' });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const reason = code.trim() === '' ? '请先输入恢复信上的恢复码。' : newPasswordProblem(password.text, password.again);

  const recover = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (busy || reason !== null) return;
    setBusy(true);
    setError(null);
    try {
      onEntered(await api.session.recover({ code: code.trim(), personId, password: password.text }));
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };
  return (
    <Gate title="用恢复信找回" subtitle="恢复信是启用工作站时打印、密封保存的那张纸。" help="用恢复信找回">
      <form className={css.form} onSubmit={(event) => void recover(event)}>
        <TextField
          label="恢复码"
          required
          width="full"
          help="照恢复信输入，分隔号和大小写不必一致。"
          name="code"
          value={code}
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          onChange={setCode}
        />
        <PersonSelect label="为谁重设" people={session.people} value={personId} onChange={setPersonId} />
        <NewPassword value={password} onChange={setPassword} width="full" />
        <KeyChangeNote isOpening={busy} />
        <RefusalNote error={error} />
        <ActBar>
          <ReasonButton onClick={onBack}>返回</ReasonButton>
          <ReasonButton kind="primary" type="submit" busy={busy} reason={reason} data-testid="recover">
            {busy ? '正在打开…' : '重设并打开'}
          </ReasonButton>
        </ActBar>
      </form>
    </Gate>
  );
}
