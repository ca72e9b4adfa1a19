import type { CaseFile } from '../../../shared/case-file.ts';
import type { FeatureContext } from '../context.ts';
import { readWholeCase } from './case-file.ts';
import { countPeriods, refreshLinkedPeriods, storePeriods } from './case-periods.ts';

/** To be called in the unit of work of every change: periods and search follow the case. */
export function refreshDerived(context: FeatureContext, caseId: string): void {
  const whole = readWholeCase(context, caseId);
  storePeriods(context, whole, countPeriods(context, whole));
  // What happens in one case may start or meet periods of the others about the same decision.
  refreshLinkedPeriods(context, whole);
  indexCase(context, whole);
}

function indexCase({ search }: FeatureContext, { case: record, parties }: CaseFile): void {
  search.put({
    kind: 'case',
    refId: record.id,
    caseId: record.id,
    householdId: parties[0]?.householdId ?? null,
    title: record.causeName,
    body: [record.number, ...parties.map(({ name }) => name)].filter(Boolean).join('\n'),
    at: record.createdAt,
  });
}
