import { useState } from 'react';
import { capitalOf } from '../../../shared/chinese/capital.ts';
import type { FieldInputProps } from './field-input-props.ts';
import css from './field-input.module.css';

/** Keeps only what belongs to a number; full-width digits of a Chinese keyboard are read as digits. */
export function numberText(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replace(/[^\d.]/g, '');
  const [whole = '', ...rest] = plain.split('.');
  return rest.length === 0 ? whole : `${whole}.${rest.join('').slice(0, 2)}`;
}

/** A number; money also shows its amount in capitals (大写). */
export function NumberField({ field, id, value, onChange, locked, describedBy, invalid }: FieldInputProps) {
  const number = typeof value === 'number' ? value : null;
  const [typed, setTyped] = useState('');
  // What was typed stays as it was typed (12.), unless the value was changed from elsewhere.
  const shown = number !== null && Number(typed) === number ? typed : (number?.toString() ?? '');
  const take = (text: string): void => {
    const next = numberText(text);
    setTyped(next);
    onChange(next === '' || next === '.' ? null : Number(next));
  };
  return (
    <div className={css.number}>
      <input
        id={id}
        name={id}
        className="input"
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        readOnly={locked}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={(event) => take(event.target.value)}
      />
      {field.type === 'money' && (
        <span className={css.capital}>元{number === null ? '' : `　${capitalOf(number)}`}</span>
      )}
    </div>
  );
}
