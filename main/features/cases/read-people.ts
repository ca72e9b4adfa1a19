import type { CasePerson } from '../../../shared/identity/case-person.ts';
import type { CasePersonRow } from '../../platform/store/tables/people.ts';
import type { FeatureContext } from '../context.ts';

/** The list of a case (本案人员) in the order it was entered. */
export const readPeople = (store: FeatureContext['store'], caseId: string): CasePerson[] =>
  store.all<CasePersonRow>('select * from case_person where caseId = ? order by createdAt, id', caseId).map(personOf);

function personOf(row: CasePersonRow): CasePerson {
  const { caseId: _, createdAt: _at, ...person } = row;
  return person;
}
