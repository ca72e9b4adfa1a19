import type { CaseFile } from '../../../shared/case-file.ts';
import { obstaclesToChangeProcedure, papersBeyond } from '../../../shared/procedure/change-procedure.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import type { FeatureContext } from '../context.ts';
import { requireAccess } from '../staff/access.ts';
import { readCaseFile } from './case-file.ts';
import { changeCase, requireFollowable } from './change-case.ts';

export interface ProcedureChange {
  caseId: string;
  version: number;
  procedure: string;
  causeName: string;
  followsId: string | null;
  reason: string;
}

/** Another way for a case before 立案; see `cases.changeProcedure`. */
export async function changeProcedure(context: FeatureContext, change: ProcedureChange): Promise<CaseFile> {
  const { caseId, version, procedure, causeName, reason } = change;
  requireAccess(context, caseId);
  const file = readCaseFile(context, caseId);
  const { procedures } = context.definitions;
  const [from, to] = [procedures.get(file.case.procedure), procedures.get(procedure)];
  if (from === undefined || to === undefined) throw notFound('template');
  if (from === to) throw invalidField('procedure', '办案流程', `本案现在就是${to.name}。`);
  const obstacles = obstaclesToChangeProcedure(file, to);
  if (obstacles.length > 0) throw new RefusalError({ code: 'not-yet', act: '变更办案流程', obstacles });
  const followsId = to.follows === undefined ? null : change.followsId;
  if (followsId !== null && followsId !== file.case.followsId) requireFollowable(context, caseId, followsId);
  await changeCase(
    context,
    caseId,
    '变更办案流程',
    (before) => {
      if (before.version !== version)
        throw new RefusalError({ code: 'stale', what: before.causeName, by: '其他人', at: before.updatedAt });
      return { procedure, causeName, followsId };
    },
    {
      reason,
      before: { procedure: from.name, causeName: file.case.causeName },
      after: { procedure: to.name, causeName },
      kept: papersBeyond(file, to).map(({ name, number }) => number ?? name),
    },
  );
  return readCaseFile(context, caseId);
}
