import type { Field } from '../../../shared/template/template.ts';
import type { RowValue } from '../../../shared/template/values.ts';
import { parseDay, parseMoment } from '../days/typed-day.ts';
import { keptAs } from './typed-text.ts';

/** Most rows a table may hold. */
export const MOST_ROWS = 2_000;

export interface PastedRows {
  rows: RowValue[];
  /** How many rows of what was pasted stand in them now. */
  taken: number;
  /** What could not be taken, each with its row and column. */
  faults: string[];
}

interface Place {
  columns: readonly Field[];
  /** Where the caret stands: row, and index of the column. */
  row: number;
  column: number;
  /** `YYYY-MM-DD` of the office, for days without a year. */
  today: string;
  /** What columns are called besides their labels, by key. */
  aliases?: ColumnAliases;
}

export type ColumnAliases = Readonly<Record<string, readonly string[]>>;

/** Puts pasted cells into a table from where the caret stands on. A first line with the names of the columns says which goes where. */
export function withPasted(rows: readonly RowValue[], cells: readonly string[][], place: Place): PastedRows {
  const head = headOf(cells[0] ?? [], place.columns, place.aliases);
  const targets = head ?? place.columns.slice(place.column);
  const lines = (head === null ? cells : cells.slice(1)).slice(0, MOST_ROWS - place.row);
  const next = [...rows];
  const faults: string[] = [];
  lines.forEach((line, index) => {
    const row = place.row + index;
    const values = line.flatMap((text, position) => {
      const target = targets[position];
      const where = `第${row + 1}行`;
      if (target === undefined || target === null) {
        if (head === null && text !== '') faults.push(`${where}：“${text}”后面没有列可放。`);
        return [];
      }
      const read = readCell(target, text, place.today);
      if (read.fault !== undefined) faults.push(`${where}“${target.label}”：${read.fault}`);
      return read.value === undefined ? [] : [[target.key, read.value] as const];
    });
    next[row] = { ...next[row], ...Object.fromEntries(values) };
  });
  const left = cells.length - (head === null ? 0 : 1) - lines.length;
  if (left > 0) faults.push(`一张表最多${MOST_ROWS}行，后面的${left}行没有放进来。`);
  return { rows: next, taken: lines.length, faults };
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\(.*$/, '')
    .replace(/[\s*:]/g, '');

/** The columns a first line names, in its order, null for one nobody knows; null where it is no such line. */
export function headOf(
  line: readonly string[],
  columns: readonly Field[],
  aliases: ColumnAliases = {},
): (Field | null)[] | null {
  const named = line.map((text) => {
    const name = plain(text);
    if (name === '') return null;
    return columns.find(({ key, label }) => plain(label) === name || aliases[key]?.includes(name)) ?? null;
  });
  const known = named.filter((column) => column !== null).length;
  return known > 0 && known * 2 >= line.filter((text) => text !== '').length ? named : null;
}

interface ReadCell {
  value?: RowValue[string];
  fault?: string;
}

const YES = /^(是|有|对|√|✓|✔|☑|1|true|TRUE|Y|y)$/;
const NO = /^(否|无|没有|不|×|✗|☐|0|false|FALSE|N|n|)$/;

/** A cell as its column holds it. An empty one leaves the column as it is. */
export function readCell(column: Field, text: string, today: string): ReadCell {
  switch (column.type) {
    case 'longText':
      return text === '' ? {} : { value: text };
    case 'text':
      return text === '' ? {} : { value: keptAs(column)(text.replace(/\s*\n\s*/g, ' ')) };
    case 'number':
    case 'money':
      return numberIn(text);
    case 'date':
      // What is no day stays as it was typed, and the column says so.
      return text === '' ? {} : { value: parseDay(text, today) ?? text };
    case 'dateTime':
      return text === '' ? {} : { value: parseMoment(text, today) ?? text };
    case 'choice':
      return choiceIn(column, text);
    case 'flag':
      if (YES.test(text)) return { value: true };
      return NO.test(text) ? (text === '' ? {} : { value: false }) : { fault: `“${text}”看不出是不是，没有填。` };
    default:
      return text === '' ? {} : { fault: '这一列要从本案里选，没有填。' };
  }
}

/** A number as tables write it: thousands parted, with its unit, in full-width digits. */
export function numberIn(text: string): ReadCell {
  const bare = text.normalize('NFKC').replace(/[\s,，¥￥元]/g, '');
  if (bare === '' || bare === '-') return {};
  return /^-?\d+(\.\d+)?$/.test(bare) ? { value: Number(bare) } : { fault: `“${text}”不是数字，没有填。` };
}

function choiceIn({ choices = [] }: Field, text: string): ReadCell {
  if (text === '') return {};
  const found = choices.find((choice) => choice === text) ?? choices.find((choice) => choice.startsWith(text));
  return found === undefined ? { fault: `“${text}”不在可选的${choices.join('、')}里，没有填。` } : { value: found };
}
