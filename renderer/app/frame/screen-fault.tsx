import type { ErrorComponentProps } from '@tanstack/react-router';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';

/** What stands in the place of a screen that broke. */
export function ScreenFault({ error, reset }: ErrorComponentProps) {
  return (
    <div className="panel-body">
      <RefusalNote error={error}>
        <ReasonButton onClick={reset}>再打开一次</ReasonButton>
      </RefusalNote>
    </div>
  );
}
