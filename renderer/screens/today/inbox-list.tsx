import { memo, useDeferredValue, useEffect, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import type { InboxItem } from '../../../shared/contract/inbox.ts';
import { groups } from '../../../shared/inbox/order.ts';
import { numberWords } from '../../../shared/procedure/case-words.ts';
import { useToday } from '../../data/session.ts';
import { Icon } from '../../ui/icon.tsx';
import { isComposing } from '../../ui/keys.ts';
import { rowAfterKey } from '../../ui/list-columns.ts';
import { Tag } from '../../ui/tag.tsx';
import { groupWords, kindIcons, shortDay } from './inbox-words.ts';
import { useChip } from './use-chip.ts';
import css from './inbox-list.module.css';

interface InboxListProps {
  label: string;
  items: readonly InboxItem[];
  inHand: InboxItem | null;
  onMove: (key: string) => void;
  onOpen: (item: InboxItem) => void;
  /** Space. */
  onLook: () => void;
}

/** So many rows a page key goes over. */
const PAGE = 8;
/** Rows that are there at once; the rest of a long list follows when the screen stands. */
const AT_ONCE = 24;

/** The lines of 今日 by their groups. One stop of Tab; arrows move, Enter goes to work, Space turns the pages beside it. */
export function InboxList({ label, items, inHand, onMove, onOpen, onLook }: InboxListProps) {
  const list = useRef<HTMLDivElement>(null);
  const drawn = useDeferredValue(items, items.slice(0, AT_ONCE));
  const keyInHand = drawn.find(({ key }) => key === inHand?.key)?.key ?? null;
  useRowFocus(list, keyInHand);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || event.altKey || event.ctrlKey || event.metaKey || inHand === null) return;
    const next = rowAfterKey(event.key, items.indexOf(inHand), items.length, PAGE);
    const there = next === undefined ? undefined : items[next];
    if (there !== undefined) onMove(there.key);
    else if (event.key === 'Enter') onOpen(inHand);
    else if (event.key === ' ') onLook();
    else return;
    event.preventDefault();
  };
  const rowUnder = ({ target }: MouseEvent): InboxItem | undefined => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[role=option]') : null;
    return items.find(({ key }) => key === row?.dataset['key']);
  };
  const onClick = (event: MouseEvent): void => {
    const item = rowUnder(event);
    if (item !== undefined) onMove(item.key);
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const item = rowUnder(event);
    if (item !== undefined) onOpen(item);
  };
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={label}
      className={css.lines}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      data-testid="inbox"
    >
      {groups.map((group) => {
        const rows = drawn.filter((item) => item.group === group);
        return rows.length === 0 ? null : (
          <div key={group} role="group" aria-label={`${groupWords[group]}，${rows.length}项`}>
            <div className={css.group} data-group={group} aria-hidden>
              <span>{groupWords[group]}</span>
              <span>{rows.length}</span>
            </div>
            {rows.map((item) => (
              <Row key={item.key} item={item} isInHand={item.key === keyInHand} />
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** Drawn anew only where something of it changed: an arrow key changes two rows of hundreds. */
const Row = memo(function InboxRow({ item, isInHand }: { item: InboxItem; isInHand: boolean }) {
  const today = useToday();
  const chip = useChip(item);
  const { kind, title, party, number, causeName, why, caseId, until } = item;
  return (
    <div
      role="option"
      aria-selected={isInHand}
      tabIndex={isInHand ? 0 : -1}
      className={css.row}
      data-kind={kind}
      data-key={item.key}
    >
      <Icon name={kindIcons[kind]} />
      <span className={css.words}>
        <strong className={css.title}>{title}</strong>
        <span className={css.about}>
          {caseId === null
            ? [number, why].filter(Boolean).join('　')
            : `${party}　${number === '' ? causeName : numberWords(number)}`}
        </span>
      </span>
      {until !== null ? (
        <Tag>{shortDay(until, today)}再看</Tag>
      ) : (
        chip !== null && <Tag tone={chip.tone}>{chip.words}</Tag>
      )}
    </div>
  );
});

const LINE_IN_HAND = '[role=option][tabindex="0"]';

/** Back to the line in hand, from what was opened beside it. */
export const focusLine = (): void =>
  document.querySelector<HTMLElement>(`[data-testid=inbox] ${LINE_IN_HAND}`)?.focus();

/** The row in hand has the focus from the start, and when lines come and go; a field, a dialog or a button in use keeps its own. */
function useRowFocus(list: RefObject<HTMLElement | null>, key: string | null): void {
  useEffect(() => {
    const box = list.current;
    if (box === null || key === null) return;
    const focused = document.activeElement;
    const isFree = focused === null || focused === document.body || focused.closest('nav') !== null;
    if (isFree || box.contains(focused)) box.querySelector<HTMLElement>(LINE_IN_HAND)?.focus();
  }, [list, key]);
}
