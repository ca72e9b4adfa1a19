import type { CaseFile } from '../../../shared/case-file.ts';
import { obstaclesToCancel, whyNotCancel } from '../../../shared/procedure/cancel-case.ts';
import { caseStateWords } from '../../../shared/procedure/case-words.ts';
import { invalidField, RefusalError } from '../../platform/refusal-error.ts';
import type { FeatureContext } from '../context.ts';
import { requireAccess } from '../staff/access.ts';
import { procedureOf } from './case-definitions.ts';
import { readWholeCase, shownTo } from './case-file.ts';
import { changeCase } from './change-case.ts';

export interface Cancelling {
  caseId: string;
  version: number;
  reason: string;
}

/** 撤销登记: a case registered by mistake leaves lists, 今日 and periods; see `cases.cancel`. */
export async function cancelCase(context: FeatureContext, request: Cancelling): Promise<CaseFile> {
  const file = fileFor(context, request.caseId);
  const obstacles = obstaclesToCancel({ file, procedure: procedureOf(context, file) });
  if (obstacles.length > 0) throw new RefusalError({ code: 'not-yet', act: '撤销登记', obstacles });
  return setCancelled(context, '撤销登记', request, { state: 'cancelled', cancelReason: request.reason });
}

/** 恢复登记: the same taken back; see `cases.restore`. */
export async function restoreCase(context: FeatureContext, request: Cancelling): Promise<CaseFile> {
  const { case: record } = fileFor(context, request.caseId);
  if (record.state !== 'cancelled')
    throw new RefusalError({ code: 'wrong-status', what: record.causeName, is: '没有撤销登记', act: '恢复登记' });
  return setCancelled(context, '恢复登记', request, { state: 'source', cancelReason: null });
}

/** The whole case, of somebody who may do this. */
function fileFor(context: FeatureContext, caseId: string): CaseFile {
  requireAccess(context, caseId);
  const file = readWholeCase(context, caseId);
  const notMine = whyNotCancel(context.operator, file);
  if (notMine !== null) throw invalidField('reason', '撤销登记', notMine, 13);
  return file;
}

async function setCancelled(
  context: FeatureContext,
  verb: string,
  { caseId, version, reason }: Cancelling,
  after: { state: 'source' | 'cancelled'; cancelReason: string | null },
): Promise<CaseFile> {
  await changeCase(
    context,
    caseId,
    verb,
    (before) => {
      if (before.version !== version)
        throw new RefusalError({ code: 'stale', what: before.causeName, by: '其他人', at: before.updatedAt });
      return after;
    },
    {
      reason,
      before: { state: caseStateWords[after.state === 'source' ? 'cancelled' : 'source'] },
      after: { state: caseStateWords[after.state] },
    },
  );
  return shownTo(context, readWholeCase(context, caseId));
}
