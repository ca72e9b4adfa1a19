import { ActBar } from '../../ui/act-bar.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';

interface TrayFootProps {
  /** Why the line in hand cannot be put away yet; null when it can. */
  reason: string | null;
  busy: boolean;
  /** What the primary button says and does. */
  name: string;
  keyHint?: string;
  onAct: () => void;
  onAside: () => void;
  'data-testid': string;
}

/** The foot of what is in hand: out of the tray, or to where it belongs. */
export const TrayFoot = ({ reason, busy, name, keyHint, onAct, onAside, ...rest }: TrayFootProps) => (
  <ActBar note={reason}>
    <ReasonButton data-testid="aside" onClick={onAside}>
      移出
    </ReasonButton>
    <ReasonButton kind="primary" data-primary keyHint={keyHint} reason={reason} busy={busy} onClick={onAct} {...rest}>
      {name}
    </ReasonButton>
  </ActBar>
);
