import type { SearchHit, SearchKind } from '../../../shared/contract/households.ts';
import type { Article } from '../../../shared/regulation/article.ts';
import type { KeyCommand } from '../../ui/keys.ts';

/** The heads in their order; Ctrl+1 … Ctrl+7 show one of them alone. */
export const groupNames = ['操作', '去往', '当事人', '案件', '文书', '证据', '条文'] as const;
export type GroupName = (typeof groupNames)[number];

export const groupOfKind: Readonly<Record<SearchKind, GroupName>> = {
  household: '当事人',
  case: '案件',
  paper: '文书',
  exhibit: '证据',
};
export const kindOfGroup = new Map(
  Object.entries(groupOfKind).map(([kind, group]) => [group, kind as SearchKind] as const),
);

/** Rows of a head as long as all heads are shown. */
export const PER_GROUP = 5;

/** One thing that was found, and what choosing it does; `run` null where it may not be done now, a promise that is kept on arrival. */
export interface Found {
  id: string;
  group: GroupName;
  /** What was typed is its name or whole number: its head comes first. */
  isExact: boolean;
  run: (() => void | Promise<void>) | null;
  row: { hit: SearchHit } | { article: Article } | { command: KeyCommand } | { way: string; chord: string };
}

export interface FoundPart {
  name: string;
  found: readonly Found[];
  /** So many more there are behind 还有; the whole head is shown by choosing it. */
  more: number;
}

/** Everything found under its head, those first that hold exactly what was typed; a head alone when it is `narrowed`. */
export function partsOf(
  found: readonly Found[],
  more: ReadonlyMap<GroupName, number>,
  narrowed: GroupName | null,
): FoundPart[] {
  const parts = groupNames
    .filter((name) => narrowed === null || name === narrowed)
    .map((name) => {
      const own = found.filter(({ group }) => group === name).toSorted(byExact);
      const shown = narrowed === null ? own.slice(0, PER_GROUP) : own;
      return { name, found: shown, more: own.length - shown.length + (more.get(name) ?? 0) };
    })
    .filter((part) => part.found.length > 0);
  return parts.toSorted((a, b) => rankOf(a) - rankOf(b));
}

const byExact = (a: Found, b: Found): number => Number(b.isExact) - Number(a.isExact);
const rankOf = ({ found }: FoundPart): number => (found.some(({ isExact }) => isExact) ? 0 : 1);

/** The id of the row that shows the whole of a head. */
export const moreId = (name: string): string => `more ${name}`;
