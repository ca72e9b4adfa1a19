import type { CaseState } from '../../../shared/case-file.ts';
import { laidAsideWords } from '../../../shared/procedure/case-words.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import type { FeatureContext } from '../context.ts';

/** Refuses every act in a case that nobody works on: its registration was cancelled (撤销登记), or it was joined to another (并案). */
export function refuseLaidAside({ store }: Pick<FeatureContext, 'store'>, caseId: string, act = '办理'): void {
  const row = store.get<{ causeName: string; state: CaseState }>(
    'select causeName, state from case_record where id = ?',
    caseId,
  );
  const is = row === undefined ? null : laidAsideWords(row.state);
  if (row !== undefined && is !== null) throw new RefusalError({ code: 'wrong-status', what: row.causeName, is, act });
}
