import type { SearchHit } from '../../../shared/contract/households.ts';
import type { SearchEntry, SearchKind } from '../../platform/store/search.ts';
import type { FeatureContext } from '../context.ts';
import { openable } from '../staff/access.ts';
import { factsOfHit } from './hit-facts.ts';
import { asRoots } from './merged.ts';
import { casesNamed } from './search-everything.ts';

const kinds: Readonly<Record<string, SearchKind>> = {
  案件: 'case',
  文书: 'paper',
  证据: 'exhibit',
  一户式档案: 'household',
};
/** Looks gone through for what was opened last: a morning's work. */
const LOOKS_READ = 200;

/**
 * What this person opened last (最近打开), the last one first. 查阅记录 tells it already, so that nothing more is kept of anybody; what
 * may not be opened any more is left out.
 */
export function recentlyOpened(context: FeatureContext, limit: number): SearchHit[] {
  const { store, operator } = context;
  const access = openable(operator);
  const looks = store.all<{ kind: string; subjectId: string }>(
    'select kind, subjectId from look where "personId" = ? order by seq desc limit ?',
    operator.personId,
    LOOKS_READ,
  );
  const opened = [...new Set(looks.map(({ kind, subjectId }) => `${kinds[kind] ?? ''} ${subjectId}`))];
  const found = opened.flatMap((each) => {
    const [kind, refId] = each.split(' ');
    return store.all<SearchEntry>(
      `select kind, refId, caseId, householdId, title, body, at from search_text where kind = @kind and refId = @refId
         and (caseId is null or exists (select 1 from case_record where case_record.id = search_text.caseId and ${access.sql}))`,
      { kind, refId, ...access.params },
    );
  });
  const entries = asRoots(context, found).slice(0, limit);
  const whoseOf = casesNamed(
    context,
    entries.flatMap(({ caseId }) => caseId ?? []),
  );
  const factsOf = factsOfHit(context);
  return entries.map(({ kind, refId, caseId, householdId, title, at }) => ({
    kind,
    id: refId,
    caseId,
    householdId,
    title,
    ...whoseOf(caseId),
    ...factsOf(kind, refId, '', ''),
    text: '',
    ranges: [],
    isExact: false,
    at,
  }));
}
