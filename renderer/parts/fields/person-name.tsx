import { useMemo, useState } from 'react';
import type { CasePerson } from '../../../shared/identity/case-person.ts';
import { isSameName } from '../../../shared/identity/person-name.ts';
import { useOptionFilter } from '../../ui/option-search.ts';
import { SearchCombobox, type FoundOption } from '../../ui/search-combobox.tsx';
import { useQueryOf } from '../../ui/use-query-text.ts';
import { textOf, type FieldInputProps } from './field-input-props.ts';
import { keptAs } from './typed-text.ts';
import css from './field-input.module.css';

/** Longest name a field without a limit of its own takes. */
const LONGEST = 64;

/** The name of somebody: typed, or picked from the people of the case (本案人员), which fills all that is asked of them. */
export function PersonName(props: FieldInputProps) {
  const { field, id, value, onChange, refs, describedBy, invalid } = props;
  const text = textOf(value);
  const [used, setUsed] = useState(false);
  const filter = useOptionFilter(used);
  const search = useQueryOf(text, (typed) => onChange(keptAs(field)(typed)));
  const { query } = search;
  const found = useMemo(() => {
    // Whose name stands there has been picked.
    if (refs.people.some(({ name }) => isSameName(name, query))) return [];
    return refs.people.filter(({ name }) => query === '' || filter(name, query)).map(optionOf);
  }, [refs.people, query, filter]);
  const pick = (personId: string): void => {
    const person = refs.people.find((candidate) => candidate.id === personId);
    if (person !== undefined) refs.onPerson(field, person);
  };
  return (
    <div onFocus={() => setUsed(true)}>
      <SearchCombobox
        id={id}
        name={id}
        search={{ ...search, query: found.length === 0 ? '' : query }}
        options={found}
        isFound={search.isCurrent}
        opensEmpty={found.length > 0 && text === ''}
        maxLength={field.max ?? LONGEST}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChoose={pick}
      />
    </div>
  );
}

function optionOf({ id, name, kind, idNumber, employer }: CasePerson): FoundOption {
  const more = [kind, employer, idNumber === '' ? '' : `证件尾号${idNumber.slice(-4)}`].filter((part) => part !== '');
  return {
    id,
    text: `${name}，${more.join('，')}`,
    content: (
      <>
        {name}
        <span className={css.personMore}>{more.join('　')}</span>
      </>
    ),
  };
}
