import type { InboxItem } from '../../../shared/contract/inbox.ts';

/** The line a person left from, and those that stood after it. */
export interface Left {
  key: string;
  title: string;
  after: readonly string[];
}

/** What to remember when a person goes from a line to where it is done. */
export const leftFrom = (items: readonly InboxItem[], key: string): Left => {
  const index = items.findIndex((item) => item.key === key);
  return { key, title: items[index]?.title ?? '', after: items.slice(index + 1).map((item) => item.key) };
};

/**
 * The line that is in hand when a person comes back: the same while it asks for the same thing, else the next one, so that the list is gone
 * through by Enter alone. Null where there is none.
 */
export function keyInHand(items: readonly InboxItem[], left: Left | undefined): string | null {
  const first = items[0]?.key ?? null;
  if (left === undefined) return first;
  if (items.some(({ key, title }) => key === left.key && title === left.title)) return left.key;
  const keys = new Set(items.map(({ key }) => key));
  return left.after.find((key) => keys.has(key)) ?? first;
}
