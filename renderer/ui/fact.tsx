import type { ReactNode } from 'react';
import css from './fact.module.css';

export interface FactsProps {
  /** One after the other in a line, as the head of a screen has them; left out, each in its own line. */
  inLine?: boolean;
  'data-testid'?: string;
  /** `Fact`s. */
  children: ReactNode;
}

/** What is on record of something: terms and their values. */
export function Facts({ inLine = false, children, ...rest }: FactsProps) {
  return (
    <dl className={inLine ? css.inLine : css.facts} {...rest}>
      {children}
    </dl>
  );
}

export interface FactProps {
  term: string;
  /** Of the value. */
  className?: string | undefined;
  children: ReactNode;
}

/** A term and its value. */
export function Fact({ term, className, children }: FactProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className={className}>{children}</dd>
    </div>
  );
}
