import { EntitySchema } from 'typeorm';
import type { CasePerson } from '../../../../shared/identity/case-person.ts';
import type { CaseWorker } from '../../../../shared/identity/case-worker.ts';
import { id, integer, nullableInteger, nullableText, text } from '../columns.ts';

export interface CasePersonRow extends CasePerson {
  caseId: string;
  createdAt: string;
}
export const casePersonTable = new EntitySchema<CasePersonRow>({
  name: 'case_person',
  columns: {
    id: id(),
    caseId: text(),
    kind: text(),
    name: text(),
    idType: text(),
    idNumber: text(),
    sex: text(),
    birth: text(),
    phone: text(),
    address: text(),
    employer: text(),
    job: text(),
    partyId: nullableText(),
    version: integer(),
    createdAt: text(),
  },
});

/** Amounts are 分: facts are whole numbers. */
export interface CaseWorkerRow extends CaseWorker {
  caseId: string;
  position: number;
  createdAt: string;
}
export const caseWorkerTable = new EntitySchema<CaseWorkerRow>({
  name: 'case_worker',
  columns: {
    id: id(),
    caseId: text(),
    position: integer(),
    name: text(),
    idNumber: text(),
    phone: text(),
    job: text(),
    from: text(),
    to: text(),
    agreed: nullableInteger(),
    paid: nullableInteger(),
    owed: nullableInteger(),
    note: text(),
    version: integer(),
    createdAt: text(),
  },
});
