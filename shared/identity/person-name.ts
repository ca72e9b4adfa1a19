import { nameCore, nameForm } from '../chinese/name-form.ts';
import { seenLine } from '../typed-text.ts';

/** A name as it is kept and printed: one kind of dot, no blanks at its ends, between its characters or that nobody sees. */
export const settledName = (text: string): string =>
  nameForm(seenLine(text.normalize('NFC')))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');

const bare = (text: string): string => nameCore(settledName(text)).toUpperCase();

/** Whether two texts name one person, however the dot between the parts is written, or where it is left out. */
export const isSameName = (one: string, other: string): boolean => bare(one) !== '' && bare(one) === bare(other);
