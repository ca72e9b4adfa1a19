import { useState, type ButtonHTMLAttributes, type MouseEvent, type ReactNode, type Ref } from 'react';
import { Tip, type TipAnchor } from './tip.tsx';

export interface ReasonButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** `primary` once per screen; `quiet` in rows and toolbars. */
  kind?: 'primary' | 'plain' | 'quiet';
  /** Why it cannot be pressed now; the button greys, stays focusable, and says this on hover, focus and press. */
  reason?: string | null;
  /** Its work is under way: a second press does nothing. */
  busy?: boolean;
  /** Shown at the right of the label, e.g. F4; the key itself is bound by `useKey`. */
  keyHint?: string;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
}

/** The one button of the page. */
export function ReasonButton({ reason = null, ...button }: ReasonButtonProps) {
  if (reason === null) return <Bare {...button} />;
  return (
    <Tip text={reason}>{(anchor, show) => <Grey button={button} reason={reason} anchor={anchor} onSay={show} />}</Tip>
  );
}

type ButtonProps = Omit<ReasonButtonProps, 'reason'>;

function Bare({ kind = 'plain', busy = false, keyHint, onClick, children, className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={busy}
      aria-disabled={busy}
      {...rest}
      className={`button button-${kind} ${className}`}
      onClick={busy ? swallow : onClick}
    >
      {children}
      {keyHint !== undefined && <kbd>{keyHint}</kbd>}
    </button>
  );
}

function Grey({
  button,
  reason,
  anchor,
  onSay,
}: {
  button: ButtonProps;
  reason: string;
  anchor: TipAnchor;
  onSay: () => void;
}) {
  const [said, setSaid] = useState('');
  const say = (event: MouseEvent): void => {
    swallow(event);
    onSay();
    setSaid(reason);
  };
  const { children, ...rest } = button;
  return (
    <Bare {...rest} {...anchor} busy={false} aria-disabled onClick={say}>
      {children}
      <span role="status" className="unseen">
        {said}
      </span>
    </Bare>
  );
}

function swallow(event: MouseEvent): void {
  // A submit button that says why it cannot be pressed must not submit.
  event.preventDefault();
}
