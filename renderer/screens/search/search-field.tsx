import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { SearchHit } from '../../../shared/contract/households.ts';
import { queries } from '../../data/queries.ts';
import { useRight } from '../../data/rights.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { isComposing, useKey } from '../../ui/keys.ts';
import { focusAgain, leaveField } from '../../ui/panes.ts';
import { SearchCombobox, type FoundOption } from '../../ui/search-combobox.tsx';
import { useQueryText } from '../../ui/use-query-text.ts';
import { CommandLine, HitLine } from './hit-line.tsx';
import { useCommands, type Command, type Destination } from './use-commands.ts';
import css from './search.module.css';

const LONGEST = 20;
const NONE: readonly SearchHit[] = [];

/** The field on top (F3): finds party, case, paper and exhibit by name, pinyin initials, code or words of a paper, and does what has a key here. */
export function SearchField({ destinations }: { destinations: readonly Destination[] }) {
  const search = useQueryText();
  const { query } = search;
  const field = useRef<HTMLInputElement>(null);
  const [inUse, setInUse] = useState(false);
  const notMine = useRight('households.search');
  const goTo = useGoTo();
  const leaveOnEsc = useWayInAndOut(field);
  const found = useQuery({
    ...queries.households.search.queryOptions({ input: { query } }),
    enabled: inUse && query !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const hits = query === '' ? NONE : (found.data?.hits ?? NONE);
  const commands = useCommands(destinations, useGoToArticle(), query);
  const options = useMemo(() => {
    const [exact, others] = [commands.filter(({ isExact }) => isExact), commands.filter(({ isExact }) => !isExact)];
    return [...exact.map(commandOption), ...hits.map(optionOf), ...others.map(commandOption)];
  }, [hits, commands]);
  return (
    <div
      className={css.search}
      role="search"
      data-pane
      onFocus={() => setInUse(true)}
      onBlur={() => setInUse(false)}
      onKeyDown={leaveOnEsc}
    >
      <SearchCombobox
        ref={field}
        name="search"
        aria-label="查找当事人、案件、文书、证据"
        placeholder={notMine === null ? '查找，或输入要做的事（F3）' : '查找不在您的岗位之内'}
        reason={notMine}
        maxLength={LONGEST}
        search={search}
        options={options}
        isFound={found.isSuccess && !found.isPlaceholderData && search.isCurrent}
        none={`没有找到“${query}”。可以输入名称中的任意几个字、姓名拼音首字母、信用代码或文号。`}
        onChoose={(id) => {
          field.current?.blur();
          // What was looked for is found; the next screen begins with an empty field.
          search.setText('');
          const hit = hits.find((candidate) => idOf(candidate) === id);
          if (hit === undefined) commands.find((command) => command.id === id)?.run();
          else goTo(hit);
        }}
        data-testid="search-hits"
      />
      {found.error !== null && (
        <div className={css.fault}>
          <RefusalNote error={found.error} />
        </div>
      )}
    </div>
  );
}

/** F3 leads into the field, Esc back to where the focus was. The list has had its own Esc; at 今日 no other part takes the key. */
function useWayInAndOut(field: RefObject<HTMLInputElement | null>): (event: KeyboardEvent) => void {
  const before = useRef<Element | null>(null);
  useKey('F3', () => {
    if (document.activeElement !== field.current) before.current = document.activeElement;
    field.current?.select();
  });
  return (event) => {
    if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    if (leaveField()) focusAgain(before.current);
  };
}

const idOf = ({ kind, id }: SearchHit): string => `${kind} ${id}`;

const optionOf = (hit: SearchHit): FoundOption => ({
  id: idOf(hit),
  text: `${hit.title} ${hit.text}`,
  content: <HitLine hit={hit} />,
});

const commandOption = ({ id, kind, name, chord }: Command): FoundOption => ({
  id,
  text: `${kind} ${name} ${chord}`,
  content: <CommandLine kind={kind} name={name} chord={chord} />,
});

function useGoToArticle(): (article: number) => void {
  const navigate = useNavigate();
  return useCallback((article) => void navigate({ to: '/regulation', search: { article } }), [navigate]);
}

/** Leads to the file of a party, or into a case at its paper or exhibit. */
function useGoTo(): (hit: SearchHit) => void {
  const navigate = useNavigate();
  return (hit) => {
    if (hit.kind === 'household' || hit.caseId === null)
      void navigate({ to: '/households/$id', params: { id: hit.householdId ?? hit.id } });
    else
      void navigate({
        to: '/cases/$id',
        params: { id: hit.caseId },
        search: {
          paper: hit.kind === 'paper' ? hit.id : undefined,
          exhibit: hit.kind === 'exhibit' ? hit.id : undefined,
        },
      });
  };
}
