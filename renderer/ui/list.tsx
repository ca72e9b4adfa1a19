import { memo, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { isComposing } from './keys.ts';
import { readableRem, rowAfterKey, type Column, type ListOrder } from './list-columns.ts';
import css from './list.module.css';
import { useListFocus } from './use-list-focus.ts';
import { useListWindow, type ListWindow } from './use-list-window.ts';

export interface ListProps<Row> {
  /** What the list holds, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /**
   * The row in hand, where something beside the list follows it: keys and clicks move it, a double click opens, and the list scrolls by
   * itself; -1 where none of these rows is. Left out, the list is part of its screen, keeps the row itself, and a click opens.
   */
  inHand?: number;
  onMove?: (index: number) => void;
  /** Enter. */
  onOpen?: (row: Row) => void;
  /** Space: ticks the row in hand. */
  onToggle?: (row: Row) => void;
  /** The end has come near: fetch more, if there is more. */
  onNearEnd?: (() => void) | undefined;
  /** Takes the focus when its rows come up and nothing on the screen has it: lists open at the first useful row. */
  focusFirst?: boolean;
  /** How the rows are ordered; pressing the head of a column with an `order` changes it, pressing it again turns it round. */
  order?: ListOrder;
  'data-testid'?: string;
}

/** A list of up to tens of thousands of rows. One stop of Tab; arrows, Home, End and page keys move, Enter opens. */
export function List<Row>({
  label,
  columns,
  rows,
  rowKey,
  inHand,
  focusFirst = false,
  onNearEnd,
  order,
  ...rest
}: ListProps<Row>) {
  const { onMove, onOpen, onToggle, ...attributes } = rest;
  const list = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState(0);
  const follows = inHand !== undefined;
  const index = Math.max(0, Math.min(inHand ?? own, rows.length - 1));
  const move = (next: number): void => (follows ? onMove?.(next) : setOwn(next));
  const view = useListWindow({ list, count: rows.length, index, onNearEnd });
  useListFocus({ list, index, view, focusFirst });
  const { page } = view;
  const handlers = rowHandlers({ rows, index, inHand: inHand ?? index, page, follows, move, onOpen, onToggle });
  const tracks = columns.map(({ width }) => width);
  return (
    <div
      ref={list}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      className={`${css.list} ${follows ? css.scrolls : ''}`}
      style={{ '--columns': tracks.join(' ') } as CSSProperties}
      data-folded={view.widthRem < readableRem(tracks) || undefined}
      {...handlers}
      {...attributes}
    >
      <Head columns={columns} order={order} />
      <div role="rowgroup" className={css.body} style={{ height: view.height }} data-list-body>
        {view.items.map(({ index: place, start }) => {
          const row = rows[place];
          return row === undefined ? null : (
            <ListRow
              key={rowKey(row)}
              row={row}
              columns={columns as readonly Column<unknown>[]}
              place={place}
              start={start}
              isInHand={place === index}
              isChosen={follows ? place === inHand : undefined}
              measure={view.measure}
            />
          );
        })}
      </div>
    </div>
  );
}

type HeadColumn = Pick<Column<never>, 'title' | 'order'>;

const Head = ({ columns, order }: { columns: readonly HeadColumn[]; order: ListOrder | undefined }) => (
  <div role="row" className={css.head}>
    {columns.map((column) =>
      column.order === undefined || order === undefined ? (
        <span key={column.title} role="columnheader">
          {column.title}
        </span>
      ) : (
        <OrderHead key={column.title} title={column.title} by={column.order} order={order} />
      ),
    )}
  </div>
);

function OrderHead({ title, by, order }: { title: string; by: string; order: ListOrder }) {
  const isBy = order.by === by;
  const descending = isBy && order.descending;
  return (
    <span role="columnheader" aria-sort={isBy ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className={css.order}
        onClick={() => order.onChange({ by, descending: isBy && !descending })}
        data-testid={`order-${by}`}
      >
        {title}
        {isBy && <Icon name="chevron" className={descending ? '' : (css.ascending ?? '')} />}
      </button>
    </span>
  );
}

interface ListRowProps {
  row: unknown;
  columns: readonly Column<unknown>[];
  place: number;
  /** CSS pixels from the top of the rows. */
  start: number;
  isInHand: boolean;
  /** Undefined in a list that nothing beside it follows. */
  isChosen: boolean | undefined;
  measure: ListWindow['measure'];
}

const ListRow = memo(({ row, columns, place, start, isInHand, isChosen, measure }: ListRowProps) => (
  <div
    ref={measure}
    role="row"
    data-index={place}
    aria-rowindex={place + 2}
    aria-selected={isChosen}
    tabIndex={isInHand ? 0 : -1}
    className={css.row}
    style={{ transform: `translateY(${start}px)` }}
  >
    {columns.map((column) => (
      <span key={column.title} role="gridcell" className={/fr\b/.test(column.width) ? css.mainCell : css.cell}>
        {column.cell(row)}
      </span>
    ))}
  </div>
));

interface RowActs<Row> {
  rows: readonly Row[];
  index: number;
  /** -1 where no row is. */
  inHand: number;
  page: number;
  follows: boolean;
  move: (index: number) => void;
  onOpen: ((row: Row) => void) | undefined;
  onToggle: ((row: Row) => void) | undefined;
}

const rowElement = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[role="row"][data-index]') : null;

/** The keys and the mouse of all rows; keys pressed in a field or button within a row belong to that. */
function rowHandlers<Row>({ rows, index, inHand, page, follows, move, onOpen, onToggle }: RowActs<Row>) {
  const placeOf = (target: EventTarget): number => Number(rowElement(target)?.dataset['index'] ?? -1);
  const rowOf = (target: EventTarget): Row | undefined => rows[placeOf(target)];
  const act = (run: ((row: Row) => void) | undefined, row: Row | undefined): boolean => {
    if (row === undefined || run === undefined) return false;
    run(row);
    return true;
  };
  return {
    onFocus: ({ target }: { target: EventTarget }): void => {
      const place = placeOf(target);
      if (place >= 0 && place !== inHand) move(place);
    },
    onClick: ({ target }: { target: EventTarget }): void => {
      if (!follows) act(onOpen, rowOf(target));
    },
    onDoubleClick: ({ target }: { target: EventTarget }): void => {
      if (follows) act(onOpen, rowOf(target));
    },
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.target !== rowElement(event.target) || isComposing(event.nativeEvent)) return;
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const next = rowAfterKey(event.key, index, rows.length, page);
      if (next !== undefined) move(next);
      else if (event.key === 'Enter' ? !act(onOpen, rows[index]) : event.key !== ' ' || !act(onToggle, rows[index]))
        return;
      event.preventDefault();
    },
  };
}

/** What a row is about, and below it what tells it from its neighbours. */
export function TwoLines({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <>
      {first}
      <span className={css.second}>{second}</span>
    </>
  );
}

/** A number of a paper or case in a narrow column: what gives way is its beginning, for numbers of one kind differ at their end. */
export function NumberTail({ number }: { number: string }) {
  return (
    <span className={css.tail} title={number}>
      <bdi>{number}</bdi>
    </span>
  );
}
