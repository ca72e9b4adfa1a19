import type { ReactNode, Ref } from 'react';
import { ButtonRow } from './button-row.tsx';
import css from './note.module.css';

export interface NoteProps {
  /** What happened, in one sentence that stands out. */
  happened?: ReactNode;
  /** Read out at once: it came up while the person was at work. */
  isAlert?: boolean;
  /** Buttons that help further. */
  actions?: ReactNode;
  ref?: Ref<HTMLDivElement>;
  'data-testid'?: string;
  children?: ReactNode;
}

/** Something to read: it stays until it is read. */
export function Note({ happened, isAlert = false, actions, children, ...rest }: NoteProps) {
  return (
    <div className={css.note} role={isAlert ? 'alert' : undefined} data-note {...rest}>
      {happened !== undefined && <p className={css.happened}>{happened}</p>}
      {children}
      {Boolean(actions) && <ButtonRow className={css.actions}>{actions}</ButtonRow>}
    </div>
  );
}
