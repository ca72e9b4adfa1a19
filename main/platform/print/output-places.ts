import type { FieldPlace } from './field-place.ts';

/** What a value of a template's text says, and whose it is, in the order of the text. */
export interface Output {
  key: string;
  said: string;
}

/** A value is looked for no further than in so many paragraphs from where the last one stood: a short one would be found anywhere. */
const reach = 3;

/** Room to write at the end of a paragraph, and its stop, are set anew by the layout. */
const ending = /[＿。]+$/;

/**
 * Where the values stand in the paragraphs of a rendered text. Joining a value to its template may take a word or a stop from it
 * (seams.ts), so it is found by its middle; what is not found has no place.
 */
export function placesOf(paragraphs: readonly string[], outputs: readonly Output[]): (text: string) => FieldPlace[] {
  const places = new Map<string, FieldPlace[]>();
  let [at, from] = [0, 0];
  for (const { key, said } of outputs) {
    const found = find(paragraphs, said, at, from);
    if (found === null) continue;
    [at, from] = [found.paragraph, found.to];
    const text = paragraphs[at] ?? '';
    const isLastRoom = said.endsWith('＿') && text.slice(found.to).replace(ending, '') === '';
    const to = isLastRoom ? Number.POSITIVE_INFINITY : found.to;
    const name = text.replace(ending, '');
    places.set(name, [...(places.get(name) ?? []), { key, as: 'value', from: found.from, to }]);
  }
  return (text) => places.get(text.replace(ending, '')) ?? [];
}

interface Found {
  paragraph: number;
  from: number;
  to: number;
}

function find(paragraphs: readonly string[], said: string, first: number, from: number): Found | null {
  for (const part of new Set([said, said.replace(/[。；，]$/, ''), said.slice(6).replace(/[。；，]$/, '')])) {
    if (part === '') continue;
    for (let paragraph = first; paragraph < Math.min(first + reach, paragraphs.length); paragraph += 1) {
      const index = paragraphs[paragraph]?.indexOf(part, paragraph === first ? from : 0) ?? -1;
      if (index >= 0) return { paragraph, from: index, to: index + part.length };
    }
  }
  return null;
}
