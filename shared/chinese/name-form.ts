/**
 * The dot within a name of another people (古兰木·某某别克): one character in the standard (GB 18030, 间隔号 U+00B7), nine in what programs write.
 * Full stops count only in a name: elsewhere they end something.
 */
const dots = '\u00B7\u2022\u30FB\u2027\uFF65\u22C5\u2219\u0387\u2024';
const stops = '.\uFF0E';
/** All that may be written for it. */
export const everyNameDot = dots + stops;
const dotBetween = new RegExp(String.raw`(?<=\p{Script=Han})[${dots}](?=\p{Script=Han})`, 'gu');
const dotOrStopBetween = new RegExp(
  String.raw`(?<=\p{Script=Han})[ \u3000]*[${dots}${stops}][ \u3000]*(?=\p{Script=Han})`,
  'gu',
);

/** A name as it is kept and printed: with the dot of the standard. */
export const nameForm = (name: string): string => name.replace(dotOrStopBetween, '\u00B7');

/** Running text as it is printed: dots within names are those of the standard, full stops stay. */
export const withStandardDots = (text: string): string => text.replace(dotBetween, '\u00B7');

/** Without the dots within names. */
export const withoutDots = (text: string): string => text.replace(dotOrStopBetween, '');

/** What two spellings of one name have in common: no dot, no spaces, characters of one width, composed. */
export const nameCore = (name: string): string => withoutDots(name.normalize('NFKC')).replace(/\s+/g, '');

/** A pattern that finds a text in whatever dots: between two characters there may be one. */
export function inAnyDots(text: string): RegExp {
  const isHan = (character: string | undefined): boolean => /\p{Script=Han}/u.test(character ?? '');
  const characters = [...withoutDots(text)];
  const mayBeDot = String.raw`(?:[ \u3000]*[${dots}${stops}][ \u3000]*)?`;
  const source = characters.map((character, index) => {
    const literal = character.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
    return isHan(character) && isHan(characters[index + 1]) ? literal + mayBeDot : literal;
  });
  return new RegExp(source.join(''), 'giu');
}
