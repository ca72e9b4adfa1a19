import type { EntityManager } from 'typeorm';
import type { CaseFile } from '../../../shared/case-file.ts';
import type { Act } from '../../platform/audit/chain.ts';
import { type FeatureContext, emitChanged } from '../context.ts';
import { requireAccess } from '../staff/access.ts';
import { readCaseFile } from './case-file.ts';
import { refreshDerived } from './refresh-derived.ts';
import { refuseLaidAside } from './refuse-laid-aside.ts';

/** Runs a change of what a case has beside its papers, with its audit entry, and brings periods and search after it. */
export async function changePartsOfCase(
  context: FeatureContext,
  caseId: string,
  act: Pick<Act, 'verb' | 'what' | 'detail'>,
  work: (tx: EntityManager) => Promise<unknown>,
): Promise<CaseFile> {
  requireAccess(context, caseId);
  refuseLaidAside(context, caseId, act.verb);
  await context.store.unit.run(async (tx) => {
    await work(tx);
    refreshDerived(context, caseId);
    context.audit.append({ ...act, subjectId: caseId, caseId });
  });
  emitChanged(context, ['cases', 'households'], caseId);
  return readCaseFile(context, caseId);
}
