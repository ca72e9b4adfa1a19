import type { ReactNode } from 'react';
import css from './panel.module.css';

export interface PanelProps {
  title: string;
  /** Beside the title: a count, a button. */
  note?: ReactNode;
  children: ReactNode;
}

/** A surface of a screen with its heading; one stop of F6. */
export function Panel({ title, note, children }: PanelProps) {
  return (
    <section className={css.panel} aria-label={title} data-pane>
      <header className={css.head}>
        <h2>{title}</h2>
        <div className={css.note}>{note}</div>
      </header>
      {children}
    </section>
  );
}

/** The same without a heading, where the screen says already what it holds. */
export const Surface = ({ className = '', children }: { className?: string | undefined; children: ReactNode }) => (
  <div className={`${css.panel} ${className}`}>{children}</div>
);
