import type { Field } from '../../../shared/template/template.ts';
import { mm } from './page.ts';

/** Where something is written by hand: so many full-width low lines. */
export const blank = (characters = 6): string => '＿'.repeat(characters);

/** Where a day, or a moment, is written by hand. */
export const dayToWrite = `${blank(3)}年${blank(2)}月${blank(2)}日`;
const momentToWrite = `${dayToWrite}${blank(2)}时${blank(2)}分`;

/** A line for each officer there has to be. */
const officersToWrite = (least: number): string =>
  Array.from({ length: Math.max(2, least) }, () => `${blank(5)}（执法证号：${blank(7)}）`).join('\n');

/** What stands printed where a fact is written by hand in a cell or on a line of its own. */
export function cellToWrite({ type, min = 0 }: Field): string {
  if (type === 'date') return dayToWrite;
  if (type === 'dateTime') return momentToWrite;
  return type === 'officers' ? officersToWrite(min) : '';
}

/** Whether a text has room to write in it. */
export const hasRoom = (text: string): boolean => text.includes(blank(2));
/** Least distance of lines written by hand, in points: 8 mm. */
export const handPitch = mm(8);

/** Boxes to tick, one for each option. */
export const ticked = (options: readonly string[], chosen: (option: string) => boolean): string =>
  options.map((option) => `${chosen(option) ? '☑' : '☐'}${option}`).join('　');

/** More options than these are written out, not ticked, where they stand in a line of a list. */
const mostOptions = 4;
/** Lines of a list there is room for. */
const mostRows = 3;

/** Characters of room: three lines for the longest running text, a few words for a name, all digits for an identity number. */
const roomFor = (max: number): number => (max >= 5000 ? 68 : max >= 1000 ? 44 : max >= 400 ? 24 : 14);
const wordRoom = ({ format, max = 64 }: Field): number =>
  format === 'uscc' || format === 'idNumber' ? 10 : max <= 32 ? 6 : max <= 64 ? 8 : 12;

/** Room to write the value of a field into running text of a blank form; every `if` that asks whether it is filled holds. */
export function blankValue(field: Field): unknown {
  switch (field.type) {
    case 'flag':
      return true;
    case 'date':
      return dayToWrite;
    case 'dateTime':
      return momentToWrite;
    case 'number':
      return blank(3);
    case 'money':
      return `${blank(6)}元`;
    case 'choice':
    case 'choices':
      return ticked(field.choices ?? [], () => false);
    case 'rows':
      return Array.from({ length: Math.min(mostRows, field.max ?? mostRows) }, () => blankRow(field.fields ?? []));
    case 'officers':
      return Array.from({ length: Math.max(2, field.min ?? 0) }, () => ({ name: blank(4), certNo: blank(6) }));
    case 'papers':
    case 'exhibits':
      return blank(12);
    case 'longText':
      return blank(roomFor(field.max ?? 500));
    case 'text':
      return blank(wordRoom(field));
  }
}

/** A line of a list is to stay one line. */
function blankCell(field: Field): unknown {
  if (field.choices && field.choices.length > mostOptions) return blank(5);
  if (field.type === 'money') return `${blank(4)}元`;
  return field.type === 'text' || field.type === 'longText' ? blank(Math.min(8, wordRoom(field))) : blankValue(field);
}
const blankRow = (fields: Field[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field.key, blankCell(field)]));
