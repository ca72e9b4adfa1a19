import {
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type AnchorHTMLAttributes,
  type ButtonHTMLAttributes,
  type MouseEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { Tip } from './tip.tsx';
import css from './reason-button.module.css';

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

/** What a button looks like, for those of the library that cannot say a reason. */
export const buttonLook = (kind: NonNullable<ReasonButtonProps['kind']>): string => `${css.button} ${css[kind] ?? ''}`;

/** The one button of the page. */
export function ReasonButton({ reason = null, ...button }: ReasonButtonProps) {
  const own = useId();
  const id = button.id ?? own;
  const keepFocus = useKeptFocus(id);
  const shown = { ...button, ...keepFocus(button), id };
  return reason === null ? <Pressable {...shown} /> : <Greyed {...shown} reason={reason} />;
}

type FocusHandlers = Pick<ButtonProps, 'onFocus' | 'onBlur'>;

/** Pressable and greyed are two elements: whoever waits on the one with the keyboard stands on the other when they change places. */
function useKeptFocus(id: string): (given: FocusHandlers) => FocusHandlers {
  /** The page it stands on, which may be the second window's. */
  const held = useRef<Document | null>(null);
  useLayoutEffect(() => {
    const page = held.current;
    // The element that is gone tells no blur; the focus has fallen to the page.
    if (page !== null && page.activeElement === page.body) page.getElementById(id)?.focus();
  });
  return ({ onFocus, onBlur }) => ({
    onFocus: (event) => {
      held.current = event.currentTarget.ownerDocument;
      onFocus?.(event);
    },
    onBlur: (event) => {
      held.current = null;
      onBlur?.(event);
    },
  });
}

/** A link that looks like a button: it fetches a file. */
export const ButtonLink = ({ children, ...rest }: Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'className'>) => (
  <a {...rest} className={`${css.button} ${css.link}`}>
    {children}
  </a>
);

type ButtonProps = Omit<ReasonButtonProps, 'reason'>;

function Pressable({ kind = 'plain', busy = false, keyHint, onClick, children, className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={busy}
      aria-disabled={busy}
      {...rest}
      className={`${buttonLook(kind)} ${className}`}
      onClick={busy ? swallow : onClick}
    >
      <ButtonLabel keyHint={keyHint}>{children}</ButtonLabel>
    </button>
  );
}

/** Never `disabled`, which would take it out of the tab order and silence its reason. */
function Greyed({
  kind = 'plain',
  busy = false,
  keyHint,
  children,
  className = '',
  reason,
  ...rest
}: ButtonProps & { reason: string }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const say = (event: MouseEvent): void => {
    swallow(event);
    setOpen(true);
    setSaid(reason);
  };
  return (
    <Tip text={reason} open={open} onOpenChange={setOpen}>
      <button
        type="button"
        {...rest}
        aria-busy={busy}
        aria-disabled
        aria-describedby={id}
        className={`${buttonLook(kind)} ${className}`}
        onClick={say}
      >
        <ButtonLabel keyHint={keyHint}>{children}</ButtonLabel>
        <span id={id} hidden>
          {reason}
        </span>
        <span role="status" className="unseen">
          {said}
        </span>
      </button>
    </Tip>
  );
}

export function ButtonLabel({ keyHint, children }: { keyHint: string | undefined; children: ReactNode }) {
  return (
    <>
      {children}
      {keyHint !== undefined && <kbd>{keyHint}</kbd>}
    </>
  );
}

function swallow(event: MouseEvent): void {
  // A submit button that says why it cannot be pressed must not submit.
  event.preventDefault();
}
