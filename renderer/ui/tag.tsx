import type { ReactNode } from 'react';
import css from './tag.module.css';

/**
 * What a chip says beside its words: `overdue` (filled) is for what has gone wrong in law, `soon` for what is about to, `care` for what to
 * look at, `info` for what differs without being wrong.
 */
export const tagTones = ['neutral', 'info', 'good', 'care', 'soon', 'overdue'] as const;
export type TagTone = (typeof tagTones)[number];

export interface TagProps {
  tone?: TagTone;
  /** Beside a name, smaller than it. */
  isMark?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** A chip: a word about a state, in its colour. */
export const Tag = ({ tone = 'neutral', isMark = false, className = '', children }: TagProps) => (
  <span className={`${css.tag} ${isMark ? css.mark : ''} ${className}`} data-tone={tone}>
    {children}
  </span>
);
