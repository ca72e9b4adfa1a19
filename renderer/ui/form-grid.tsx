import type { ReactNode } from 'react';
import css from './form-grid.module.css';

interface GroupProps {
  className?: string | undefined;
  children: ReactNode;
}

/** Fields in two columns, in one where there is no room; `width="full"` takes both. */
export const FormGrid = ({ className = '', children }: GroupProps) => (
  <div className={`${css.grid} ${className}`}>{children}</div>
);

/** A field with the button that belongs to it. */
export const FieldAndButton = ({ children }: { children: ReactNode }) => (
  <span className={css.withButton}>{children}</span>
);

/** Repeated fields one below the other, with a button below them to add one. */
export const FieldLines = ({ className = '', width = 'half', children }: GroupProps & { width?: 'half' | 'full' }) => (
  <div className={`${css.lines} ${className}`} data-width={width}>
    {children}
  </div>
);
