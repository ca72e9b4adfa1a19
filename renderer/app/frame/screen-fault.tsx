import type { ErrorComponentProps } from '@tanstack/react-router';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import css from './frame.module.css';

/** What stands in the place of a screen that broke. */
export function ScreenFault({ error, reset }: ErrorComponentProps) {
  return (
    <div className={css.fault}>
      <RefusalNote error={error}>
        <ReasonButton onClick={reset}>再打开一次</ReasonButton>
      </RefusalNote>
    </div>
  );
}
