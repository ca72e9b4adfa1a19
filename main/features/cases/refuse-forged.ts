import { approvalsOfOthers } from '../../platform/audit/check-approvals.ts';
import { faultsOfCaseEntries } from '../../platform/audit/check-entries.ts';
import { differencesOfCase } from '../../platform/audit/compare-rows.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import type { FeatureContext } from '../context.ts';

/** Refuses an act that vouches for a case while anything of it is not as the chain left it (第四十八条). */
export function refuseForged({ store }: Pick<FeatureContext, 'store'>, caseId: string, act: string): void {
  const differences = [
    ...faultsOfCaseEntries(store.db, caseId),
    ...[...differencesOfCase(store.db, caseId), ...approvalsOfOthers(store.db, caseId)].map(({ sentence }) => sentence),
  ];
  if (differences.length > 0) throw new RefusalError({ code: 'forged', act, differences });
}
