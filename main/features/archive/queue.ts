import { periodIds } from '../../../shared/periods/period-ids.ts';
import { isOverdue } from '../../../shared/periods/periods.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';
import { dayOf } from '../../../shared/time/moments.ts';
import { openCase } from '../cases/open-case.ts';
import { type FeatureContext, todayOf } from '../context.ts';
import { templateOf } from '../cases/case-definitions.ts';
import { caseSummaries } from '../households/case-summaries.ts';
import { openable } from '../staff/access.ts';

/** Closed cases that wait for their volume, the longest closed first (第三十五条: 30 days after execution ended). */
export function filingQueue(context: FeatureContext) {
  const access = openable(context.operator);
  return caseSummaries(
    context,
    `where state = 'closed' and ${access.sql} order by closedAt limit 1000`,
    access.params,
  ).map((caseSummary) => {
    const { file, periods } = openCase(context, caseSummary.id);
    const period = periods.find((each) => each.ruleId === periodIds.archiving && each.metAt === null);
    const closed = file.papers.findLast(
      (paper) => paper.status === 'issued' && templateOf(context, file, paper.templateId).class === 'closing',
    );
    return {
      caseId: caseSummary.id,
      number: caseSummary.number,
      causeName: caseSummary.causeName,
      partyName: partiesTitle(caseSummary.partyNames),
      closedAt: period?.from ?? dayOf(closed?.issuedAt ?? caseSummary.createdAt),
      due: period?.statutory ?? null,
      overdue: period !== undefined && isOverdue(period, todayOf(context)),
    };
  });
}
