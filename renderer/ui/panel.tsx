import type { ReactNode } from 'react';

export interface PanelProps {
  title: string;
  /** Beside the title: a count, a button. */
  note?: ReactNode;
  children: ReactNode;
}

/** A surface of a screen with its heading; one stop of F6. */
export function Panel({ title, note, children }: PanelProps) {
  return (
    <section className="panel" aria-label={title} data-pane>
      <header className="panel-head">
        <h2>{title}</h2>
        <div className="panel-note">{note}</div>
      </header>
      {children}
    </section>
  );
}
