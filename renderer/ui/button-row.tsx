import type { ReactNode } from 'react';
import { ActBar } from './act-bar.tsx';
import css from './button-row.module.css';

export interface ButtonRowProps {
  /** The foot of a dialog or form: an `ActBar` without a note. */
  atEnd?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** Buttons side by side, with a word between them where there is one. */
export const ButtonRow = ({ atEnd = false, className = '', children }: ButtonRowProps) =>
  atEnd ? <ActBar>{children}</ActBar> : <div className={`${css.row} ${className}`}>{children}</div>;
