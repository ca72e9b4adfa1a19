import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useKey } from './keys.ts';
import { Icon } from './icon.tsx';
import css from './side-pane.module.css';
import head from './layer-head.module.css';

export interface SidePaneProps {
  title: string;
  onClose: () => void;
  /** For the status line. */
  closeHint: string;
  children: ReactNode;
}

/**
 * Something to read beside the screen, which stays in use; Esc closes it. Not a dialog, whose keys would stop those of the screen.
 * Own, because the widget library has only modal layers; its mark lets a pane opened from a dialog be reached.
 */
export function SidePane({ title, onClose, closeHint, children }: SidePaneProps) {
  const pane = useRef<HTMLElement>(null);
  const [before] = useState(() => document.activeElement);
  // What lies beside it stays in use, so that Esc must work from wherever the focus is, and before the dialog it was opened from.
  useKey('Esc', onClose, { hint: closeHint, everywhere: true, first: true });
  useLayoutEffect(() => {
    const box = pane.current;
    box?.focus();
    return () => {
      const left = document.activeElement;
      if ((left === document.body || box?.contains(left) === true) && before instanceof HTMLElement) before.focus();
    };
  }, [before]);
  return createPortal(
    <aside ref={pane} className={css.pane} aria-label={title} tabIndex={-1} data-pane data-react-aria-top-layer>
      <header className={head.head}>
        <h2>{title}</h2>
        <button type="button" className={head.close} aria-label="收起" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className={css.body}>{children}</div>
    </aside>,
    document.body,
  );
}
