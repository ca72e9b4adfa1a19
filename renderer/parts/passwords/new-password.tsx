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
}: {
  value: NewPasswordValue;
  onChange: (value: NewPasswordValue) => void;
  width?: 'half' | 'full';
}) {
  // Whoever is at the second one has done with the first; while the second one is being typed, nothing is wrong with it yet.
  const problem = value.again === '' ? null : passwordProblem(value.text);
  const differs = value.again.length >= value.text.length && value.again !== '' && value.again !== value.text;
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
