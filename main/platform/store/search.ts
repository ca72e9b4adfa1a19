import { inAnyDots } from '../../../shared/chinese/name-form.ts';
import { grams, likeness, phraseOf, runs } from './grams.ts';
import type { Store } from './open.ts';

/** What is found: `body` is the text searched and shown; ids say where it belongs. */
export interface SearchEntry {
  kind: 'household' | 'case' | 'paper' | 'exhibit';
  refId: string;
  caseId: string | null;
  householdId: string | null;
  title: string;
  body: string;
  at: string;
}

export type SearchKind = SearchEntry['kind'];

/** Words that are found but never shown: `letters` from any of them on (拼音首字母), `words` from the beginning (全拼). */
export interface HiddenWords {
  letters: readonly string[];
  words: readonly string[];
}

export interface Asked {
  limit: number;
  /** A condition on the `case_record` of an entry that has one. */
  only?: { sql: string; params: object };
  /** What comes before all that is found: it is what was asked for by its whole number. */
  first?: readonly string[];
  /** Only where the number, which is the first line of the text, holds what is looked for. */
  inNumber?: boolean;
}

export interface Found {
  entries: SearchEntry[];
  /** How many more there are, up to `MOST_MORE`. */
  more: number;
}

/** So many are counted beyond those that are shown: who has more hits types on. */
export const MOST_MORE = 99;
/** The newest hits whose number is looked at: a number of two digits stands in the text of most papers. */
const NUMBERS_LOOKED_AT = 5000;

const everything = { sql: '(1)', params: {} };

/**
 * Full text over overlapping bigrams made here: trigrams cannot find 张三, and a loadable tokenizer fails on encrypted
 * files. Each kind has an index of its own; newest first, since rowids rise with time. Call `put` inside the unit of work of the change itself.
 */
export interface Search {
  put: (entry: SearchEntry, hidden?: HiddenWords) => void;
  /** Entries whose text holds every run of the query. */
  find: (kind: SearchKind, query: string, asked: Asked) => Found;
  /** The ids whose text shares most with the words or begins with how they sound (全拼), the most alike first: for what may be spelled otherwise. */
  near: (kind: SearchKind, words: { text: string; sound: string }, limit: number) => string[];
  /** The ids alone, the newest first and at most `limit`, whoever may see them. */
  ids: (kind: SearchKind, query: string, limit: number) => string[];
}

export function createSearch(store: Pick<Store, 'get' | 'all' | 'run'>): Search {
  return {
    put: (entry, hidden) => putEntry(store, entry, hidden),
    find: (kind, query, asked) => {
      const { limit } = asked;
      const rowids = [...new Set([...rowsOfFirst(store, kind, asked), ...rowsHolding(store, kind, query, asked)])];
      const entries = store.all<SearchEntry>(
        `select kind, refId, caseId, householdId, title, body, at from json_each(?) found cross join search_text on search_text.rowid = found.value order by found.key`,
        JSON.stringify(rowids.slice(0, limit)),
      );
      return { entries, more: Math.min(MOST_MORE, Math.max(0, rowids.length - limit)) };
    },
    near: (kind, { text, sound }, limit) => {
      const index = `${kind}_index`;
      return store
        .all<{ refId: string }>(
          `select refId from (select rowid, rank from ${index} where ${index} match ? order by rank limit ?) alike
           join search_text on search_text.rowid = alike.rowid order by alike.rank`,
          likeness(text, sound),
          limit,
        )
        .map(({ refId }) => refId);
    },
    ids: (kind, query, limit) => {
      const index = `${kind}_index`;
      return store
        .all<{ refId: string }>(
          `select refId from ${index} join search_text on search_text.rowid = ${index}.rowid where ${index} match ? order by ${index}.rowid desc limit ?`,
          // What holds nothing to look for is found nowhere.
          phraseOf(query) ?? '""',
          limit,
        )
        .map(({ refId }) => refId);
    },
  };
}

function putEntry(
  store: Pick<Store, 'get' | 'run'>,
  entry: SearchEntry,
  { letters, words }: HiddenWords = { letters: [], words: [] },
): void {
  const { kind, refId, title, body } = entry;
  const before = store.get<{ title: string; body: string }>(
    'select title, body from search_text where kind = ? and refId = ?',
    kind,
    refId,
  );
  const row = store.get<{ rowid: number }>(
    `insert into search_text (kind, refId, caseId, householdId, title, body, at) values (@kind, @refId, @caseId, @householdId, @title, @body, @at)
     on conflict (kind, refId) do update set caseId = @caseId, householdId = @householdId, title = @title, body = @body, at = @at returning rowid`,
    entry,
  );
  // The hidden words come from the same text: where that is the same, so is all that is found.
  if (row === undefined || (before?.title === title && before.body === body)) return;
  const index = `${kind}_index`;
  if (before !== undefined) store.run(`delete from ${index} where rowid = ?`, row.rowid);
  const tokens = [grams([title, body, ...letters].join('\n')), ...words].join(' ');
  store.run(`insert into ${index} (rowid, grams) values (?, ?)`, row.rowid, tokens);
}

const mayBeShown = ({ sql }: { sql: string }): string =>
  `(caseId is null or exists (select 1 from case_record where case_record.id = search_text.caseId and ${sql}))`;

function rowsHolding(
  store: Pick<Store, 'all'>,
  kind: SearchKind,
  query: string,
  { limit, only = everything, inNumber = false }: Asked,
): number[] {
  const phrase = phraseOf(query);
  if (phrase === undefined) return [];
  const index = `${kind}_index`;
  const newest = `select rowid from ${index} where ${index} match @phrase`;
  const number = `lower(substr(body, 1, instr(body || char(10), char(10)) - 1))`;
  const holds = inNumber
    ? `not exists (select 1 from json_each(@parts) part where instr(${number}, part.value) = 0)`
    : '1';
  return store
    .all<{ rowid: number }>(
      `select search_text.rowid from (${newest}${inNumber ? ` order by rowid desc limit ${NUMBERS_LOOKED_AT}` : ''}) newest
       cross join search_text on search_text.rowid = newest.rowid
       where ${mayBeShown(only)} and ${holds} order by newest.rowid desc limit @length`,
      { phrase, parts: JSON.stringify(runs(query)), length: limit + MOST_MORE, ...only.params },
    )
    .map(({ rowid }) => rowid);
}

const rowsOfFirst = (store: Pick<Store, 'all'>, kind: SearchKind, { only = everything, first = [] }: Asked): number[] =>
  first.length === 0
    ? []
    : store
        .all<{ rowid: number }>(
          `select rowid from search_text where kind = @kind and refId in (select value from json_each(@first)) and ${mayBeShown(only)}`,
          { kind, first: JSON.stringify(first), ...only.params },
        )
        .map(({ rowid }) => rowid);

/** Where the parts of the query stand in the text, as [start, length], in whatever dots a name is written; the index is contentless, so highlights are made here. */
export function rangesOf(text: string, query: string): [number, number][] {
  const parts = query.split(/\s+/).filter(Boolean).map(inAnyDots);
  return parts
    .flatMap((part) =>
      [...text.matchAll(part)].slice(0, 20).map(({ index, 0: found }) => [index, found.length] as [number, number]),
    )
    .toSorted((a, b) => a[0] - b[0]);
}
