import type { InputHTMLAttributes, ReactNode } from 'react';
import css from './choices.module.css';
import type { SelectOption } from './labelled-fields.tsx';

type ChoiceAttributes = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'onChange'>;

export interface CheckProps extends ChoiceAttributes {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}

/** A box to tick, with what it says behind it. */
export const Check = ({ children, onChange, ...input }: CheckProps) => (
  <label className={css.choice}>
    <input {...input} type="checkbox" onChange={(event) => onChange(event.target.checked)} />
    {children}
  </label>
);

export interface RadioProps extends ChoiceAttributes {
  name: string;
  checked: boolean;
  onChange: () => void;
  children: ReactNode;
}

/** One of the choices of a name. */
export const Radio = ({ children, onChange, ...input }: RadioProps) => (
  <label className={css.choice}>
    <input {...input} type="radio" onChange={() => onChange()} />
    {children}
  </label>
);

export interface ChoiceRowProps {
  legend: string;
  children: ReactNode;
}

/** Choices that belong together, all in view, across the whole form. */
export const ChoiceRow = ({ legend, children }: ChoiceRowProps) => (
  <fieldset className={css.row} data-width="full">
    <legend>{legend}</legend>
    {children}
  </fieldset>
);

export interface RadioRowProps<Value extends string> extends Omit<ChoiceRowProps, 'children'> {
  name: string;
  options: readonly SelectOption<Value>[];
  value: NoInfer<Value> | null;
  onChange: (value: Value) => void;
  /** Further controls of the row. */
  children?: ReactNode;
}

/** One of a few options, all in view. */
export function RadioRow<Value extends string>({
  legend,
  name,
  options,
  value,
  onChange,
  children,
}: RadioRowProps<Value>) {
  return (
    <ChoiceRow legend={legend}>
      {options.map((option) => (
        <Radio
          key={option.value}
          name={name}
          value={option.value}
          checked={value === option.value}
          onChange={() => onChange(option.value)}
        >
          {option.label}
        </Radio>
      ))}
      {children}
    </ChoiceRow>
  );
}
