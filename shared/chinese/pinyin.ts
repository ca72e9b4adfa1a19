import { pinyin } from 'pinyin-pro';

/**
 * First letters of a name in pinyin, for search: 张三 → zs, 单雄信 → sxx (readings of surnames at the head).
 * Latin letters and digits stay, in lower case; everything else is left out.
 */
export const initialsOf = (name: string): string =>
  pinyin(name.normalize('NFKC'), { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** A name in full pinyin, 张三 → zhangsan; Latin letters stay in lower case, all else is left out. */
export const fullPinyinOf = (name: string): string =>
  pinyin(name.normalize('NFKC'), { toneType: 'none', type: 'array', surname: 'head', v: true })
    .join('')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

/** The full pinyin of a name from each of its characters on, without those of less than three letters: 福满园 → fumanyuan, manyuan, yuan. */
export function spelledOf(name: string): string[] {
  const syllables = pinyin(name.normalize('NFKC'), { toneType: 'none', type: 'array', surname: 'head', v: true })
    .map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    .filter(Boolean);
  return syllables.map((_, index) => syllables.slice(index).join('')).filter(({ length }) => length >= 3);
}
