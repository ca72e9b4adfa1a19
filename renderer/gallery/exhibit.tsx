import type { ReactNode } from 'react';
import { Panel } from '../ui/panel.tsx';
import css from './gallery.module.css';

export interface ExhibitProps {
  title: string;
  /** The file of the widget and, in a word, when it is used. */
  note: string;
  children: ReactNode;
}

/** One widget in its states. */
export const Exhibit = ({ title, note, children }: ExhibitProps) => (
  <Panel title={title} note={note}>
    <div className={css.exhibit}>{children}</div>
  </Panel>
);
