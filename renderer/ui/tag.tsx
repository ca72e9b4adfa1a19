import type { ReactNode } from 'react';
import css from './tag.module.css';

/** `alarm` is white on red, for what has gone wrong in law; `harm` is what is about to. */
export type TagTone = 'plain' | 'own' | 'good' | 'care' | 'harm' | 'alarm';

export interface TagProps {
  tone?: TagTone;
  /** Beside a name, smaller than it. */
  isMark?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** A word about a state, in its colour. */
export const Tag = ({ tone = 'plain', isMark = false, className = '', children }: TagProps) => (
  <span className={`${css.tag} ${isMark ? css.mark : ''} ${className}`} data-tone={tone}>
    {children}
  </span>
);
