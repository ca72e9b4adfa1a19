import { Select } from '../../../ui/labelled-fields.tsx';

export interface PeopleSelectProps {
  label: string;
  /** The largest number that may be chosen. */
  most: number;
  readOnly: boolean;
  value: number;
  onChange: (people: number) => void;
}

/** How many people approve or sign. */
export function PeopleSelect({ label, most, readOnly, value, onChange }: PeopleSelectProps) {
  return (
    <Select
      aria-label={label}
      disabled={readOnly}
      options={Array.from({ length: most }, (_, index) => ({ value: String(index + 1), label: `${index + 1}人` }))}
      value={String(value)}
      onChange={(people) => onChange(Number(people))}
    />
  );
}
