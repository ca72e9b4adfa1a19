import type { ReactNode } from 'react';

export interface FactProps {
  term: string;
  /** Of the value. */
  className?: string | undefined;
  children: ReactNode;
}

/** A term and its value in a list of facts (`<dl>`). */
export function Fact({ term, className, children }: FactProps) {
  return (
    <>
      <dt>{term}</dt>
      <dd className={className}>{children}</dd>
    </>
  );
}
