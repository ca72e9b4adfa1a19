import { useMemo, useState } from 'react';
import { causeNamed, causeSearchText, type Cause, suspectedName } from '../../../shared/causes/cause.ts';
import { useDefinitions } from '../../data/definitions.ts';
import type { ControlProps } from '../../ui/labelled.tsx';
import { useOptionFilter } from '../../ui/option-search.ts';
import { SearchCombobox, type FoundOption } from '../../ui/search-combobox.tsx';
import { useQueryOf } from '../../ui/use-query-text.ts';
import css from './causes.module.css';

export interface CauseInputProps extends Partial<ControlProps> {
  name: string;
  value: string;
  onChange: (name: string) => void;
  maxLength: number;
  autoFocus?: boolean;
}

const NONE: readonly Cause[] = [];
const MOST = 12;

/**
 * 案由, found by some of its letters or the first ones of its pinyin, or written freely. One of the catalogue carries what is known of it
 * into the case.
 */
export function CauseInput({ value, onChange, ...field }: CauseInputProps) {
  const causes = useDefinitions().data?.causes ?? NONE;
  const [used, setUsed] = useState(false);
  const matches = useOptionFilter(used);
  const search = useQueryOf(value, (text) => {
    setUsed(true);
    onChange(text);
  });
  // Nothing is looked for before something is typed, nor once it is one of the catalogue.
  const query = used && !causes.some((cause) => suspectedName(cause) === value) ? search.query : '';
  const options = useMemo(
    () =>
      query === ''
        ? []
        : causes
            .filter((cause) => matches(causeSearchText(cause), query))
            .slice(0, MOST)
            .map(optionOf),
    [causes, query, matches],
  );
  return (
    <>
      <SearchCombobox
        {...field}
        search={{ ...search, query }}
        options={options}
        isFound={search.isCurrent}
        none="目录中没有这个案由，可以照写"
        onChoose={(id) => {
          const chosen = causes.find((cause) => cause.id === id);
          if (chosen !== undefined) onChange(suspectedName(chosen));
        }}
        data-testid="cause-hits"
      />
      <CauseNote name={value} causes={causes} />
    </>
  );
}

const optionOf = (cause: Cause): FoundOption => ({
  id: cause.id,
  text: suspectedName(cause),
  group: cause.group,
  content: suspectedName(cause),
});

/** What the 案由 brings into the case, or that it brings nothing. */
function CauseNote({ name, causes }: { name: string; causes: readonly Cause[] }) {
  if (name.trim() === '' || causes.length === 0) return null;
  const cause = causeNamed(causes, name);
  return (
    <p className={css.note} data-testid="cause-note">
      {cause === undefined
        ? '自己写的案由：不带入适用的规定、询问提纲和证据清单。'
        : `目录中的案由：带入适用的规定、询问提纲${cause.questions.length}问、证据清单${cause.evidence.length}项，都可以改。`}
    </p>
  );
}
