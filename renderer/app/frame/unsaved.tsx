import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useLockControl } from '../../screens/session/lock.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';

/** The lock waits here when something could not be saved. */
export function Unsaved() {
  const { unsaved, lockAnyway, stay } = useLockControl();
  return (
    <RefusalNote error={unsaved} lead="还没有锁定，有内容没有存上：">
      <ReasonButton kind="primary" onClick={stay}>
        回去处理
      </ReasonButton>
      <ReasonButton onClick={lockAnyway}>不保存这一处，直接锁定</ReasonButton>
    </RefusalNote>
  );
}
