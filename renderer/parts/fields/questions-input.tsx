import { useRef } from 'react';
import { seenText } from '../../../shared/typed-text.ts';
import { typedInto } from '../../ui/typed-into.ts';
import type { KeyboardEvent } from 'react';
import type { Field } from '../../../shared/template/template.ts';
import type { RowValue } from '../../../shared/template/values.ts';
import type { FieldInputProps } from './field-input-props.ts';
import { textOf } from './field-input-props.ts';
import { useFocusRow } from './rows-input.tsx';
import { rowsOf, withCell, withoutRow, withRowAfter } from './field-rows.ts';
import { isComposing } from '../../ui/keys.ts';
import { usePastedRows } from './use-pasted-rows.tsx';
import css from './field-input.module.css';

/** Whether a `rows` field is the questions and answers of a record (笔录). */
export const isQuestions = (field: Field): boolean =>
  field.type === 'rows' && field.fields?.length === 2 && field.fields[0]?.key === 'q' && field.fields[1]?.key === 'a';

type Part = 'q' | 'a';
const PART_WORDS: Readonly<Record<Part, string>> = { q: '问', a: '答' };

/**
 * Questions and answers, written as fast as they are spoken: Enter goes from 问 to 答 and on to the next 问,
 * Shift+Enter breaks a line, Ctrl+Delete or Backspace in an empty pair takes it away.
 */
export function QuestionsField({ field, id, value, onChange, locked, refs, describedBy, problems }: FieldInputProps) {
  const rows = rowsOf(value);
  const root = useRef<HTMLDivElement>(null);
  const focusLater = useFocusRow(root);
  const shown = rows.length === 0 && !locked ? [{}] : rows;
  const columns = field.fields ?? [];
  const { onPaste, note } = usePastedRows({ columns, id, rows: shown, today: refs.day, locked, onChange });

  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>, index: number, part: Part): void => {
    if (isComposing(event.nativeEvent) || event.shiftKey || locked) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (part === 'q') return focusNow(event.currentTarget, index, 'a');
      if (index + 1 < shown.length && !event.ctrlKey) return focusNow(event.currentTarget, index + 1, 'q');
      focusLater(index + 1, '[data-part="q"]');
      onChange(withRowAfter(shown, index));
    } else if (takesOut(event, shown, index)) {
      event.preventDefault();
      focusLater(...placeAfter(event, shown, index));
      onChange(withoutRow(shown, index));
    }
  };
  return (
    <div
      ref={root}
      id={id}
      className={css.questions}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      onPaste={onPaste}
    >
      {shown.map((row, index) => (
        <div key={index} className={css.question} data-row={index}>
          {(['q', 'a'] as const).map((part) => (
            <Spoken
              key={part}
              id={`${id}-${index}-${part}`}
              part={part}
              index={index}
              value={textOf(row[part])}
              locked={locked}
              problem={problems.find((candidate) => candidate.field.endsWith(`.${index}.${part}`))?.sentence}
              onChange={(text) => onChange(withCell(shown, index, part, text))}
              onKeyDown={(event) => onKey(event, index, part)}
            />
          ))}
        </div>
      ))}
      {!locked && (
        <p className={css.hint}>
          回车：问 → 答 → 下一问；Shift+回车：换行；Ctrl+Delete：删去这一问；在空白的一问一答中按退格：删去。
        </p>
      )}
      {note}
    </div>
  );
}

/** Ctrl+Delete anywhere in a pair, Backspace in an empty one. */
const takesOut = ({ key, ctrlKey }: KeyboardEvent, rows: readonly RowValue[], index: number): boolean =>
  (ctrlKey && key === 'Delete') ||
  (key === 'Backspace' && rows.length > 1 && textOf(rows[index]?.['q']) === '' && textOf(rows[index]?.['a']) === '');

/** An empty pair gives the caret back to the answer before it; of one that was taken out the next takes the place. */
const placeAfter = ({ key }: KeyboardEvent, rows: readonly RowValue[], index: number): [number, string] =>
  key === 'Backspace'
    ? [Math.max(0, index - 1), '[data-part="a"]']
    : [Math.min(index, Math.max(0, rows.length - 2)), '[data-part="q"]'];

interface SpokenProps {
  id: string;
  part: Part;
  index: number;
  value: string;
  locked: boolean;
  problem: string | undefined;
  onChange: (text: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** One question, or one answer. */
function Spoken({ id, part, index, value, locked, problem, onChange, onKeyDown }: SpokenProps) {
  return (
    <label>
      <span>{PART_WORDS[part]}</span>
      <textarea
        id={id}
        name={id}
        rows={1}
        data-part={part}
        value={value}
        readOnly={locked}
        aria-label={`第${index + 1}${PART_WORDS[part]}`}
        aria-invalid={problem !== undefined}
        title={problem}
        {...typedInto(seenText, onChange)}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}

function focusNow(from: HTMLElement, index: number, part: Part): void {
  from.closest('[role="group"]')?.querySelector<HTMLElement>(`[data-row="${index}"] [data-part="${part}"]`)?.focus();
}
