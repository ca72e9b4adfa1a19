import type { SessionState } from '../../../shared/contract/session.ts';
import { PersonSelect, type PersonSelectProps } from './person-select.tsx';
import css from './person-cards.module.css';

/** More than fit the smallest window are a list that opens. */
const MOST_CARDS = 12;

/** Who works here now: everybody in sight to be pressed, in a small office; arrows go from one to the next. */
export function PersonCards({ label, people, value, onChange }: PersonSelectProps) {
  if (people.length > MOST_CARDS)
    return <PersonSelect label={label} people={people} value={value} onChange={onChange} />;
  return (
    <fieldset className={css.cards}>
      <legend>{label}</legend>
      {people.map((person) => (
        <Card
          key={person.personId}
          person={person}
          isChosen={person.personId === value}
          onChoose={() => onChange(person.personId)}
        />
      ))}
    </fieldset>
  );
}

interface CardProps {
  person: SessionState['people'][number];
  isChosen: boolean;
  onChoose: () => void;
}

const Card = ({ person: { personId, name }, isChosen, onChoose }: CardProps) => (
  <label className={css.card}>
    <input type="radio" name="person" value={personId} checked={isChosen} onChange={onChoose} />
    {name}
  </label>
);
