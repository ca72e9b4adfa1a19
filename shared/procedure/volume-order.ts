/** Something in a volume, by the id of its paper or exhibit. */
export interface InVolume {
  paperId: string | null;
  exhibitId: string | null;
}

export const volumeKey = ({ paperId, exhibitId }: InVolume): string => paperId ?? exhibitId ?? '';

/**
 * Things in the order somebody gave them, by key. What the order does not name (it came later) stands behind what it stood behind before;
 * names without a thing are passed over.
 */
export function inOrder<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
  order: readonly string[],
): Thing[] {
  const places = new Map(order.map((key, place) => [key, place]));
  const placeOf = (thing: Thing): number | undefined => places.get(keyOf(thing));
  const ordered = things
    .filter((thing) => placeOf(thing) !== undefined)
    .toSorted((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0));
  for (const [index, thing] of things.entries()) {
    if (placeOf(thing) !== undefined) continue;
    const before = things[index - 1];
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, thing);
  }
  return ordered;
}

/** The order after the thing at `from` went to the place `to`. */
export const movedTo = (keys: readonly string[], from: number, to: number): string[] => {
  const key = keys[from];
  return key === undefined || to < 0 || to >= keys.length ? [...keys] : keys.toSpliced(from, 1).toSpliced(to, 0, key);
};
