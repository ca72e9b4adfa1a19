import { invalidField, notFound } from '../../platform/refusal-error.ts';
import type { CaseRow } from '../../platform/store/tables/cases.ts';
import { listPeople } from '../staff/people-list.ts';
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

/** Refuses people who have left, those without a certificate (第十八条), and those who could not sign as 承办人. */
export function requireKnownOfficers({ office }: FeatureContext, officerIds: readonly string[]): void {
  for (const personId of officerIds) {
    const person = listPeople(office.store).find((each) => each.personId === personId);
    if (!person?.active) throw notFound('person');
    if (person.certNo === '')
      throw invalidField(
        'officerIds',
        '承办人',
        `${person.name}没有登记执法证，不能作为承办人；请在“设置—人员”补登执法证。`,
        18,
      );
    if (!person.roles.includes('承办人'))
      throw invalidField(
        'officerIds',
        '承办人',
        `${person.name}的岗位没有“承办人”，不能签承办人意见；请换一人，或者请系统管理员在“设置—人员”加上岗位。`,
        18,
      );
  }
}
