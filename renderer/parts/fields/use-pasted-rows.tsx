import { useState, type ClipboardEvent, type ReactNode } from 'react';
import type { Field } from '../../../shared/template/template.ts';
import type { RowValue } from '../../../shared/template/values.ts';
import { Note } from '../../ui/note.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { withPasted, type ColumnAliases, type PastedRows } from './pasted-rows.ts';
import { tablePasted } from './pasted-table.ts';

interface PastingTable {
  columns: readonly Field[];
  /** Of the group; the controls of its cells are called `id-row-column`. */
  id: string;
  rows: readonly RowValue[];
  today: string;
  aliases?: ColumnAliases | undefined;
  locked: boolean;
  onChange: (rows: RowValue[]) => void;
  /** What follows in a row from its cells. */
  follow?: ((before: RowValue, after: RowValue) => RowValue) | undefined;
}

/** Takes rows pasted out of Excel or Word into the cells of a table, from where the caret stands; what could not be taken is named. */
export function usePastedRows({ columns, id, rows, today, aliases = {}, locked, onChange, follow }: PastingTable): {
  onPaste: (event: ClipboardEvent) => void;
  /** What was pasted, what of it could not be taken, and the way back. */
  note: ReactNode;
} {
  const [last, setLast] = useState<{ before: RowValue[]; pasted: PastedRows } | null>(null);
  const onPaste = (event: ClipboardEvent): void => {
    if (locked || !(event.target instanceof Element)) return;
    const place = placeOf(event.target, { columns, id, rows });
    const takesLines = columns[place.column]?.type === 'longText';
    const cells = tablePasted(event.clipboardData, { takesLines });
    if (cells === null) return;
    event.preventDefault();
    const read = withPasted(rows, cells, { columns, today, aliases, ...place });
    const pasted = { ...read, rows: read.rows.map((row, index) => follow?.(rows[index] ?? {}, row) ?? row) };
    setLast({ before: [...rows], pasted });
    onChange(pasted.rows);
  };
  if (last === null) return { onPaste, note: null };
  // Once something else was typed, going back would take that away too.
  const canGoBack = JSON.stringify(rows) === JSON.stringify(last.pasted.rows);
  const { faults, taken } = last.pasted;
  const goBack = (): void => {
    setLast(null);
    onChange(last.before);
  };
  const note = (canGoBack || faults.length > 0) && (
    <PasteNote taken={taken} faults={faults} onBack={canGoBack ? goBack : null} onClose={() => setLast(null)} />
  );
  return { onPaste, note };
}

const MOST_SAID = 12;

interface PasteNoteProps {
  taken: number;
  faults: readonly string[];
  onBack: (() => void) | null;
  onClose: () => void;
}

function PasteNote({ taken, faults, onBack, onClose }: PasteNoteProps) {
  return (
    <Note
      data-testid="pasted"
      happened={`已粘贴${taken}行${faults.length === 0 ? '。' : `，有${faults.length}处没有放进来：`}`}
      isAlert
      actions={
        <>
          {onBack !== null && (
            <ReasonButton kind="quiet" onClick={onBack}>
              撤回粘贴
            </ReasonButton>
          )}
          <ReasonButton kind="quiet" onClick={onClose}>
            知道了
          </ReasonButton>
        </>
      }
    >
      {faults.slice(0, MOST_SAID).map((fault) => (
        <p key={fault}>{fault}</p>
      ))}
      {faults.length > MOST_SAID && <p>另有{faults.length - MOST_SAID}处。</p>}
    </Note>
  );
}

/** The cell with the caret; below the last row where it is in none. */
function placeOf(
  target: Element,
  { columns, id, rows }: Pick<PastingTable, 'columns' | 'id' | 'rows'>,
): { row: number; column: number } {
  const row = Number(target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? rows.length);
  const cell = target.closest(`[id^="${id}-${row}-"]`)?.id ?? target.getAttribute('name') ?? '';
  const column = columns.findIndex(({ key }) => cell === `${id}-${row}-${key}`);
  return { row, column: Math.max(0, column) };
}
