import { withoutDots } from '../../../shared/chinese/name-form.ts';

/** What of a text is looked for: its stretches of letters and digits, in one form. */
export const runs = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Overlapping bigrams of a run, and its last character alone so that a one-character search finds it. */
function gramsOfRun(run: string): string[] {
  const characters = [...run];
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}

/** A name with a dot is one run for who types it without. */
function gramsAcrossDots(text: string): string[] {
  const joined = new Set(runs(withoutDots(text)));
  for (const run of runs(text)) joined.delete(run);
  return [...joined].flatMap(gramsOfRun);
}

/** The text as tokens for the index; runs end at punctuation, so a phrase never matches across it. */
export const grams = (text: string): string => [...runs(text).flatMap(gramsOfRun), ...gramsAcrossDots(text)].join(' ');

const letters = /^[a-z0-9]{3,}$/;

/**
 * The query as an FTS5 expression: each run a phrase of bigrams, a single character a prefix, letters also the beginning of a word that is
 * no bigram (full pinyin); undefined when nothing is left to look for.
 */
export function phraseOf(query: string): string | undefined {
  const parts = runs(query).map((run) => {
    const characters = [...run];
    if (characters.length === 1) return `"${run}" *`;
    const phrase = `"${gramsOfRun(run).slice(0, -1).join(' ')}"`;
    return letters.test(run) ? `(${phrase} OR "${run}" *)` : phrase;
  });
  return parts.length > 0 ? parts.join(' AND ') : undefined;
}

/** What shares a pair of characters with the words, or begins with how they sound, as an FTS5 expression; what has neither is found nowhere. */
export function likeness(words: string, sound: string): string {
  const pairs = runs(words).flatMap((run) => gramsOfRun(run).slice(0, -1));
  const parts = [...new Set(pairs)].map((pair) => `"${pair}"`);
  if (letters.test(sound)) parts.push(`"${sound}" *`);
  return parts.length === 0 ? '""' : parts.join(' OR ');
}
