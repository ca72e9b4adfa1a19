import type { StaleHit } from '../../../shared/regulation/phrases.ts';

/** One stale wording of a text with every place it stands at. */
export interface StaleWording extends Pick<StaleHit, 'id' | 'found' | 'current' | 'since' | 'basis'> {
  places: readonly Pick<StaleHit, 'start' | 'length'>[];
}

/** The hits of one text by wording, in the order of the text: the same wording is said and put right once. */
export function staleWordings(hits: readonly StaleHit[]): StaleWording[] {
  const byId = new Map<string, StaleWording>();
  for (const { id, found, current, since, basis, start, length } of hits) {
    const known = byId.get(id);
    byId.set(
      id,
      known === undefined
        ? { id, found, current, since, basis, places: [{ start, length }] }
        : { ...known, places: [...known.places, { start, length }] },
    );
  }
  return [...byId.values()];
}

/** The text with the wording in force at every place of the stale one. */
export function withCurrent(text: string, { places, current }: StaleWording): string {
  // From the end, so that the places before stay where they are.
  return places
    .toReversed()
    .reduce((changed, { start, length }) => changed.slice(0, start) + current + changed.slice(start + length), text);
}
