import type { CaseSummary } from '../../../shared/contract/households.ts';
import type { FeatureContext } from '../context.ts';
import { caseSummaries } from '../households/case-summaries.ts';
import { openable } from '../staff/access.ts';

interface Ask {
  state: CaseSummary['state'] | null;
  mine: boolean;
  before: string | null;
  limit: number;
}

export function listCases(context: FeatureContext, { state, mine, before, limit }: Ask): CaseSummary[] {
  const access = openable(context.operator);
  const filter = `(@state is null or state = @state) and ${access.sql}`;
  return caseSummaries(
    context,
    // Either way an index gives the newest first, and the walk ends with the last row shown.
    mine
      ? `join case_officer mine on mine.caseId = case_record.id where mine.personId = @personId and mine.begunAt < @before and ${filter} order by mine.begunAt desc limit @limit`
      : `where case_record.createdAt < @before and ${filter} order by case_record.createdAt desc limit @limit`,
    { state, before: before ?? '9999', personId: context.operator.personId, limit, ...access.params },
  );
}
