import type { ReactNode } from 'react';
import { ScreenHead } from '../../ui/screen-head.tsx';
import css from './gate.module.css';

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
    <main className={css.gate} data-ready>
      <div className={`${css.sheet} ${wide ? css.wide : ''}`}>
        <ScreenHead title={title} facts={subtitle} />
        {children}
      </div>
    </main>
  );
}
