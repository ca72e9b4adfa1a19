import { approvalsOfOthers } from '../../platform/audit/check-approvals.ts';
import { faultsOfCaseEntries } from '../../platform/audit/check-entries.ts';
import { differencesOfCase, differencesOfRows } from '../../platform/audit/compare-rows.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { factTable } from '../../platform/store/facts/fact-tables.ts';
import type { FeatureContext } from '../context.ts';
import { readJoined } from './joined-cases.ts';

/** Refuses an act that vouches for a case while anything of it is not as the chains left it (第四十八条). */
export function refuseForged(
  { store, office }: Pick<FeatureContext, 'store' | 'office'>,
  caseId: string,
  act: string,
): void {
  const officers = store.all<{ personId: string }>('select "personId" from case_officer where "caseId" = ?', caseId);
  const ids = officers.map(({ personId }) => personId);
  // What was joined to it (并案) is vouched for with it.
  const joined = readJoined(store, caseId).filter(({ stands }) => stands === 'from');
  const caseIds = [caseId, ...joined.map(({ id }) => id)];
  const findings = [
    ...caseIds.flatMap((id) => [...differencesOfCase(store.db, id)]),
    ...differencesOfRows(office.store.db, factTable('person'), ids),
    ...caseIds.flatMap((id) => [...approvalsOfOthers(store.db, id)]),
  ];
  const entries = caseIds.flatMap((id) => faultsOfCaseEntries(store.db, id));
  const differences = [...entries, ...findings.map(({ sentence }) => sentence)];
  if (differences.length > 0) throw new RefusalError({ code: 'forged', act, differences });
}
