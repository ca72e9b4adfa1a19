import { useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useRight } from '../../data/rights.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { chordOf, isComposing, useKey } from '../../ui/keys.ts';
import { useNarrow } from '../../ui/measures.ts';
import { focusAgain, leaveField } from '../../ui/panes.ts';
import { SearchCombobox, type FoundOption } from '../../ui/search-combobox.tsx';
import { useQueryText, type QueryText } from '../../ui/use-query-text.ts';
import { askedFor } from './asked-for.ts';
import { groupNames, moreId, partsOf, type Found, type FoundPart, type GroupName } from './found-groups.ts';
import { FoundLine, foundWords } from './found-line.tsx';
import { FoundPreview } from './found-preview.tsx';
import { GroupTabs } from './group-tabs.tsx';
import { useArticles, useCommands, type Destination } from './use-commands.ts';
import { useHits, useRecentlyOpened } from './use-hits.ts';
import css from './search.module.css';

const LONGEST = 41;

/** The field on top (F3): finds party, case, paper, exhibit and article, and does what has a key here. */
export function SearchField({ destinations }: { destinations: readonly Destination[] }) {
  const [narrowed, setNarrowed] = useState<GroupName | null>(null);
  const search = useTyped(() => setNarrowed(null));
  const [inUse, setInUse] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const visit = useVisit(field);
  const narrow = useNarrow();
  const notMine = useRight('households.search');
  const { parts, isCurrent, error } = useFound(destinations, search.query, narrowed, inUse);
  const options = useMemo(() => parts.flatMap(optionsOf), [parts]);
  const rows = useMemo(() => new Map(parts.flatMap(({ found }) => found.map((row) => [row.id, row]))), [parts]);
  const choose = chooserOf(rows, setNarrowed, ({ group, run }) => {
    // What is done is done where one was; another place has its own first row.
    if (group === '操作') visit.leave();
    else leaveField();
    // What was looked for is found; the next screen begins with an empty field.
    search.setText('');
    // It may have led to where one was.
    void Promise.resolve(run?.()).then(visit.arrive);
  });
  const leave = (): void => {
    setInUse(false);
    setNarrowed(null);
    visit.end();
  };
  return (
    <div
      className={css.search}
      role="search"
      data-pane
      onFocus={() => setInUse(true)}
      onBlur={leave}
      onClick={visit.open}
      onKeyDownCapture={(event) => narrowByKey(event, { rows, narrowed, onNarrow: setNarrowed })}
      onKeyDown={(event) => leaveOnEsc(event, visit.leave)}
    >
      <SearchCombobox
        ref={field}
        name="search"
        aria-label="查找当事人、案件、文书、证据、条文，或者输入要做的事"
        placeholder={notMine === null ? '查找，或输入要做的事（F3）' : '查找不在您的岗位之内'}
        reason={notMine}
        maxLength={LONGEST}
        search={search}
        options={options}
        isFound={isCurrent && search.isCurrent}
        none={noneWords(search.query)}
        opensEmpty={visit.isOpen}
        onChoose={choose}
        foot={<GroupTabs narrowed={narrowed} onNarrow={setNarrowed} />}
        {...(narrow ? {} : { renderAside: (id: string | null) => <FoundPreview found={rows.get(id ?? '')} /> })}
        data-testid="search-hits"
      />
      {error !== null && (
        <div className={css.fault}>
          <RefusalNote error={error} />
        </div>
      )}
    </div>
  );
}

/** What is typed; another mark at its beginning asks for something else than the head that was shown alone. */
function useTyped(onOther: () => void): QueryText {
  const search = useQueryText();
  const setText = (text: string): void => {
    if (text === '' || askedFor(text).scope !== askedFor(search.text).scope) onOther();
    search.setText(text);
  };
  return { ...search, setText };
}

/** Does what a row stands for: shows the whole of a head, or leaves the field and goes. */
const chooserOf =
  (rows: ReadonlyMap<string, Found>, onNarrow: (group: GroupName) => void, onChoose: (row: Found) => void) =>
  (id: string): void => {
    const whole = groupNames.find((name) => moreId(name) === id);
    if (whole !== undefined) onNarrow(whole);
    const row = rows.get(id);
    // What may not be done stays in sight with its reason.
    if (row !== undefined && row.run !== null) onChoose(row);
  };

const noneWords = (query: string): string =>
  query === ''
    ? '还没有打开过案件或者档案。输入几个字查找。'
    : `没有找到“${query}”。可以输入名称中的任意几个字、拼音、信用代码或文号。`;

/** F3 comes from somewhere, and Esc leads back there. */
function useVisit(field: RefObject<HTMLInputElement | null>) {
  const from = useRef<Element | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  useKey('F3', () => {
    if (document.activeElement !== field.current) from.current = document.activeElement;
    field.current?.focus();
    field.current?.select();
    setIsOpen(true);
  });
  const leave = (): void => {
    if (leaveField()) focusAgain(from.current);
  };
  const arrive = (): void => {
    if (document.activeElement === document.body) focusAgain(from.current);
  };
  return { isOpen, open: () => setIsOpen(true), end: () => setIsOpen(false), leave, arrive };
}

/** Everything that answers what is typed, under its heads; before anything is typed what was opened last. */
function useFound(destinations: readonly Destination[], query: string, narrowed: GroupName | null, inUse: boolean) {
  const asked = useMemo(() => askedFor(query), [query]);
  const used = inUse && query !== '';
  const hits = useHits(asked, narrowed, used);
  const commands = useCommands(destinations, asked, used);
  const articles = useArticles(asked, used);
  const recent = useRecentlyOpened(inUse && query === '');
  const { found, more } = hits;
  const parts = useMemo((): FoundPart[] => {
    if (query !== '') return partsOf([...commands, ...found, ...articles], more, narrowed);
    return recent.length === 0 ? [] : [{ name: '最近打开', found: recent, more: 0 }];
  }, [query, commands, found, articles, more, narrowed, recent]);
  return { parts, isCurrent: hits.isCurrent, error: hits.error };
}

function optionsOf({ name, found, more }: FoundPart): FoundOption[] {
  const rows = found.map((each) => ({
    id: each.id,
    text: foundWords(each),
    content: <FoundLine row={each.row} />,
    group: name,
  }));
  const rest = more >= 99 ? '还有许多' : `还有 ${more} 个`;
  if (more === 0) return rows;
  return [...rows, { id: moreId(name), text: `${name} ${rest}`, content: `${rest} →`, group: name }];
}

interface Narrowing {
  rows: ReadonlyMap<string, Found>;
  narrowed: GroupName | null;
  onNarrow: (group: GroupName | null) => void;
}

/** Ctrl and a digit show one head alone, and all again; Tab that of the row in hand. Tab again goes on to the screen, as everywhere. */
function narrowByKey(event: KeyboardEvent, { rows, narrowed, onNarrow }: Narrowing): void {
  if (isComposing(event.nativeEvent)) return;
  const digit = /^Ctrl\+([1-7])$/.exec(chordOf(event.nativeEvent) ?? '')?.[1];
  const isTab = event.key === 'Tab' && !event.shiftKey && narrowed === null;
  const group = isTab ? rows.get(inHandOf(event) ?? '')?.group : groupNames[Number(digit ?? 0) - 1];
  if (group === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  onNarrow(group === narrowed ? null : group);
}

/** The id of the row in hand, as the field names it to readers. */
const inHandOf = ({ currentTarget }: KeyboardEvent): string | null =>
  document
    .getElementById(currentTarget.querySelector('input')?.getAttribute('aria-activedescendant') ?? '')
    ?.getAttribute('data-key') ?? null;

/** The list has had its own Esc. At 今日 no other part takes the key. */
function leaveOnEsc(event: KeyboardEvent, leave: () => void): void {
  if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
  event.preventDefault();
  leave();
}
