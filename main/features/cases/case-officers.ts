import { invalidField, notFound } from '../../platform/refusal-error.ts';
import type { CaseRow } from '../../platform/store/tables/cases.ts';
import type { FeatureContext } from '../context.ts';

/** Who handles a case, inside the unit of work that changes it. */
export function replaceOfficers(
  { store }: FeatureContext,
  { id, createdAt }: Pick<CaseRow, 'id' | 'createdAt'>,
  officerIds: readonly string[],
): void {
  store.run('delete from case_officer where caseId = ?', id);
  for (const personId of new Set(officerIds))
    store.run('insert into case_officer (caseId, personId, begunAt) values (?, ?, ?)', id, personId, createdAt);
}

/** Refuses people who have left, and those without a certificate (第十八条). */
export function requireKnownOfficers({ office }: FeatureContext, officerIds: readonly string[]): void {
  for (const personId of officerIds) {
    const person = office.store.get<{ name: string; certNo: string; active: number }>(
      'select name, certNo, active from person where id = ?',
      personId,
    );
    if (!person || person.active !== 1) throw notFound('person');
    if (person.certNo === '')
      throw invalidField(
        'officerIds',
        '承办人',
        `${person.name}没有登记执法证，不能作为承办人；请在“设置—人员”补登执法证。`,
        18,
      );
  }
}
