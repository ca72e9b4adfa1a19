import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import './theme/row-list.css';
import { isComposing } from './keys.ts';

export interface Column<Row> {
  title: string;
  /** A track of a CSS grid, e.g. `8rem` or `minmax(0, 2fr)`. */
  width: string;
  cell: (row: Row) => ReactNode;
}

export interface RowListProps<Row> {
  /** What the list holds, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Enter or a click. */
  onOpen: (row: Row) => void;
  /** Takes the focus when it comes up and nothing on the screen has it: lists open at the first useful row. */
  focusFirst?: boolean;
  'data-testid'?: string;
}

/** A list worked by keyboard: up, down, Home, End move; Enter opens. One stop of Tab for the whole list. */
export function RowList<Row>({ label, columns, rows, rowKey, onOpen, focusFirst = false, ...rest }: RowListProps<Row>) {
  const tracks = { '--columns': columns.map((column) => column.width).join(' ') } as CSSProperties;
  return (
    <div
      ref={focusFirst ? focusFirstRow : undefined}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      className="row-list"
      style={tracks}
      {...rest}
    >
      <div role="row" className="row-list-head">
        {columns.map((column) => (
          <span key={column.title} role="columnheader">
            {column.title}
          </span>
        ))}
      </div>
      {rows.map((row, index) => (
        <div
          key={rowKey(row)}
          role="row"
          aria-rowindex={index + 2}
          tabIndex={index === 0 ? 0 : -1}
          className="row-list-row"
          onClick={() => onOpen(row)}
          onFocus={keepOneTabStop}
          onKeyDown={(event) => {
            if (event.target !== event.currentTarget || isComposing(event.nativeEvent)) return;
            if (event.key === 'Enter') onOpen(row);
            else moveFocus(event);
          }}
        >
          {columns.map((column) => (
            <span key={column.title} role="gridcell" className="row-list-cell">
              {column.cell(row)}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

/** What a row is about, and below it what tells it from its neighbours. */
export function TwoLines({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <>
      {first}
      <span className="row-list-second">{second}</span>
    </>
  );
}

/** A field or a row in use keeps its focus; a link of the rail that led here gives it up. */
function focusFirstRow(list: HTMLElement | null): void {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || focused.closest('.rail') !== null)
    list?.querySelector<HTMLElement>('.row-list-row')?.focus();
}

const rowsOf = (row: Element): HTMLElement[] => [
  ...(row.parentElement?.querySelectorAll<HTMLElement>('.row-list-row') ?? []),
];

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const rows = rowsOf(event.currentTarget);
  const here = rows.indexOf(event.currentTarget);
  const there = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    Home: 0,
    End: rows.length - 1,
    PageDown: Math.min(here + 10, rows.length - 1),
    PageUp: Math.max(here - 10, 0),
  }[event.key];
  const row = there === undefined ? undefined : rows[there];
  if (row === undefined) return;
  event.preventDefault();
  row.focus();
}

/** The row left last is where Tab comes back to. */
function keepOneTabStop(event: { currentTarget: HTMLElement }): void {
  for (const row of rowsOf(event.currentTarget)) row.tabIndex = row === event.currentTarget ? 0 : -1;
}
