import type { SessionState } from '../../../shared/contract/session.ts';
import { Labelled } from '../../ui/labelled.tsx';

interface PersonSelectProps {
  label: string;
  people: SessionState['people'];
  value: string;
  onChange: (personId: string) => void;
}

/** Who of the office: the list of those who may log in. */
export function PersonSelect({ label, people, value, onChange }: PersonSelectProps) {
  return (
    <Labelled label={label} required width="full">
      {(control) => (
        <select
          {...control}
          name="person"
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {people.map((person) => (
            <option key={person.personId} value={person.personId}>
              {person.name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
