/** A name as it is compared: one form of characters, without blanks and marks, and one word for both kinds of limited company. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\p{P}\p{S}\s]/gu, '')
    .replaceAll(/(股份|责任)?有限(责任)?公司/g, '有限公司');

const PLACE = /^.{1,6}?[省市县区旗州盟]/u;
const KIND = /(有限公司|公司|个体工商户|集团|分公司|总店|分店)+$/u;

/** What tells a firm from others: its name without the place at its head and the kind at its end; all of it where nothing else is left. */
export function coreOfName(name: string): string {
  const plain = plainName(name);
  const core = plain.replace(PLACE, '').replace(PLACE, '').replace(KIND, '');
  return [...core].length >= 2 ? core : plain;
}

/** Overlapping pairs of characters. */
const pairsOf = (text: string): Set<string> => {
  const characters = [...text];
  return new Set(characters.slice(1).map((character, index) => (characters[index] ?? '') + character));
};

/** From here on two names are worth a look: half of what tells them from others is the same. */
const SIMILAR = 0.5;

/** Whether what tells two firms from others is much the same: 福满园餐饮 and 福满园饭店. */
export function isSimilarName(one: string, other: string): boolean {
  const [a, b] = [pairsOf(coreOfName(one)), pairsOf(coreOfName(other))];
  if (a.size === 0 || b.size === 0) return plainName(one) === plainName(other);
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size) >= SIMILAR;
}
