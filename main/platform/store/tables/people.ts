import { EntitySchema } from 'typeorm';
import type { CasePerson } from '../../../../shared/identity/case-person.ts';
import { id, integer, nullableText, text } from '../columns.ts';

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
