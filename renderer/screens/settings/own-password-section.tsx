import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Labelled } from '../../ui/labelled.tsx';
import { queries } from '../../data/queries.ts';
import { NewPassword } from '../../parts/passwords/new-password.tsx';
import { PasswordInput } from '../../parts/passwords/password-input.tsx';
import { newPasswordProblem } from '../../parts/passwords/password-problem.ts';
import { SaveLine } from './save-line.tsx';
import css from './settings.module.css';
import { FormGrid } from '../../ui/form-grid.tsx';

const EMPTY = { text: '', again: '' };

/** 我的密码: a new password with the old one in hand. */
export function OwnPasswordSection() {
  const [old, setOld] = useState('');
  const [password, setPassword] = useState(EMPTY);
  const change = useMutation({
    ...queries.session.changePassword.mutationOptions(),
    onSuccess: () => {
      setOld('');
      setPassword(EMPTY);
    },
  });
  const reason = old === '' ? '请先输入现在的密码。' : newPasswordProblem(password.text, password.again);
  return (
    <section className={css.section} aria-label="我的密码">
      <FormGrid>
        <Labelled label="现在的密码" required>
          {(control) => (
            <PasswordInput
              control={control}
              name="old-password"
              value={old}
              onChange={setOld}
              autoComplete="current-password"
            />
          )}
        </Labelled>
        <div />
        <NewPassword value={password} onChange={setPassword} />
      </FormGrid>
      <SaveLine
        saving={change}
        reason={reason}
        label="改密码"
        onSave={() => change.mutate({ old, new: password.text })}
        data-testid="change-password"
      />
    </section>
  );
}
