import type { CaseFile } from '../../../shared/case-file.ts';
import type { VolumePlan } from '../../../shared/contract/archive.ts';
import { periodIds } from '../../../shared/periods/period-ids.ts';
import { openCase } from '../cases/open-case.ts';
import type { FeatureContext } from '../context.ts';
import { caseTitle } from './case-title.ts';
import { boundParts, filingCase } from './filing.ts';
import { catalogueRows } from './rows.ts';

/** The volume a case would make today: its catalogue, and what is proposed for its cover. */
export function planVolume(context: FeatureContext, caseId: string): VolumePlan {
  const filing = filingCase(context, caseId);
  const { file, procedure, findings } = filing;
  return {
    rows: boundParts(filing).flatMap(({ part, items }) => catalogueRows(file, items).map((row) => ({ ...row, part }))),
    title: caseTitle(file),
    retention: file.settings.retentions[procedure.id] ?? procedure.retention,
    archiveNo: proposedArchiveNo(context.store, file),
    due: openCase(context, caseId).periods.find(({ ruleId }) => ruleId === periodIds.archiving)?.statutory ?? null,
    findings,
  };
}

/** Year of closing and the running number of volumes of that year: 8 digits. */
function proposedArchiveNo(store: FeatureContext['store'], file: CaseFile): string {
  const year = file.today.slice(0, 4);
  const made = store.get<{ n: number }>(
    'select count(*) as n from volume where filedAt like ? and "supplementId" is null and "part" is not \'副卷\'',
    `${year}%`,
  );
  return `${year}${String((made?.n ?? 0) + 1).padStart(4, '0')}`;
}
