import type { CaseFile } from '../../../shared/case-file.ts';
import {
  type Assignment,
  asksForReason,
  assignmentVerb,
  faultOfAssignment,
  whyNotAssign,
} from '../../../shared/procedure/assignment.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { type FeatureContext } from '../context.ts';
import { requireAccess } from '../staff/access.ts';
import { listUnits } from '../staff/units.ts';
import { readCaseFile, readWholeCase, shownTo } from './case-file.ts';
import { requireKnownOfficers } from './case-officers.ts';
import { changeCase } from './change-case.ts';
import { refuseLaidAside } from './refuse-laid-aside.ts';

export interface CaseAssignment extends Assignment {
  caseId: string;
  version: number;
  reason: string;
}

/**
 * Gives a case to a unit and to officers: 分派, 移交承办单位, 更换承办人. Who made it may not be able to open the case any more, so the
 * answer is the case as it was shown to them.
 */
export async function assignCase(
  context: FeatureContext,
  { caseId, version, unitId, officerIds, reason }: CaseAssignment,
): Promise<CaseFile> {
  requireAccess(context, caseId);
  refuseLaidAside(context, caseId, '分派');
  const file = readCaseFile(context, caseId);
  const after = { unitId, officerIds: [...new Set(officerIds)] };
  refuse(context, file, after, reason);
  requireKnownOfficers(
    context,
    after.officerIds.filter((id) => !file.case.officerIds.includes(id)),
  );
  const said = (assignment: Assignment) => saidOf(context, file, assignment);
  await changeCase(
    context,
    caseId,
    assignmentVerb(file.case, after),
    (before) => {
      if (before.version !== version)
        throw new RefusalError({ code: 'stale', what: before.causeName, by: '其他人', at: before.updatedAt });
      return after;
    },
    { reason, before: said(file.case), after: said(after) },
  );
  return shownTo(context, readWholeCase(context, caseId));
}

function refuse(context: FeatureContext, file: CaseFile, after: Assignment, reason: string): void {
  const fault = faultOfAssignment(after, file);
  if (fault !== null) throw invalidField('officerIds', '承办人', fault, 18);
  const notMine = whyNotAssign(after, context.operator, file);
  if (notMine !== null) throw invalidField('officerIds', '承办单位和承办人', notMine, 13);
  if (reason === '' && asksForReason(file.case, after))
    throw invalidField('reason', '原因', '移交承办单位、减少承办人，请写明原因。', 4);
  if (after.unitId !== null && after.unitId !== file.case.unitId) requireActiveUnit(context, after.unitId);
}

/** Refuses a unit that is not there any more. */
export function requireActiveUnit({ office }: FeatureContext, unitId: string): void {
  if (!listUnits(office.store).some(({ id, active }) => id === unitId && active)) throw notFound('unit');
}

/** An assignment in words, as the record has it. */
const saidOf = ({ office }: FeatureContext, { officers }: CaseFile, { unitId, officerIds }: Assignment) => ({
  unit: listUnits(office.store).find(({ id }) => id === unitId)?.name ?? '未定',
  unitId,
  officers: officerIds.map((id) => officers.find(({ personId }) => personId === id)?.name ?? id),
  officerIds,
});
