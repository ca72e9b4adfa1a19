import type { InputHTMLAttributes, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { seenLine, seenText } from '../../shared/typed-text.ts';
import { Labelled, type LabelledProps } from './labelled.tsx';
import { NumberInput, type NumberInputProps } from './number-input.tsx';
import { typedInto } from './typed-into.ts';

/** What stands around every control of a form; see `Labelled`. */
type Labelling = Omit<LabelledProps, 'children'>;
type WithoutValue<Attributes> = Omit<Attributes, keyof Labelling | 'value' | 'onChange' | 'className'>;

interface TextValue {
  value: string;
  onChange: (text: string) => void;
}

export interface TextFieldProps extends Labelling, TextValue, WithoutValue<InputHTMLAttributes<HTMLInputElement>> {
  /** The form in which what is typed is kept; of a line of words by default. */
  keptAs?: (typed: string) => string;
}

/** A line of text with its label, help and problem. */
export function TextField({
  label,
  required = false,
  help,
  problem,
  width = 'half',
  keptAs = seenLine,
  onChange,
  ...input
}: TextFieldProps) {
  return (
    <Labelled label={label} required={required} help={help} problem={problem} width={width}>
      {(control) => <input {...control} {...input} {...typedInto(keptAs, onChange)} />}
    </Labelled>
  );
}

export interface NumberFieldProps extends Labelling, Omit<NumberInputProps, keyof Labelling | 'className'> {}

/** A number with its label, help and problem. */
export function NumberField({ label, required = false, help, problem, width = 'half', ...input }: NumberFieldProps) {
  return (
    <Labelled label={label} required={required} help={help} problem={problem} width={width}>
      {(control) => <NumberInput {...control} {...input} />}
    </Labelled>
  );
}

export interface TextAreaFieldProps
  extends Labelling, TextValue, WithoutValue<TextareaHTMLAttributes<HTMLTextAreaElement>> {
  ref?: Ref<HTMLTextAreaElement>;
  className?: string | undefined;
}

/** Several lines of text with their label, help and problem. */
export function TextAreaField({
  label,
  required = false,
  help,
  problem,
  width = 'half',
  className = '',
  onChange,
  ...textarea
}: TextAreaFieldProps) {
  return (
    <Labelled label={label} required={required} help={help} problem={problem} width={width}>
      {(control) => <textarea {...control} {...textarea} className={className} {...typedInto(seenText, onChange)} />}
    </Labelled>
  );
}

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  disabled?: boolean;
}

/** Options that are called as their values are, or as `words` says. */
export const optionsOf = <const Value extends string>(
  values: readonly Value[],
  words?: Readonly<Record<Value, string>>,
): SelectOption<Value>[] => values.map((value) => ({ value, label: words?.[value] ?? value }));

export interface SelectProps<Value extends string> extends WithoutValue<SelectHTMLAttributes<HTMLSelectElement>> {
  options: readonly SelectOption<Value>[];
  value: NoInfer<Value>;
  onChange: (value: Value) => void;
  className?: string | undefined;
}

/** One of some options, for toolbars and rows, where `aria-label` names it. */
export function Select<Value extends string>({ options, onChange, className = '', ...select }: SelectProps<Value>) {
  const choose = (value: string): void => {
    const option = options.find((candidate) => candidate.value === value);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <select {...select} className={className} onChange={(event) => choose(event.target.value)}>
      {options.map(({ label, ...option }) => (
        <option key={option.value} {...option}>
          {label}
        </option>
      ))}
    </select>
  );
}

export type SelectFieldProps<Value extends string> = Labelling & SelectProps<Value>;

/** One of some options with its label, help and problem. */
export function SelectField<Value extends string>({
  label,
  required = false,
  help,
  problem,
  width = 'half',
  ...select
}: SelectFieldProps<Value>) {
  return (
    <Labelled label={label} required={required} help={help} problem={problem} width={width}>
      {(control) => <Select {...control} {...select} />}
    </Labelled>
  );
}
