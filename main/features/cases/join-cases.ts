import { v7 as newId } from 'uuid';
import type { CaseFile } from '../../../shared/case-file.ts';
import type { Joinable } from '../../../shared/contract/cases.ts';
import { approvalOf, obstaclesToJoin, obstaclesToPart } from '../../../shared/procedure/join-cases.ts';
import type { Obstacle } from '../../../shared/procedure/procedure.ts';
import { notFound, RefusalError } from '../../platform/refusal-error.ts';
import { caseJoinTable, type CaseJoinRow } from '../../platform/store/tables/cases.ts';
import { type FeatureContext, nowOf, todayOf } from '../context.ts';
import { caseSummaries } from '../households/case-summaries.ts';
import { rootSql } from '../households/merged.ts';
import { openable, requireAccess } from '../staff/access.ts';
import { procedureOf } from './case-definitions.ts';
import { readCaseFile, readWholeCase } from './case-file.ts';
import { takeOverPeople } from './join-people.ts';
import { usedApprovals } from './joined-cases.ts';
import { changeCase } from './change-case.ts';

export interface JoinRequest {
  /** The case that stands. */
  caseId: string;
  version: number;
  otherId: string;
  reason: string;
}

/** The running cases of the same parties, each with why it cannot be joined to this one; see `cases.joinable`. */
export function listJoinable(context: FeatureContext, caseId: string): Joinable[] {
  requireAccess(context, caseId);
  const into = readWholeCase(context, caseId);
  const access = openable(context.operator);
  const summaries = caseSummaries(
    context,
    `where case_record.id <> @caseId and state in ('source', 'open') and ${access.sql} and exists (
       select 1 from case_party own join case_party other on other.caseId = case_record.id
       where own.caseId = @caseId and own.leftAt is null and other.leftAt is null
         and ${rootSql('own.householdId')} = ${rootSql('other.householdId')})
     order by case_record.createdAt limit 50`,
    { caseId, ...access.params },
  );
  return summaries.map((summary) => ({
    ...summary,
    obstacles: faultsOfJoining(context, into, readWholeCase(context, summary.id)),
  }));
}

/** 并案; see `cases.join`. */
export async function joinCase(context: FeatureContext, request: JoinRequest): Promise<CaseFile> {
  const { caseId, version, otherId, reason } = request;
  for (const id of [caseId, otherId]) requireAccess(context, id);
  const [into, from] = [readWholeCase(context, caseId), readWholeCase(context, otherId)];
  if (caseId === otherId) throw notFound('case');
  const obstacles = faultsOfJoining(context, into, from);
  if (obstacles.length > 0) throw new RefusalError({ code: 'not-yet', act: '并案', obstacles });
  const approval = approvalOf(into, '并案', usedApprovals(context.store, caseId));
  const needsApproval = into.case.state === 'open' || from.case.state === 'open';
  const row: CaseJoinRow = {
    id: newId(),
    fromId: otherId,
    intoId: caseId,
    stateBefore: from.case.state === 'open' ? 'open' : 'source',
    reason,
    paperId: needsApproval ? (approval?.id ?? null) : null,
    by: context.operator.name,
    at: nowOf(context),
    undoneReason: null,
    undonePaperId: null,
    undoneBy: null,
    undoneAt: null,
  };
  await context.store.unit.run(async (tx) => {
    await tx.insert(caseJoinTable, row);
    const taken = await takeOverPeople(context, tx, into, from);
    const said = { reason, ...both(into, from), approval: approvalNamed(approval, row.paperId), ...taken };
    await changeCase(context, otherId, '并入另案', () => ({ state: 'joined' }), said);
    await changeCase(context, caseId, '并案', (before) => refuseStale(before, version), said);
  });
  return readCaseFile(context, caseId);
}

/** 分案: a case that was joined is handled by itself again; see `cases.part`. */
export async function partCase(context: FeatureContext, request: JoinRequest): Promise<CaseFile> {
  const { caseId, version, otherId, reason } = request;
  requireAccess(context, caseId);
  const row = context.store.get<CaseJoinRow>(
    'select * from case_join where "fromId" = ? and "intoId" = ? and "undoneAt" is null',
    otherId,
    caseId,
  );
  if (row === undefined) throw notFound('case');
  const into = readWholeCase(context, caseId);
  const templates = context.editions.templates(todayOf(context));
  const used = usedApprovals(context.store, caseId);
  const obstacles = obstaclesToPart(into, { templates, used });
  if (obstacles.length > 0) throw new RefusalError({ code: 'not-yet', act: '分案', obstacles });
  const approval = into.case.state === 'open' ? approvalOf(into, '分案', used) : undefined;
  await context.store.unit.run(async (tx) => {
    const undone = {
      undoneReason: reason,
      undonePaperId: approval?.id ?? null,
      undoneBy: context.operator.name,
      undoneAt: nowOf(context),
    };
    await tx.update(caseJoinTable, { id: row.id }, undone);
    const said = { reason, ...both(into, readWholeCase(context, otherId)), approval: approval?.number ?? undefined };
    await changeCase(context, otherId, '分案', () => ({ state: row.stateBefore }), said);
    await changeCase(context, caseId, '分案', (before) => refuseStale(before, version), said);
  });
  return readCaseFile(context, caseId);
}

const faultsOfJoining = (context: FeatureContext, into: CaseFile, from: CaseFile): Obstacle[] =>
  obstaclesToJoin({
    into,
    from,
    procedure: procedureOf(context, into),
    templates: context.editions.templates(todayOf(context)),
    used: usedApprovals(context.store, into.case.id),
  });

const nameOf = ({ case: { number, causeName } }: CaseFile): string =>
  number === '' ? causeName : `${causeName}（${number}）`;

/** Which case stands and which was joined, for both records. */
const both = (into: CaseFile, from: CaseFile): { into: string; from: string } => ({
  into: nameOf(into),
  from: nameOf(from),
});

const approvalNamed = (approval: CaseFile['papers'][number] | undefined, paperId: string | null): string | undefined =>
  paperId === null ? undefined : (approval?.number ?? approval?.name);

/** Nothing of the record itself changes but its version. */
function refuseStale(before: { causeName: string; version: number; updatedAt: string }, version: number): object {
  if (before.version === version) return {};
  throw new RefusalError({ code: 'stale', what: before.causeName, by: '其他人', at: before.updatedAt });
}
