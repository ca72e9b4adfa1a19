import css from './read-table.module.css';
import type { Column } from './list-columns.ts';

export interface ReadTableProps<Row> {
  /** What the table holds, for screen readers. */
  label: string;
  /** Widths are lengths or percentages, or '' for what is left. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The row somebody was sent to: marked, and brought into view. */
  at?: string | undefined;
  /** What it says without rows. */
  none: string;
  'data-testid'?: string;
}

const bringIntoView = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'center' });

/** A table to read, with links and fields in its cells; its rows are as high as what they say. */
export function ReadTable<Row>({ label, columns, rows, rowKey, at: moment, none, ...rest }: ReadTableProps<Row>) {
  return (
    <div className={css.box} tabIndex={0} data-pane>
      <table className={css.table} aria-label={label} {...rest}>
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
              ref={rowKey(row) === moment ? bringIntoView : undefined}
              aria-current={rowKey(row) === moment || undefined}
            >
              {columns.map((column) => (
                <td key={column.title}>{column.cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={css.none}>{none}</p>}
    </div>
  );
}
