import type { ReactNode } from 'react';
import css from './button-row.module.css';

export interface ButtonRowProps {
  /** At the right, as the foot of a dialog or form has it. */
  atEnd?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** Buttons side by side, with a word between them where there is one. */
export const ButtonRow = ({ atEnd = false, className = '', children }: ButtonRowProps) => (
  <div className={`${css.row} ${atEnd ? css.atEnd : ''} ${className}`}>{children}</div>
);
