import type { ReactNode } from 'react';
import css from './screen-head.module.css';

export interface ScreenHeadProps {
  title: ReactNode;
  /** What tells this one from others: number, day, names; in one line, cut where the room ends. */
  facts?: ReactNode;
  /** The one state that matters now, as a `Tag`. */
  chip?: ReactNode;
  /** What can be done here, at the right; the last is 更多. */
  children?: ReactNode;
}

/** The one header of a screen, 44 px; one stop of F6. */
export const ScreenHead = ({ title, facts, chip, children }: ScreenHeadProps) => (
  <header className={css.head} data-pane>
    <h1 className={css.title}>{title}</h1>
    <div className={css.facts}>{facts}</div>
    {chip}
    {children !== undefined && <div className={css.acts}>{children}</div>}
  </header>
);
