import { capitalOf } from '../../../shared/chinese/capital.ts';
import { NumberInput } from '../../ui/number-input.tsx';
import type { FieldInputProps } from './field-input-props.ts';
import css from './field-input.module.css';

/** A number; money also shows its amount in capitals (大写). */
export function Amount({ field, id, value, onChange, locked, describedBy, invalid }: FieldInputProps) {
  const number = typeof value === 'number' ? value : null;
  return (
    <div className={css.number}>
      <NumberInput
        id={id}
        name={id}
        value={number}
        readOnly={locked}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={onChange}
      />
      {field.type === 'money' && (
        <span className={css.capital}>元{number === null ? '' : `　${capitalOf(number)}`}</span>
      )}
    </div>
  );
}
