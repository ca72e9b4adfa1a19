import type { Fonts } from '../fonts.ts';

/** A name that nobody can mend where it is printed: a character no font has is spelled out instead of refused. */
export function spelledOut(name: string, fonts: Fonts): string {
  return [...name]
    .map((character) => {
      const missing = new Set<string>();
      fonts.runs(character, 'body', missing);
      return missing.size === 0
        ? character
        : `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`;
    })
    .join('');
}
