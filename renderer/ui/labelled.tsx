import { useId, type ReactNode } from 'react';
import { useHeldWhilePressed } from './held-while-pressed.ts';
import css from './labelled.module.css';

export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
  'aria-required': boolean;
}

export interface LabelledProps {
  label: string;
  required?: boolean;
  help?: ReactNode;
  /** What is wrong with the value, as a sentence. */
  problem?: string | null | undefined;
  /** `half` puts two on one line of a `FormGrid`. */
  width?: 'half' | 'full';
  /** Draws the control and gives it these attributes, which tie label, help and problem to it. */
  children: (control: ControlProps) => ReactNode;
}

/** One control of a form with its label, help and problem. */
export function Labelled({
  label,
  required = false,
  help,
  problem: found = null,
  width = 'half',
  children,
}: LabelledProps) {
  const id = useId();
  const problem = useHeldWhilePressed(found);
  const describedBy = [help !== undefined && `${id}-help`, problem !== null && `${id}-problem`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={css.labelled} data-width={width}>
      <label htmlFor={id}>
        {label}
        {!required && <span>（可不填）</span>}
      </label>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': problem !== null,
        'aria-required': required,
      })}
      {problem !== null && <Problem id={`${id}-problem`}>{problem}</Problem>}
      {help !== undefined && (
        <p id={`${id}-help`} className={css.help}>
          {help}
        </p>
      )}
    </div>
  );
}

/** What is wrong with what was entered, as a sentence. */
export const Problem = ({ id, children }: { id?: string; children: ReactNode }) => (
  <p id={id} className={css.problem} role="alert">
    {children}
  </p>
);
