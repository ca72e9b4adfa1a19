import type { ReactNode } from 'react';
import css from './fault.module.css';

/** Why something cannot be shown, in one sentence, where it would have stood. */
export function Fault({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className={css.fault}>
      {children}
    </p>
  );
}
