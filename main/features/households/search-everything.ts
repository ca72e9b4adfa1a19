import type { SearchHit, SearchHits } from '../../../shared/contract/households.ts';
import { type SearchKind, rangesOf } from '../../platform/store/search.ts';
import type { FeatureContext } from '../context.ts';
import { openable } from '../staff/access.ts';
import { partyTitles } from './case-summaries.ts';
import { factsOfHit } from './hit-facts.ts';
import { asRoots } from './merged.ts';

interface Ask {
  query: string;
  kinds: readonly SearchKind[];
  inNumber: boolean;
  limit: number;
}

/** The search field on top: everything this person may see, with the places that match; of each kind the newest and how many more there are. */
export function searchEverything(context: FeatureContext, { query, kinds, inNumber, limit }: Ask): SearchHits {
  const only = openable(context.operator);
  const found = kinds.map((kind) => {
    const first = numbered(context, kind, query);
    return { kind, first, ...context.search.find(kind, query, { limit, only, inNumber, first }) };
  });
  const entries = asRoots(
    context,
    found.flatMap((part) => part.entries),
  );
  const whoseOf = casesNamed(
    context,
    entries.flatMap(({ caseId }) => caseId ?? []),
  );
  const factsOf = factsOfHit(context);
  const exact = new Set(found.flatMap(({ first }) => first));
  return {
    hits: entries.map(({ kind, refId, caseId, householdId, title, body, at }) => {
      const text = excerpt(body, query);
      const [whose, facts] = [whoseOf(caseId), factsOf(kind, refId, body, query)];
      return {
        kind,
        id: refId,
        caseId,
        householdId,
        title,
        ...whose,
        ...facts,
        text,
        ranges: rangesOf(text, query),
        isExact: exact.has(refId),
        at,
      };
    }),
    more: found.map(({ kind, more }) => ({ kind, more })),
  };
}

/** By whom a case is called, and its number; '' for what belongs to no case. */
export function casesNamed(
  { store }: FeatureContext,
  caseIds: readonly string[],
): (caseId: string | null) => Pick<SearchHit, 'party' | 'caseNumber'> {
  const ids = [...new Set(caseIds)];
  const partyOf = partyTitles(store, ids);
  const numbers = new Map(
    store
      .all<{ id: string; number: string }>(
        'select id, number from case_record where id in (select value from json_each(?))',
        JSON.stringify(ids),
      )
      .map(({ id, number }) => [id, number]),
  );
  return (caseId) =>
    caseId === null ? { party: '', caseNumber: '' } : { party: partyOf(caseId), caseNumber: numbers.get(caseId) ?? '' };
}

/** The paper or case whose whole number was typed, in whichever brackets. */
function numbered({ store }: FeatureContext, kind: SearchKind, query: string): string[] {
  const table = kind === 'paper' ? 'paper' : kind === 'case' ? 'case_record' : null;
  const number = query.replaceAll(/\s/g, '').replace(/[[［(（【](\d{4})[\]］)）】]/, '〔$1〕');
  if (table === null || !/\d/.test(number)) return [];
  return store
    .all<{ id: string }>(`select id from ${table} where number = ? and number <> ''`, number)
    .map(({ id }) => id);
}

const EXCERPT_LENGTH = 80;
const BEFORE_MATCH = 30;
const SENTENCE_ENDS = '。！？；';

/**
 * What holds the first match, from the beginning of its sentence; of a long sentence only what stands before the match. Empty where the
 * title alone matches: the beginning of a paper says nothing about it.
 */
export function excerpt(body: string, query: string): string {
  const first = rangesOf(body, query)[0]?.[0];
  if (first === undefined) return '';
  const line = body.lastIndexOf('\n', first - 1) + 1;
  const ends = body.indexOf('\n', first);
  const text = body.slice(line, ends < 0 ? undefined : ends);
  const start = beginningOf(text, first - line);
  const end = start + EXCERPT_LENGTH;
  const shown = text.slice(start, end).replaceAll(/\s+/g, ' ').trim();
  const isWhole = start === 0 || SENTENCE_ENDS.includes(text.charAt(start - 1));
  return `${isWhole ? '' : '…'}${shown}${end < text.length ? '…' : ''}`;
}

/** Where the sentence of a match begins; where that is far, its clause, else a few characters before it. */
function beginningOf(text: string, match: number): number {
  const earliest = match - BEFORE_MATCH;
  if (earliest <= 0) return 0;
  const before = text.slice(earliest, match);
  const after = (marks: string): number => Math.max(...[...marks].map((mark) => before.lastIndexOf(mark))) + 1;
  const [sentence, clause] = [after(SENTENCE_ENDS), after('，、：')];
  return sentence > 0 || clause > 0 ? earliest + (sentence > 0 ? sentence : clause) : match - BEFORE_MATCH / 2;
}
