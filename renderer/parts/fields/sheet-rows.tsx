import { memo, useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Field } from '../../../shared/template/template.ts';
import type { RowValue } from '../../../shared/template/values.ts';
import { isComposing } from '../../ui/keys.ts';
import { readCell, type ColumnAliases } from './pasted-rows.ts';
import css from './sheet-rows.module.css';
import { usePastedRows } from './use-pasted-rows.tsx';

export interface SheetFault {
  row: number;
  field: string;
  sentence: string;
}

export interface SheetRowsProps {
  /** Of the table; its cells are called `id-row-column`. */
  id: string;
  label: string;
  columns: readonly Field[];
  rows: readonly RowValue[];
  /** `YYYY-MM-DD` of the office. */
  today: string;
  aliases?: ColumnAliases;
  faults: readonly SheetFault[];
  /** Sums by column, for the last line. */
  sums: Readonly<Record<string, string>>;
  onChange: (rows: RowValue[]) => void;
  /** What else changes in a row when one of its cells does. */
  follow?: (before: RowValue, after: RowValue) => RowValue;
}

/**
 * Many short rows as in Excel: Enter and arrows go from row to row, below the last one a new one begins, Ctrl+Delete takes one out, and
 * pasting fills the cells from the caret on.
 */
export function SheetRows(props: SheetRowsProps) {
  const { id, label, columns, rows, today, aliases, faults, sums, onChange, follow } = props;
  const shown = rows.length === 0 ? [{}] : rows;
  const goTo = useGoTo(id);
  const { onPaste, note } = usePastedRows({
    columns,
    id,
    rows: shown,
    today,
    aliases,
    locked: false,
    onChange,
    follow,
  });
  const put = usePut(shown, onChange, follow);
  const onKeyDown = (event: KeyboardEvent): void => {
    const place = placeOf(event.target, id);
    if (place === null || isComposing(event.nativeEvent)) return;
    const act = actOf(event, place, { rows: shown, onChange, goTo });
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <div onPaste={onPaste}>
      <div className={css.box}>
        <table className={css.sheet} aria-label={label} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th aria-label="行" />
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <SheetRow key={index} {...props} row={row} index={index} put={put} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td className={css.number}>合计</td>
              {columns.map(({ key }) => (
                <td key={key} className={css.sum} data-sum={key}>
                  {sums[key]}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {note}
      <SheetFaults faults={faults} columns={columns} onGo={(fault) => goTo(fault.row, fault.field)} />
    </div>
  );
}

interface SheetRowProps extends Pick<SheetRowsProps, 'id' | 'columns' | 'today' | 'faults'> {
  row: RowValue;
  index: number;
  put: Put;
}

function SheetRow({ id, columns, today, faults, row, index, put }: SheetRowProps) {
  return (
    <tr data-row={index}>
      <td className={css.number}>{index + 1}</td>
      {columns.map((column) => (
        <td key={column.key}>
          <SheetCell
            id={`${id}-${index}-${column.key}`}
            row={index}
            column={column}
            value={row[column.key]}
            today={today}
            fault={faults.find((fault) => fault.row === index && fault.field === column.key)?.sentence}
            put={put}
          />
        </td>
      ))}
    </tr>
  );
}

type Put = (row: number, key: string, value: RowValue[string]) => void;

/** The same function as long as the table is there, so that no other cell draws anew while one is typed in. */
function usePut(
  rows: readonly RowValue[],
  onChange: (rows: RowValue[]) => void,
  follow: SheetRowsProps['follow'],
): Put {
  const latest = useRef({ rows, onChange, follow });
  useEffect(() => {
    latest.current = { rows, onChange, follow };
  });
  return useCallback((row, key, value) => {
    const { current } = latest;
    const before = current.rows[row] ?? {};
    const after = { ...before, [key]: value };
    current.onChange(current.rows.with(row, current.follow?.(before, after) ?? after));
  }, []);
}

interface SheetCellProps {
  id: string;
  row: number;
  column: Field;
  value: RowValue[string] | undefined;
  today: string;
  fault: string | undefined;
  put: Put;
}

/** One cell: what is typed holds at once, and is shown as it was typed until the cell is left. */
const SheetCell = memo(({ id, row, column, value, today, fault, put }: SheetCellProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string): void => {
    setTyped(text);
    // What is no number or day stays as it was typed, and is said.
    put(row, column.key, text.trim() === '' ? null : (readCell(column, text, today).value ?? text));
  };
  return (
    <input
      id={id}
      name={id}
      className={css.cell}
      data-type={column.type}
      data-wide={column.format === 'idNumber' || undefined}
      autoComplete="off"
      spellCheck={false}
      aria-label={`第${row + 1}行${column.label}`}
      aria-invalid={fault !== undefined}
      title={fault}
      value={typed ?? wordsOf(value)}
      onChange={(event) => type(event.target.value)}
      onBlur={() => setTyped(null)}
    />
  );
});

const wordsOf = (value: RowValue[string] | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

interface Place {
  row: number;
  key: string;
}

function placeOf(target: EventTarget, id: string): Place | null {
  if (!(target instanceof HTMLInputElement) || !target.id.startsWith(`${id}-`)) return null;
  const [row = '', key = ''] = target.id.slice(id.length + 1).split('-');
  return { row: Number(row), key };
}

function actOf(
  event: KeyboardEvent,
  { row, key }: Place,
  { rows, onChange, goTo }: { rows: readonly RowValue[]; onChange: (rows: RowValue[]) => void; goTo: GoTo },
): (() => void) | undefined {
  if (event.ctrlKey && event.key === 'Delete')
    return () => {
      onChange(rows.toSpliced(row, 1));
      goTo(Math.max(0, row - 1), key);
    };
  if (event.ctrlKey || event.altKey || event.shiftKey) return undefined;
  if (event.key === 'ArrowUp') return () => goTo(Math.max(0, row - 1), key);
  if (event.key !== 'Enter' && event.key !== 'ArrowDown') return undefined;
  if (row + 1 < rows.length) return () => goTo(row + 1, key);
  if (event.key === 'ArrowDown') return () => undefined;
  return () => {
    onChange([...rows, {}]);
    goTo(row + 1, key);
  };
}

type GoTo = (row: number, key: string) => void;

/** Puts the caret into a cell once it is on the page. */
function useGoTo(id: string): GoTo {
  const wanted = useRef<string>(undefined);
  const [, draw] = useState(0);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const cell = document.querySelector<HTMLInputElement>(`[id="${wanted.current}"]`);
    wanted.current = undefined;
    cell?.focus();
    cell?.select();
  });
  return (row, key) => {
    wanted.current = `${id}-${row}-${key}`;
    draw((count) => count + 1);
  };
}

const MOST_SAID = 8;

function SheetFaults({
  faults,
  columns,
  onGo,
}: {
  faults: readonly SheetFault[];
  columns: readonly Field[];
  onGo: (fault: SheetFault) => void;
}) {
  if (faults.length === 0) return null;
  const labelOf = (key: string): string => columns.find((column) => column.key === key)?.label ?? '';
  return (
    <ul className={css.faults} aria-label="要看的地方">
      {faults.slice(0, MOST_SAID).map((fault) => (
        <li key={`${fault.row} ${fault.field} ${fault.sentence}`}>
          <button type="button" onClick={() => onGo(fault)}>
            第{fault.row + 1}行“{labelOf(fault.field)}”：{fault.sentence}
          </button>
        </li>
      ))}
      {faults.length > MOST_SAID && <li>另有{faults.length - MOST_SAID}处。</li>}
    </ul>
  );
}
