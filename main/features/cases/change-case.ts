import type { CaseFile } from '../../../shared/case-file.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { caseTable, type CaseRow } from '../../platform/store/tables/cases.ts';
import { type FeatureContext, emitChanged, nowOf } from '../context.ts';
import { requireAccess } from '../staff/access.ts';
import { readCaseFile, readWholeCase } from './case-file.ts';
import { replaceOfficers } from './case-officers.ts';
import { refuseLaidAside } from './refuse-laid-aside.ts';
import { refreshDerived } from './refresh-derived.ts';

type CaseEdit = Partial<
  Pick<
    CaseRow,
    'procedure' | 'number' | 'causeName' | 'officerIds' | 'state' | 'closedAt' | 'unitId' | 'followsId' | 'cancelReason'
  >
>;

/**
 * Changes the record of a case inside a unit of work and keeps officers, periods, search and audit in step.
 * @param said what the entry says in words beside or instead of the values
 */
export async function changeCase(
  context: FeatureContext,
  caseId: string,
  verb: string,
  edit: (before: CaseRow) => CaseEdit,
  said: Record<string, unknown> = {},
): Promise<void> {
  await context.store.unit.run(async (tx) => {
    const before = await tx.findOneBy(caseTable, { id: caseId });
    if (!before) throw notFound('case');
    const changes = edit(before);
    // What changes the state itself is the act that restores it.
    if (changes.state === undefined) refuseLaidAside(context, caseId);
    await tx.update(caseTable, { id: caseId }, { ...changes, version: before.version + 1, updatedAt: nowOf(context) });
    if (changes.officerIds) replaceOfficers(context, before, changes.officerIds);
    refreshDerived(context, caseId);
    if (changes.followsId !== undefined && before.followsId !== null) refreshDerived(context, before.followsId);
    const old = Object.fromEntries(Object.keys(changes).map((key) => [key, before[key as keyof CaseRow]]));
    context.audit.append({
      verb,
      what: changes.causeName ?? before.causeName,
      subjectId: caseId,
      caseId,
      detail: { before: old, after: changes, ...said },
    });
  });
  emitChanged(context, ['cases', 'households', 'archive'], caseId);
}

export interface CaseUpdate {
  caseId: string;
  version: number;
  causeName: string;
  followsId?: string | null | undefined;
}

/** What a clerk changes of the record by hand: cause and the case it follows. */
export async function updateCase(
  context: FeatureContext,
  { caseId, version, causeName, followsId }: CaseUpdate,
): Promise<CaseFile> {
  requireAccess(context, caseId);
  await changeCase(context, caseId, '修改案件登记', (before) => {
    // Who keeps a link that somebody else made need not be able to open the case.
    if (followsId && followsId !== before.followsId) requireFollowable(context, caseId, followsId);
    if (before.version !== version)
      throw new RefusalError({ code: 'stale', what: before.causeName, by: '其他人', at: before.updatedAt });
    return { causeName, ...(followsId === undefined ? {} : { followsId }) };
  });
  return readCaseFile(context, caseId);
}

/** A case follows one that may be opened and neither is it nor follows on it. */
export function requireFollowable(context: FeatureContext, caseId: string, followsId: string): void {
  requireAccess(context, followsId);
  const after = readWholeCase(context, caseId).linked.some(({ id, stands }) => id === followsId && stands === 'later');
  if (followsId === caseId || after)
    throw invalidField('followsId', '所涉案件', '所选案件是本案自己或者本案的后续案件，请选作出决定的案件。');
}
