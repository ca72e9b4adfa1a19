import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import css from './dialog.module.css';
import { isComposing } from './keys.ts';

export interface DialogProps {
  title: ReactNode;
  /** Esc or the cross. A press beside it does nothing: what was typed must not go by a slip of the mouse. */
  onClose: () => void;
  /** CSS width, or px at the standard text size; a dialog never grows out of the window. */
  width?: number | string;
  'data-testid'?: string;
  children: ReactNode;
}

const FIELD =
  'input:not([type="hidden"], [type="checkbox"], [type="radio"], [readonly]), textarea:not([readonly]), select, [contenteditable="true"]';
const CONTROL = 'a[href], button, input, select, textarea, video, audio, [tabindex="0"]';

/**
 * Something that must be dealt with before the screen goes on. The caret stands in its first field at once, Tab stays inside,
 * and the focus goes back to where it came from. Our own: the one of antd writes styles that the content policy refuses.
 */
export function Dialog({ title, onClose, width = 600, children, ...rest }: DialogProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useModal(box);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Tab' && box.current !== null) keepInside(event, box.current);
    // An open list inside takes the first Esc for itself.
    if (
      event.key !== 'Escape' ||
      (event.target instanceof Element && event.target.closest('[aria-expanded="true"]') !== null)
    )
      return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return createPortal(
    <div className={css.veil} onKeyDown={onKeyDown}>
      <div
        ref={box}
        role="dialog"
        aria-modal
        aria-labelledby={id}
        tabIndex={-1}
        className={css.box}
        style={{ width: typeof width === 'number' ? `${width / 15}rem` : width }}
        {...rest}
      >
        <header className={css.head}>
          <h2 id={id}>{title}</h2>
          <button type="button" className={css.close} aria-label="关闭" title="关闭（Esc）" onClick={onClose}>
            ×
          </button>
        </header>
        <div className={css.body}>{children}</div>
      </div>
    </div>,
    document.body,
  );
}

/**
 * While it is up the screen below takes no keys; afterwards the focus is where it was. All of it before the page is drawn: what comes up in
 * the dialog's place, such as the log-in after a lock, may want the focus at once.
 */
function useModal(box: { readonly current: HTMLElement | null }): void {
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    const root = document.getElementById('root');
    const own = box.current?.closest(`.${css.veil}`);
    root?.toggleAttribute('inert', true);
    if (box.current?.contains(document.activeElement) === false) firstStop(box.current).focus();
    return () => {
      root?.toggleAttribute(
        'inert',
        [...document.querySelectorAll(`.${css.veil}`)].some((veil) => veil !== own),
      );
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [box, before]);
}

/** The first field; where there is none, the first button that is not the cross. */
function firstStop(box: HTMLElement): HTMLElement {
  const field = [...box.querySelectorAll<HTMLElement>(FIELD)].find((item) => item.checkVisibility());
  return field ?? controlsIn(box)[1] ?? box;
}

const controlsIn = (box: HTMLElement): HTMLElement[] =>
  [...box.querySelectorAll<HTMLElement>(CONTROL)].filter(
    (control) => control.tabIndex >= 0 && control.checkVisibility(),
  );

function keepInside(event: KeyboardEvent, box: HTMLElement): void {
  const controls = controlsIn(box);
  const [from, to] = event.shiftKey ? [controls[0], controls.at(-1)] : [controls.at(-1), controls[0]];
  if (event.target !== from && event.target !== box) return;
  event.preventDefault();
  to?.focus();
}
