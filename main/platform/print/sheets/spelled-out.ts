import type { Fonts } from '../fonts.ts';

/** Words that nobody can mend where they are printed (a file's name, a text file): a character no font has is spelled out instead of refused. */
export function spelledOut(words: string, fonts: Fonts): string {
  const missing = new Set<string>();
  fonts.runs(words, 'body', missing);
  return [...missing].reduce(
    (text, character) => text.replaceAll(character, [...character].map(spelled).join('')),
    words,
  );
}

const spelled = (character: string): string =>
  `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`;
