import type { CasePerson } from '../../../shared/identity/case-person.ts';
import type { CaseWorker } from '../../../shared/identity/case-worker.ts';
import type { CasePersonRow, CaseWorkerRow } from '../../platform/store/tables/people.ts';
import type { FeatureContext } from '../context.ts';

/** The list of a case (本案人员) in the order it was entered. */
export const readPeople = (store: FeatureContext['store'], caseId: string): CasePerson[] =>
  store.all<CasePersonRow>('select * from case_person where caseId = ? order by createdAt, id', caseId).map(personOf);

function personOf(row: CasePersonRow): CasePerson {
  const { caseId: _, createdAt: _at, ...person } = row;
  return person;
}

/** 劳动者名单 in its order. */
export const readWorkers = (store: FeatureContext['store'], caseId: string): CaseWorker[] =>
  store.all<CaseWorkerRow>('select * from case_worker where caseId = ? order by position, id', caseId).map(workerOf);

const yuan = (cents: number | null): number | null => (cents === null ? null : cents / 100);

function workerOf(stored: CaseWorkerRow): CaseWorker {
  const { caseId: _, position: _position, createdAt: _at, ...row } = stored;
  return { ...row, agreed: yuan(row.agreed), paid: yuan(row.paid), owed: yuan(row.owed) };
}
