import type { ReactNode } from 'react';
import './gate.css';

/** The quiet page before the screens: log-in, recovery, set-up. */
export function Gate({
  title,
  subtitle,
  wide = false,
  children,
}: {
  title: string;
  subtitle?: string | undefined;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <main className="gate" data-ready>
      <div className={wide ? 'gate-sheet gate-sheet-wide' : 'gate-sheet'}>
        <header className="gate-head">
          <h1>{title}</h1>
          {subtitle !== undefined && <p>{subtitle}</p>}
        </header>
        {children}
      </div>
    </main>
  );
}
