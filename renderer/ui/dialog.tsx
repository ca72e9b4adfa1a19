import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Icon } from './icon.tsx';
import css from './dialog.module.css';
import head from './layer-head.module.css';

export interface DialogProps {
  title: ReactNode;
  /** Esc or the cross. A press beside it does nothing: what was typed must not go by a slip of the mouse. */
  onClose: () => void;
  /** CSS width, or px at the standard text size; a dialog never grows out of the window. */
  width?: number | string;
  'data-testid'?: string;
  children: ReactNode;
}

/**
 * Something that must be dealt with before the screen goes on. The caret stands in its first field at once, Tab stays inside,
 * and the focus goes back to where it came from.
 */
export function Dialog({ title, onClose, width = 600, children, ...rest }: DialogProps) {
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} className={css.veil ?? ''}>
      <Modal className={css.box ?? ''} style={{ width: typeof width === 'number' ? `${width / 15}rem` : width }}>
        <AriaDialog className={css.dialog ?? ''} {...rest}>
          <header className={head.head}>
            <Heading slot="title">{title}</Heading>
            <Button slot="close" className={head.close ?? ''} aria-label="关闭">
              <Icon name="close" />
            </Button>
          </header>
          <Body>{children}</Body>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

const FIELD =
  'input:not([type="hidden"], [type="checkbox"], [type="radio"], [readonly]), textarea:not([readonly]), select, [contenteditable="true"]';
const CONTROL = 'a[href], button, input, select, textarea, video, audio, [tabindex="0"]';

/** Puts the caret into the first field, or where there is none on the first control, before the library would focus the box. */
function Body({ children }: { children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = body.current;
    if (box === null || box.contains(document.activeElement)) return;
    const shown = (selector: string): HTMLElement | undefined =>
      [...box.querySelectorAll<HTMLElement>(selector)].find((item) => item.tabIndex >= 0 && item.checkVisibility());
    (shown(FIELD) ?? shown(CONTROL))?.focus();
  }, []);
  return (
    <div ref={body} className={css.body}>
      {children}
    </div>
  );
}
