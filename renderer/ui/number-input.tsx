import { useState, type ChangeEvent, type InputHTMLAttributes } from 'react';
import { numberIn, numberText } from './number-text.ts';

export interface NumberInputProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'value' | 'onChange' | 'type' | 'inputMode' | 'min' | 'max' | 'step'
> {
  value: number | null;
  /** Told at each key; null when the field is emptied. */
  onChange: (value: number | null) => void;
  /** Digits behind the point at most. */
  decimals?: number;
}

/**
 * A number that can be deleted and typed anew: until the field is left it shows what was typed (12.), then what holds. Own, because the
 * library's tells only when the field is left, and reads no full-width digits. Neither the mouse wheel nor an arrow key changes it by the way.
 */
export function NumberInput({ value, onChange, onBlur, decimals = 2, ...input }: NumberInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string): void => {
    const next = numberText(text, decimals);
    setTyped(next);
    onChange(numberIn(next));
  };
  const onType = ({ target, nativeEvent }: ChangeEvent<HTMLInputElement>): void => {
    // A text that is changed under an input method ends its composition.
    if (nativeEvent instanceof InputEvent && nativeEvent.isComposing) setTyped(target.value);
    else take(target.value);
  };
  return (
    <input
      autoComplete="off"
      {...input}
      type="text"
      inputMode={decimals === 0 ? 'numeric' : 'decimal'}
      value={typed ?? value?.toString() ?? ''}
      onChange={onType}
      onCompositionEnd={(event) => take(event.currentTarget.value)}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
