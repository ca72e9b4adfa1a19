import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
} from 'react';
import { isComposing } from './keys.ts';
import css from './long-list.module.css';
import type { Column } from './row-list.tsx';
import { rowAfterKey, scrollTopFor, windowSpan } from './window-span.ts';

export interface LongListProps<Row> {
  /** What the list holds, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The row in hand; keys and clicks move it. */
  at: number;
  onMove: (index: number) => void;
  /** Enter or a double click. */
  onOpen?: (row: Row) => void;
  /** Space: ticks the row in hand. */
  onToggle?: (row: Row) => void;
  /** The end has come near: fetch more, if there is more. */
  onNearEnd?: () => void;
  /** Takes the focus when it comes up and nothing else has it. */
  focusFirst?: boolean;
  'data-testid'?: string;
}

/** Rows in rem, as in the style sheet; the list knows where a row stands without drawing it. */
const ROW_REM = 2.5;
const HEAD_REM = 2.1;
const NEAR_END = 40;

/** A list of tens of thousands of rows: only those in sight are drawn. One stop of Tab; arrows, Home, End and page keys move, Enter opens. */
export function LongList<Row>({
  label,
  columns,
  rows,
  rowKey,
  at: index,
  onMove,
  onOpen,
  onToggle,
  onNearEnd,
  focusFirst = false,
  ...rest
}: LongListProps<Row>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { top, height, rem, onScroll } = useScrolled(list);
  const rowHeight = ROW_REM * rem;
  const inSight = Math.max(rowHeight, height - HEAD_REM * rem);
  const { from, to } = windowSpan({ top, height: inSight, rowHeight, count: rows.length });
  const nearEnd = useEffectEvent(() => onNearEnd?.());
  useEffect(() => {
    if (to >= rows.length - NEAR_END) nearEnd();
  }, [to, rows.length]);
  useLayoutEffect(() => {
    const box = list.current;
    if (box === null || height === 0) return;
    const wanted = scrollTopFor(index, { top: box.scrollTop, height: inSight, rowHeight });
    if (wanted !== box.scrollTop) box.scrollTop = wanted;
  }, [index, height, inSight, rowHeight]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent) || event.altKey || event.ctrlKey) return;
    const row = rows[index];
    const there = rowAfterKey(event.key, index, rows.length, Math.max(1, Math.floor(inSight / rowHeight) - 1));
    if (there !== undefined) onMove(there);
    else if (event.key === 'Enter' && row !== undefined) onOpen?.(row);
    else if (event.key === ' ' && row !== undefined) onToggle?.(row);
    else return;
    event.preventDefault();
  };
  const tracks = { '--columns': columns.map((column) => column.width).join(' ') } as CSSProperties;
  return (
    <div
      ref={list}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={index >= from && index < to ? `${id}-${index}` : undefined}
      tabIndex={0}
      className={css.list}
      style={tracks}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      {...rest}
    >
      {focusFirst && rows.length > 0 && <TakeFocus list={list} />}
      <div role="row" className={css.head}>
        {columns.map(({ title }) => (
          <span key={title} role="columnheader">
            {title}
          </span>
        ))}
      </div>
      <div role="rowgroup" className={css.body} style={{ height: rows.length * rowHeight }}>
        <div role="presentation" className={css.window} style={{ transform: `translateY(${from * rowHeight}px)` }}>
          {rows.slice(from, to).map((row, offset) => (
            <div
              key={rowKey(row)}
              id={`${id}-${from + offset}`}
              role="row"
              aria-rowindex={from + offset + 2}
              aria-selected={from + offset === index}
              className={css.row}
              onClick={() => onMove(from + offset)}
              onDoubleClick={() => onOpen?.(row)}
            >
              {columns.map((column) => (
                <span key={column.title} role="gridcell" className={css.cell}>
                  {column.cell(row)}
                </span>
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Where a list is scrolled, in whole rows, and how high it stands. */
function useScrolled(list: React.RefObject<HTMLElement | null>) {
  const [top, setTop] = useState(0);
  const [{ height, rem }, setSize] = useState({ height: 0, rem: 15 });
  useLayoutEffect(() => {
    const box = list.current;
    if (box === null) return undefined;
    const measure = (): void =>
      setSize({
        height: box.clientHeight,
        rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [list]);
  const step = ROW_REM * rem;
  const onScroll = (): void => setTop(Math.floor((list.current?.scrollTop ?? 0) / step) * step);
  return { top, height, rem, onScroll };
}

/** Drawn once rows are there: a field in use keeps its focus; a link of the rail that led here gives it up. */
function TakeFocus({ list }: { list: React.RefObject<HTMLElement | null> }) {
  useEffect(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body || focused.closest('.rail') !== null) list.current?.focus();
  }, [list]);
  return null;
}

/** A number of a paper or case in a narrow column: what gives way is its beginning. */
export function NumberTail({ number }: { number: string }) {
  return (
    <span className={css.tail} title={number}>
      <bdi>{number}</bdi>
    </span>
  );
}
