import type { ReactNode } from 'react';
import css from './act-bar.module.css';

export interface ActBarProps {
  /** At the left: what is missing still, or why it cannot go on. */
  note?: ReactNode;
  /** The buttons, the primary one last. */
  children: ReactNode;
}

/** The one footer of acts, 52 px: papers, panes, wizards and dialogs end with it. It stays in sight while what stands above it scrolls. */
export const ActBar = ({ note, children }: ActBarProps) => (
  <div className={css.bar} data-act-bar>
    <div className={css.note}>{note}</div>
    <div className={css.acts}>{children}</div>
  </div>
);
