import { useEffect, useEffectEvent, useRef } from 'react';
import type { CaseSummary } from '../../../shared/contract/households.ts';
import { Stage } from '../../../shared/procedure/procedure.ts';
import { useQuery } from '@tanstack/react-query';
import { caseStateWords } from '../../../shared/procedure/case-words.ts';
import { useDefinitions } from '../../data/definitions.ts';
import { queries } from '../../data/queries.ts';
import { useQueryText } from '../../ui/use-query-text.ts';
import css from './cases-screen.module.css';

/** Which cases the list shows; `query` is a part of a party's name, of the cause or the number. */
export interface CaseFilter {
  state: 'running' | CaseSummary['state'] | null;
  procedure: string | null;
  stage: Stage | null;
  officerId: string | null;
  query: string;
}

export const noFilter: CaseFilter = { state: null, procedure: null, stage: null, officerId: null, query: '' };

const states: readonly { value: string; label: string }[] = [
  { value: 'running', label: '未归档' },
  ...Object.entries(caseStateWords).map(([value, label]) => ({ value, label })),
];
const stages = Stage.options.map((value) => ({ value, label: value }));

interface CaseFiltersProps {
  filter: CaseFilter;
  onChange: (filter: CaseFilter) => void;
}

/** By state, procedure, stage and officer, and by what is typed; each in words, so that nothing is told by a mark. */
export function CaseFilters({ filter, onChange }: CaseFiltersProps) {
  const procedures = useDefinitions().data?.procedures ?? [];
  const people = useQuery(queries.staff.list.queryOptions()).data?.people ?? [];
  const choose = (part: Partial<CaseFilter>): void => onChange({ ...filter, ...part });
  return (
    <div className={css.filters} data-pane>
      <Typed onQuery={(query) => choose({ query })} />
      <Choice
        label="状态"
        value={filter.state}
        options={states}
        onChange={(state) => choose({ state: state as CaseFilter['state'] })}
      />
      <Choice
        label="流程"
        value={filter.procedure}
        options={procedures.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(procedure) => choose({ procedure })}
      />
      <Choice
        label="环节"
        value={filter.stage}
        options={stages}
        onChange={(stage) => choose({ stage: stage as CaseFilter['stage'] })}
      />
      <Choice
        label="承办人"
        value={filter.officerId}
        options={people
          .filter(({ certNo }) => certNo !== '')
          .map(({ personId, name }) => ({ value: personId, label: name }))}
        onChange={(officerId) => choose({ officerId })}
      />
    </div>
  );
}

/** What is typed is looked for while it is typed. */
function Typed({ onQuery }: { onQuery: (query: string) => void }) {
  const { text, setText, setComposing, query } = useQueryText();
  const look = useEffectEvent(onQuery);
  const looked = useRef('');
  useEffect(() => {
    if (query !== looked.current) look(query);
    looked.current = query;
  }, [query]);
  return (
    <input
      className={css.typed}
      aria-label="在案件里找"
      name="find-case"
      placeholder="当事人、案由或者案号里的几个字"
      autoComplete="off"
      spellCheck={false}
      maxLength={40}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
}

interface ChoiceProps {
  label: string;
  value: string | null;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | null) => void;
}

const Choice = ({ label, value, options, onChange }: ChoiceProps) => (
  <select
    className={css.choice}
    aria-label={label}
    name={`filter-${label}`}
    value={value ?? ''}
    onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
  >
    <option value="">{label}：全部</option>
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
);
