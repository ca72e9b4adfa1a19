import type { FeatureContext } from '../context.ts';

type Reader = Pick<FeatureContext, 'store'>;

/** The household a household was merged into (合并一户式档案), or it itself. */
export const rootOf = ({ store }: Reader, householdId: string): string =>
  store.get<{ intoId: string }>(
    'select "intoId" from household_merge where "fromId" = ? and "undoneAt" is null',
    householdId,
  )?.intoId ?? householdId;

/** A household with all that were merged into it: what is read as one file. */
export const membersOf = ({ store }: Reader, rootId: string): string[] => [
  rootId,
  ...store
    .all<{ fromId: string }>(
      'select "fromId" from household_merge where "intoId" = ? and "undoneAt" is null order by at, id',
      rootId,
    )
    .map(({ fromId }) => fromId),
];

/** The household that stands for `column`, as SQL: the one it was merged into, else itself. */
export const rootSql = (column: string): string =>
  `coalesce((select "intoId" from household_merge where "fromId" = ${column} and "undoneAt" is null), ${column})`;

/** Found entries with each household that was merged into another as that one, told once. */
export function asRoots<Entry extends { kind: string; refId: string; householdId: string | null; title: string }>(
  context: Reader,
  entries: readonly Entry[],
): Entry[] {
  const standing = entries.map((entry) => {
    const rootId = entry.kind === 'household' ? rootOf(context, entry.refId) : entry.refId;
    if (rootId === entry.refId) return entry;
    const { name = entry.title } =
      context.store.get<{ name: string }>('select name from household where id = ?', rootId) ?? {};
    return { ...entry, refId: rootId, householdId: rootId, title: name };
  });
  return standing.filter(
    ({ kind, refId }, index) => standing.findIndex((other) => other.kind === kind && other.refId === refId) === index,
  );
}
