import { useState } from 'react';
import { Labelled } from '../../ui/labelled.tsx';
import { PasswordInput } from './password-input.tsx';
import { passwordProblem } from '../../../shared/identity/password.ts';
import { DIFFERENT } from './password-problem.ts';

export interface NewPasswordValue {
  text: string;
  again: string;
}

/** A new password, typed twice. */
export function NewPassword({
  value,
  onChange,
  width = 'half',
  asked = false,
}: {
  value: NewPasswordValue;
  onChange: (value: NewPasswordValue) => void;
  width?: 'half' | 'full';
  /** Somebody wanted to go on: what is missing is said too. */
  asked?: boolean;
}) {
  const [left, setLeft] = useState(false);
  // Whoever has left the first one has done with it; while the second one is being typed, nothing is wrong with it yet.
  const isDone = asked || value.again !== '' || (left && value.text !== '');
  const problem = isDone ? passwordProblem(value.text) : null;
  const isWhole = asked || (value.again !== '' && value.again.length >= value.text.length);
  const differs = isWhole && value.again !== value.text;
  return (
    <>
      <Labelled
        label="新密码"
        required
        width={width}
        problem={problem}
        help="至少 8 位，可以是一句好记的话的拼音，不用姓名、单位和人人都会先试的。密码只在您心里，工作站不保存它。"
      >
        {(control) => (
          <PasswordInput
            control={control}
            name="new-password"
            value={value.text}
            onChange={(text) => onChange({ ...value, text })}
            onLeave={() => setLeft(true)}
            autoComplete="new-password"
          />
        )}
      </Labelled>
      <Labelled label="再输一次" required width={width} problem={differs && problem === null ? DIFFERENT : null}>
        {(control) => (
          <PasswordInput
            control={control}
            name="new-password-again"
            value={value.again}
            onChange={(again) => onChange({ ...value, again })}
            autoComplete="new-password"
          />
        )}
      </Labelled>
    </>
  );
}
