import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import type { FieldProblem } from '../../../shared/field-problem.ts';
import { countingFields } from '../../../shared/template/conditions.ts';
import { valuesOfPerson } from '../../../shared/template/person-ties.ts';
import type { Field } from '../../../shared/template/template.ts';
import type { FieldValue, RowValue } from '../../../shared/template/values.ts';
import type { FieldInputProps, FieldRefs } from './field-input-props.ts';
import {
  registersRecordings,
  rowsOf,
  withCell,
  withCells,
  withoutRow,
  withRecordings,
  withRowAfter,
  withRowMoved,
} from './field-rows.ts';
import { useHeldWhilePressed } from '../../ui/held-while-pressed.ts';
import { isComposing } from '../../ui/keys.ts';
import { usePastedRows } from './use-pasted-rows.tsx';
import css from './field-input.module.css';
import { Icon } from '../../ui/icon.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';

/** Draws the editor of one cell; given from outside, because the editors of fields contain this one. */
export type DrawInput = (props: FieldInputProps) => ReactNode;

/** Takes the changed rows, and the row that gets the caret. */
type ChangeRows = (rows: RowValue[], focusedRow: number) => void;

interface RowsFieldProps extends FieldInputProps {
  drawInput: DrawInput;
}

/** A list of small records: short ones as the lines of a table, wide ones as numbered blocks; all by keyboard. */
export function RowsField(props: RowsFieldProps) {
  const { field, id, value, onChange, locked, describedBy, refs } = props;
  const rows = rowsOf(value);
  const root = useRef<HTMLDivElement>(null);
  const focusLater = useFocusRow(root);
  const change: ChangeRows = (next, focusedRow) => {
    focusLater(focusedRow);
    onChange(next);
  };
  const columns = field.fields ?? [];
  const { onPaste, note } = usePastedRows({ columns, id, rows, today: refs.day, locked, onChange });
  return (
    <div
      ref={root}
      id={id}
      className={css.rows}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      onPaste={onPaste}
    >
      {rows.map((_, index) => (
        <Row key={index} {...props} rows={rows} index={index} change={change} />
      ))}
      {!locked && (
        <div className={css.rowTools}>
          <ReasonButton
            kind="quiet"

            data-add-row
            onClick={() => change(withRowAfter(rows, rows.length - 1, refs.newRow(field)), rows.length)}
          >
            加一行{rows.length > 0 && <kbd>Ctrl+Enter</kbd>}
          </ReasonButton>
          {registersRecordings(field) && (
            <ReasonButton
              kind="quiet"

              onClick={() => change(withRecordings(field, rows, refs.exhibits), rows.length)}
            >
              填入本案的音像资料
            </ReasonButton>
          )}
        </div>
      )}
      {note}
    </div>
  );
}

interface RowProps extends RowsFieldProps {
  rows: RowValue[];
  index: number;
  change: ChangeRows;
}

function Row(props: RowProps) {
  const { field, id, rows, index, change, onChange, locked, problems } = props;
  const row = rows[index] ?? {};
  const cells = countingFields(field.fields ?? [], row);
  const narrow = isNarrow(field.fields ?? []);
  const refs: FieldRefs = {
    ...props.refs,
    onPerson: (named, person) => {
      const place = { fields: field.fields ?? [], field: named, day: props.refs.day };
      onChange(withCells(rows, index, valuesOfPerson(place, person, () => null) as RowValue));
    },
  };
  return (
    <div
      className={narrow ? css.lineRow : css.blockRow}
      data-row={index}
      onKeyDown={
        locked ? undefined : (event) => onRowKey(event, { rows, index, first: props.refs.newRow(field), change })
      }
    >
      <span className={css.rowNumber}>{index + 1}</span>
      <div
        className={narrow ? css.lineCells : css.blockCells}
        style={narrow ? { gridTemplateColumns: columnsOf(cells) } : undefined}
      >
        {cells.map((cell) => (
          <Cell
            key={cell.key}
            field={cell}
            id={`${id}-${index}-${cell.key}`}
            value={row[cell.key]}
            locked={locked}
            refs={refs}
            staleIn={props.staleIn}
            citedIn={props.citedIn}
            drawInput={props.drawInput}
            problems={problems.filter((problem) => problem.field.endsWith(`.${index}.${cell.key}`))}
            onChange={(value) => onChange(withCell(rows, index, cell.key, value))}
          />
        ))}
      </div>
      {!locked && <RowButtons rows={rows} index={index} label={field.label} change={change} />}
    </div>
  );
}

/** Whether the records fit into the lines of a table. */
const isNarrow = (fields: readonly Field[]): boolean =>
  fields.length <= 4 && fields.every(({ type }) => !['longText', 'rows', 'officers'].includes(type));

/** Free text takes twice the room of a number, a date or a choice. */
const columnsOf = (fields: readonly Field[]): string =>
  fields.map((field) => `minmax(0, ${field.type === 'text' ? 2 : 1}fr)`).join(' ');

interface CellProps {
  field: Field;
  id: string;
  value: RowValue[string] | undefined;
  onChange: (value: RowValue[string]) => void;
  locked: boolean;
  refs: FieldRefs;
  problems: readonly FieldProblem[];
  staleIn: FieldInputProps['staleIn'];
  citedIn: FieldInputProps['citedIn'];
  drawInput: DrawInput;
}

function Cell({ field, id, value, onChange, locked, refs, problems, staleIn, citedIn, drawInput }: CellProps) {
  const problem = useHeldWhilePressed(problems[0]?.sentence ?? null);
  // A row holds no rows of its own, so that what its cells answer is always a cell.
  const take = (next: FieldValue): void => onChange(next as RowValue[string]);
  return (
    <div className={field.width === 'full' || field.type === 'longText' ? css.wideCell : css.cell}>
      <label id={`${id}-label`} htmlFor={id}>
        {field.label}
        {field.required === true && (
          <span className={css.must} aria-hidden>
            *
          </span>
        )}
      </label>
      {drawInput({
        field,
        id,
        value,
        onChange: take,
        locked,
        refs,
        problems,
        staleIn,
        citedIn,
        describedBy: problem === null ? undefined : `${id}-problem`,
        invalid: problem !== null,
      })}
      {problem !== null && (
        <p id={`${id}-problem`} className={css.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}

function RowButtons({
  rows,
  index,
  label,
  change,
}: {
  rows: RowValue[];
  index: number;
  label: string;
  change: ChangeRows;
}) {
  const name = `${label}第${index + 1}行`;
  return (
    <div className={css.rowButtons}>
      <button
        type="button"
        title="上移（Alt+↑）"
        aria-label={`${name}上移`}
        disabled={index === 0}
        onClick={() => change(withRowMoved(rows, index, -1), index - 1)}
      >
        ↑
      </button>
      <button
        type="button"
        title="下移（Alt+↓）"
        aria-label={`${name}下移`}
        disabled={index === rows.length - 1}
        onClick={() => change(withRowMoved(rows, index, 1), index + 1)}
      >
        ↓
      </button>
      <button
        type="button"
        title="删去（Ctrl+Delete）"
        aria-label={`${name}删去`}
        onClick={() => change(withoutRow(rows, index), Math.max(0, index - 1))}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Ctrl+Enter adds a row, Alt+arrows move it, Ctrl+Delete takes it out. */
function onRowKey(
  event: KeyboardEvent,
  { rows, index, first, change }: { rows: RowValue[]; index: number; first: RowValue; change: ChangeRows },
): void {
  // Alt+↓ in a date opens its calendar.
  if (event.defaultPrevented || isComposing(event.nativeEvent)) return;
  const act =
    event.ctrlKey && event.key === 'Enter'
      ? () => change(withRowAfter(rows, index, first), index + 1)
      : event.ctrlKey && event.key === 'Delete'
        ? () => change(withoutRow(rows, index), Math.max(0, index - 1))
        : event.altKey && event.key === 'ArrowUp'
          ? () => change(withRowMoved(rows, index, -1), Math.max(0, index - 1))
          : event.altKey && event.key === 'ArrowDown'
            ? () => change(withRowMoved(rows, index, 1), Math.min(rows.length - 1, index + 1))
            : undefined;
  if (act === undefined) return;
  event.preventDefault();
  act();
}

/** Puts the caret into the first control of a row, or onto the add button, once the changed rows are on the page. */
export function useFocusRow(root: RefObject<HTMLElement | null>): (row: number, control?: string) => void {
  const selector = useRef<string>(undefined);
  useEffect(() => {
    if (selector.current === undefined) return;
    const target =
      root.current?.querySelector<HTMLElement>(selector.current) ??
      root.current?.querySelector<HTMLElement>('[data-add-row]');
    selector.current = undefined;
    target?.focus();
  });
  return (row, control = 'input, select, textarea, button') => {
    selector.current = control
      .split(',')
      .map((part) => `[data-row="${row}"] ${part.trim()}`)
      .join(', ');
  };
}
