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

export function createSearch(store: Pick<Store, 'db' | 'get' | 'all'>): Search {
  const upsertText = store.db.prepare(
    `insert into search_text (kind, refId, caseId, householdId, title, body, at) values (@kind, @refId, @caseId, @householdId, @title, @body, @at)
     on conflict (kind, refId) do update set caseId = @caseId, householdId = @householdId, title = @title, body = @body, at = @at returning rowid`,
  );
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
      const { rowid } = upsertText.get(entry) as { rowid: number };
      const index = indexOf(entry.kind);
      store.db.prepare(`delete from ${index} where rowid = ?`).run(rowid);
      store.db
        .prepare(`insert into ${index} (rowid, grams) values (?, ?)`)
        .run(rowid, grams(`${entry.title}\n${entry.body}\n${hidden}`));
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
