import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { HouseholdHit } from '../../../shared/contract/households.ts';
import { queries } from '../../data/queries.ts';
import { HouseholdMaker } from './household-maker.tsx';
import { isComposing } from '../../ui/keys.ts';
import { Labelled } from '../../ui/labelled.tsx';
import type { PickedHousehold } from './picked-household.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import { List } from '../../ui/list.tsx';
import type { Column } from '../../ui/list-columns.ts';

export interface HouseholdPickerProps {
  value: PickedHousehold | null;
  onPick: (household: PickedHousehold | null) => void;
}

const COLUMNS: readonly Column<HouseholdHit>[] = [
  { title: '名称', width: 'minmax(0, 2fr)', cell: (hit) => hit.name },
  { title: '代码或证件', width: '12rem', cell: (hit) => hit.key },
  { title: '地址', width: 'minmax(0, 1.5fr)', cell: (hit) => hit.address },
  { title: '案件', width: '3.5rem', cell: (hit) => `${hit.cases} 件` },
];

/** Finds the party's household (一户式档案), or makes a new one: one target keeps one file over the years (第三十五条). */
export function HouseholdPicker({ value, onPick }: HouseholdPickerProps) {
  const [text, setText] = useState('');
  const [making, setMaking] = useState(false);
  const hitsAt = useRef<HTMLDivElement>(null);
  const query = text.trim();
  const found = useQuery({
    ...queries.households.find.queryOptions({ input: { query, limit: 20 } }),
    enabled: value === null && query !== '',
    placeholderData: keepPreviousData,
  });
  const hits = query === '' ? [] : (found.data ?? []);

  if (value !== null) {
    return (
      <p className="picked" data-testid="picked-household">
        <strong>{value.name}</strong>
        <ReasonButton kind="quiet" onClick={() => onPick(null)}>
          换一个
        </ReasonButton>
      </p>
    );
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (isComposing(event.nativeEvent) || found.isPlaceholderData) return;
    if (event.key === 'ArrowDown') hitsAt.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
    else if (event.key === 'Enter' && hits[0] !== undefined) onPick(hits[0]);
    else if (event.key === 'Enter' && found.isSuccess) setMaking(true);
    else return;
    event.preventDefault();
  };
  if (making) return <HouseholdMaker name={query} onMade={onPick} onBack={() => setMaking(false)} />;
  return (
    <div className="picker">
      <Labelled
        label="当事人"
        required
        width="full"
        help="输入名称中的几个字、拼音首字母、信用代码、证件号码或电话；回车选第一个，↓ 逐个看，都不是就新建。"
      >
        {(control) => (
          <input
            {...control}
            className="input"
            name="household"
            autoComplete="off"
            spellCheck={false}
            autoFocus
            maxLength={40}
            value={text}
            onKeyDown={onKeyDown}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Labelled>
      <RefusalNote error={found.error} />
      {hits.length > 0 && (
        <div ref={hitsAt} className="picker-hits">
          <List
            label="找到的一户式档案"
            columns={COLUMNS}
            rows={hits}
            rowKey={(hit) => hit.householdId}
            onOpen={onPick}
            data-testid="household-hits"
          />
        </div>
      )}
      {query !== '' && found.isSuccess && hits.length === 0 && <p>没有找到“{query}”。</p>}
      <ReasonButton onClick={() => setMaking(true)} data-testid="new-household">
        {query === '' ? '新建当事人' : `新建当事人“${query}”`}
      </ReasonButton>
    </div>
  );
}
