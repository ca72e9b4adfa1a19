import { ProgressBar } from 'react-aria-components/ProgressBar';
import css from './progress.module.css';

/** How far something is; `done` of `of`, in any unit. */
export function Progress({ label, done, of }: { label: string; done: number; of: number }) {
  return (
    <ProgressBar className={css.track ?? ''} aria-label={label} value={done} maxValue={Math.max(1, of)}>
      {({ percentage = 0 }) => <div className={css.done} style={{ width: `${percentage}%` }} />}
    </ProgressBar>
  );
}
