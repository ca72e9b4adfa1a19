import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { HouseholdHit } from '../../../shared/contract/households.ts';
import { queries } from '../../data/queries.ts';
import { Labelled } from '../../ui/labelled.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { SearchCombobox, type FoundOption } from '../../ui/search-combobox.tsx';
import { useQueryText, type QueryText } from '../../ui/use-query-text.ts';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import { HouseholdMaker } from './household-maker.tsx';
import css from './household-picker.module.css';
import type { PickedHousehold } from './picked-household.ts';

export interface HouseholdPickerProps {
  value: PickedHousehold | null;
  /** Who is meant, where that is not plain. */
  who?: string;
  /** Only a file that is there already, under this label: none is made. */
  known?: string;
  onPick: (household: PickedHousehold | null) => void;
}

/** Finds the party's household (一户式档案), or makes a new one: one target keeps one file over the years (第三十五条). */
export function HouseholdPicker({ value, who = '', known, onPick }: HouseholdPickerProps) {
  const search = useQueryText();
  const [newName, setNewName] = useState<string | null>(null);
  if (value !== null)
    return (
      <p className={css.picked} data-testid="picked-household">
        <strong>{value.name}</strong>
        <ReasonButton
          kind="quiet"
          onClick={() => {
            setNewName(null);
            onPick(null);
          }}
        >
          换一个
        </ReasonButton>
      </p>
    );
  if (newName !== null) return <HouseholdMaker name={newName} onMade={onPick} onBack={() => setNewName(null)} />;
  return (
    <HouseholdSearch
      search={search}
      label={known ?? '当事人'}
      who={who}
      onPick={onPick}
      onMake={known === undefined ? setNewName : null}
    />
  );
}

const NONE: readonly HouseholdHit[] = [];
const MAKE = 'make';

interface HouseholdSearchProps {
  search: QueryText;
  label: string;
  who: string;
  onPick: (household: PickedHousehold) => void;
  /** Null where none is made. */
  onMake: ((name: string) => void) | null;
}

function HouseholdSearch({ search, label, who, onPick, onMake }: HouseholdSearchProps) {
  const { query } = search;
  const found = useQuery({
    ...queries.households.find.queryOptions({ input: { query, limit: 20 } }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
  const isFound = found.isSuccess && !found.isPlaceholderData && search.isCurrent;
  const hits = query === '' ? NONE : (found.data ?? NONE);
  const options = useMemo(
    () => optionsOf(hits, isFound && onMake !== null ? query : null),
    [hits, isFound, onMake, query],
  );
  const choose = (id: string): void => {
    const hit = hits.find(({ householdId }) => householdId === id);
    if (hit !== undefined) onPick(hit);
    else if (id === MAKE) onMake?.(query);
  };
  return (
    <div className={css.picker}>
      <Labelled
        label={label}
        required
        width="full"
        help={`${who}输入名称中的几个字、拼音首字母、信用代码、证件号码或电话；回车选第一个，↓ 逐个看${onMake === null ? '' : '，都不是就新建'}。`}
      >
        {(control) => (
          <SearchCombobox
            {...control}
            name="household"
            autoFocus
            maxLength={40}
            search={search}
            options={options}
            isFound={isFound}
            none={`没有找到“${query}”`}
            onChoose={choose}
            data-testid="household-hits"
          />
        )}
      </Labelled>
      <RefusalNote error={found.error} />
      {onMake !== null && (
        <ReasonButton onClick={() => onMake(query)} data-testid="new-household">
          {query === '' ? '新建当事人' : `新建当事人“${query}”`}
        </ReasonButton>
      )}
    </div>
  );
}

/** What was found, and behind it the way to a new one, named as it was searched for; null while nothing was found yet. */
function optionsOf(hits: readonly HouseholdHit[], query: string | null): FoundOption[] {
  const found = hits.map((hit) => ({
    id: hit.householdId,
    text: `${hit.name} ${hit.key}`,
    content: <HouseholdLine hit={hit} />,
  }));
  if (query === null) return found;
  const words = hits.length === 0 ? `没有找到“${query}”，新建当事人` : `都不是，新建当事人“${query}”`;
  return [...found, { id: MAKE, text: words, content: words }];
}

function HouseholdLine({ hit }: { hit: HouseholdHit }) {
  return (
    <span className={css.hit}>
      <span className={css.name}>{hit.name}</span>
      <span>{hit.cases} 件</span>
      <span className={css.second}>
        {hit.key}　{hit.address}
      </span>
    </span>
  );
}
