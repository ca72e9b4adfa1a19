import { Labelled, type LabelledProps } from '../../ui/labelled.tsx';
import { DateInput } from './date-input.tsx';

export interface DateFieldProps extends Omit<LabelledProps, 'children'> {
  name?: string;
  /** `YYYY-MM-DD`; empty until it is filled in. */
  value: string;
  onChange: (day: string) => void;
}

/** A day with its label, help and problem. */
export function DateField({ name, value, onChange, ...labelling }: DateFieldProps) {
  return (
    <Labelled {...labelling}>
      {(control) => <DateInput {...control} name={name} value={value} onChange={onChange} />}
    </Labelled>
  );
}
