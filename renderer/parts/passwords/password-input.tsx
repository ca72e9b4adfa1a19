import { useState } from 'react';
import type { ControlProps } from '../../ui/labelled.tsx';
import css from './password-input.module.css';

export interface PasswordInputProps {
  control: ControlProps;
  name: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  autoFocus?: boolean;
  onLeave?: () => void;
}

/** A password box that says when Caps Lock would spoil the password. */
export function PasswordInput({
  control,
  name,
  value,
  onChange,
  autoComplete,
  autoFocus = false,
  onLeave,
}: PasswordInputProps) {
  const [caps, setCaps] = useState(false);
  return (
    <>
      <input
        {...control}
        type="password"
        name={name}
        value={value}
        maxLength={128}
        autoComplete={autoComplete}
        // The person came to type the password; nothing else is on this page to read first.
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
        onKeyUp={(event) => setCaps(event.getModifierState('CapsLock'))}
      />
      {caps && (
        <p role="status" className={css.caps}>
          大写锁定开着。
        </p>
      )}
    </>
  );
}
