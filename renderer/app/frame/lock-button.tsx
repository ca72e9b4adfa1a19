import { useLockControl } from '../../screens/session/lock.ts';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';

/** Locks the workstation, by key on every screen and over every dialog. */
export function LockButton() {
  const { lock } = useLockControl();
  // Said on the button itself, as F3 is in its field.
  useKey('F8', lock, { name: '锁定', everywhere: true });
  useKey('Ctrl+L', lock, { everywhere: true });
  return (
    <ReasonButton onClick={lock} keyHint="F8" data-testid="lock">
      锁定
    </ReasonButton>
  );
}
