import type { SessionState } from '../../../shared/contract/session.ts';
import { SelectField } from '../../ui/labelled-fields.tsx';

export interface PersonSelectProps {
  label: string;
  people: SessionState['people'];
  value: string;
  onChange: (personId: string) => void;
}

/** Who of the office: the list of those who may log in. */
export function PersonSelect({ label, people, value, onChange }: PersonSelectProps) {
  return (
    <SelectField
      label={label}
      required
      width="full"
      name="person"
      options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
