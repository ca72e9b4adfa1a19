/** What is written for the dot between the parts of a name; U+00B7 is the one of 通用规范汉字 and of the 身份证. */
const DOTS = /[\u00B7\u2022\u30FB\uFF0E\u2027\uFF65\u22C5\u2219.]/g;
const UNSEEN = /[\u200B-\u200D\u2060\uFEFF]/g;

/** A name as it is kept and printed: one kind of dot, no blanks at its ends and none that nobody sees. */
export const settledName = (text: string): string =>
  text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/[\s\u00A0\u3000]+/g, ' ')
    .trim()
    .replace(/ ?([\u00B7\u2022\u30FB\uFF0E\u2027\uFF65\u22C5\u2219.]) ?(?=\p{Script=Han})/gu, '·')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');

const bare = (text: string): string => settledName(text).replace(DOTS, '').replaceAll(' ', '').toUpperCase();

/** Whether two texts name one person, however the dot between the parts is written, or where it is left out. */
export const isSameName = (one: string, other: string): boolean => bare(one) !== '' && bare(one) === bare(other);
