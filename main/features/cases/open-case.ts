import type { CaseFile } from '../../../shared/case-file.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import type { Template } from '../../../shared/template/template.ts';
import { type FeatureContext, todayOf } from '../context.ts';
import { requireAccess } from '../staff/access.ts';
import { readWholeCase, shownTo } from './case-file.ts';
import { countPeriods } from './case-periods.ts';

export interface OpenedCase {
  file: CaseFile;
  periods: Period[];
}

/** The snapshot and its periods; refuses who has nothing to do with the case. */
export function openCase(context: FeatureContext, caseId: string): OpenedCase {
  requireAccess(context, caseId);
  const whole = readWholeCase(context, caseId);
  return { file: shownTo(context, whole), periods: countPeriods(context, whole) };
}

/** The same for the page, which is a look at the case, with the editions this case began with where they differ from today's; see `cases.open`. */
export function openCaseAsked(
  context: FeatureContext,
  caseId: string,
): OpenedCase & { templates: Template[]; later: string[] } {
  const opened = openCase(context, caseId);
  context.looks.note({ kind: '案件', what: opened.file.case.causeName, subjectId: caseId, caseId });
  const current = context.editions.templates(todayOf(context));
  const own = context.editions.templates(opened.file.case.createdAt);
  return {
    ...opened,
    templates: [...own.values()].filter((template) => current.get(template.id) !== template),
    later: [...current.keys()].filter((id) => !own.has(id)),
  };
}
