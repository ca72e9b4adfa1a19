import { useRef } from 'react';
import { readableTableRem, type Column } from './list-columns.ts';
import { useWidthRem } from './measures.ts';
import css from './read-table.module.css';

export interface ReadTableProps<Row> {
  /** What the table holds, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Key of the row somebody was sent to: marked, and brought into view. */
  current?: string | undefined;
  /** What it says without rows. */
  none: string;
  'data-testid'?: string;
}

const bringIntoView = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'center' });

/** A table to read, with links and fields in its cells; its rows are as high as what they say. Too narrow, each cell says its own title. */
export function ReadTable<Row>({ label, columns, rows, rowKey, current, none, ...rest }: ReadTableProps<Row>) {
  const box = useRef<HTMLDivElement>(null);
  const folded = useWidthRem(box) < readableTableRem(columns.map(({ width }) => width));
  return (
    <div ref={box} className={css.box} tabIndex={0} data-pane>
      <table className={css.table} aria-label={label} data-folded={folded || undefined} {...rest}>
        <colgroup>
          {columns.map(({ title, width }) => (
            <col key={title} style={width === '' ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              ref={rowKey(row) === current ? bringIntoView : undefined}
              aria-current={rowKey(row) === current || undefined}
            >
              {columns.map((column) => (
                <td key={column.title} data-title={column.width === '' ? undefined : column.title}>
                  <div>{column.cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={css.none}>{none}</p>}
    </div>
  );
}
