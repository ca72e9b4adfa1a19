import { grams, phraseOf } from './grams.ts';
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

const everything = { sql: '(1)', params: {} };
const indexOf = (kind: SearchEntry['kind']): string => (kind === 'household' ? 'household_index' : 'search_index');

/**
 * Full text over overlapping bigrams made here: trigrams cannot find 张三, and a loadable tokenizer fails on encrypted
 * files. Newest first: rowids rise with time. Call `put` inside the unit of work of the change itself.
 */
export interface Search {
  /** `hidden` words are found but never shown (拼音首字母). */
  put: (entry: SearchEntry, hidden?: string) => void;
  /** Entries whose text holds every run of the query; 1–20 characters. `only` is a condition on the `case_record` of an entry that has one. */
  find: (query: string, limit: number, only?: { sql: string; params: object }) => SearchEntry[];
  findHouseholds: (query: string, limit: number) => SearchEntry[];
}

export function createSearch(store: Pick<Store, 'get' | 'all' | 'run'>): Search {
  const upsertText = `insert into search_text (kind, refId, caseId, householdId, title, body, at) values (@kind, @refId, @caseId, @householdId, @title, @body, @at)
     on conflict (kind, refId) do update set caseId = @caseId, householdId = @householdId, title = @title, body = @body, at = @at returning rowid`;
  const lookUp = (index: string, query: string, limit: number, only = everything): SearchEntry[] => {
    const phrase = phraseOf(query);
    if (!phrase) return [];
    return store.all<SearchEntry>(
      `select kind, refId, caseId, householdId, title, body, at from ${index} join search_text on search_text.rowid = ${index}.rowid
       where ${index} match @phrase and (caseId is null or exists (select 1 from case_record where case_record.id = search_text.caseId and ${only.sql}))
       order by ${index}.rowid desc limit @limit`,
      { phrase, limit, ...only.params },
    );
  };
  return {
    put: (entry, hidden = '') => {
      const { kind, refId, title, body } = entry;
      const before = store.get<{ title: string; body: string }>(
        'select title, body from search_text where kind = ? and refId = ?',
        kind,
        refId,
      );
      const row = store.get<{ rowid: number }>(upsertText, entry);
      // The hidden words come from the same text: where that is the same, so is all that is found.
      if (row === undefined || (before?.title === title && before.body === body)) return;
      const index = indexOf(kind);
      if (before !== undefined) store.run(`delete from ${index} where rowid = ?`, row.rowid);
      store.run(`insert into ${index} (rowid, grams) values (?, ?)`, row.rowid, grams(`${title}\n${body}\n${hidden}`));
    },
    find: (query, limit, only) =>
      [...lookUp('household_index', query, limit), ...lookUp('search_index', query, limit, only)].slice(0, limit),
    findHouseholds: (query, limit) => lookUp('household_index', query, limit),
  };
}

/** Where the parts of the query stand in the text, as [start, length]; the index is contentless, so highlights are made here. */
export function rangesOf(text: string, query: string): [number, number][] {
  const found: [number, number][] = [];
  const haystack = text.toLowerCase();
  for (const part of query.toLowerCase().split(/\s+/).filter(Boolean)) {
    for (
      let index = haystack.indexOf(part);
      index >= 0 && found.length < 20;
      index = haystack.indexOf(part, index + part.length)
    )
      found.push([index, part.length]);
  }
  return found.toSorted((a, b) => a[0] - b[0]);
}
