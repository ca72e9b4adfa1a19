import { approvalsOfOthers } from '../../platform/audit/check-approvals.ts';
import { faultsOfCaseEntries } from '../../platform/audit/check-entries.ts';
import { differencesOfCase, differencesOfRows } from '../../platform/audit/compare-rows.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { factTable } from '../../platform/store/facts/fact-tables.ts';
import type { FeatureContext } from '../context.ts';

/** Refuses an act that vouches for a case while anything of it is not as the chains left it (第四十八条). */
export function refuseForged(
  { store, office }: Pick<FeatureContext, 'store' | 'office'>,
  caseId: string,
  act: string,
): void {
  const officers = store.all<{ personId: string }>('select "personId" from case_officer where "caseId" = ?', caseId);
  const ids = officers.map(({ personId }) => personId);
  const findings = [
    ...differencesOfCase(store.db, caseId),
    ...differencesOfRows(office.store.db, factTable('person'), ids),
    ...approvalsOfOthers(store.db, caseId),
  ];
  const differences = [...faultsOfCaseEntries(store.db, caseId), ...findings.map(({ sentence }) => sentence)];
  if (differences.length > 0) throw new RefusalError({ code: 'forged', act, differences });
}
