import type { ReactNode } from 'react';
import css from './button-row.module.css';

export interface ButtonRowProps {
  className?: string | undefined;
  children: ReactNode;
}

/** Buttons side by side, with a word between them where there is one; the foot of a form or dialog is an `ActBar`. */
export const ButtonRow = ({ className = '', children }: ButtonRowProps) => (
  <div className={`${css.row} ${className}`}>{children}</div>
);
