export interface Dated {
  effectiveFrom: string;
}
export type EditionState = 'waiting' | 'current' | 'past' | 'replaced';

export const editionWords: Readonly<Record<EditionState, string>> = {
  waiting: '待生效',
  current: '现行',
  past: '以前',
  replaced: '已被后一版取代',
};

/**
 * How each edition stands on a day; the one saved last comes first, the shipped one (no day) last. An edition takes the place of
 * every earlier one that was not to begin before it.
 */
export function editionStates(editions: readonly Dated[], today: string): EditionState[] {
  let current = false;
  return editions.map(({ effectiveFrom }, index) => {
    const later = editions.slice(0, index);
    if (later.some((dated) => dated.effectiveFrom <= effectiveFrom)) return 'replaced';
    if (effectiveFrom > today) return 'waiting';
    if (current) return 'past';
    current = true;
    return 'current';
  });
}
