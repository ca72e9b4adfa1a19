/** Rows as the first steps of the schema want them, for the tests of the steps after. */

export const caseRow = (id: string) => ({
  id,
  office: 'o',
  number: '',
  procedure: 'penalty.ordinary',
  causeName: '',
  state: 'open',
  officerIds: '[]',
  createdAt: '',
  createdBy: '',
  updatedAt: '',
  version: 1,
});

export const paperRow = (id: string, templateId: string, name = templateId) => ({
  id,
  caseId: 'c',
  templateId,
  templateVersion: 1,
  name,
  version: 1,
  status: 'issued',
  values: '{}',
  signatures: '[]',
  approvals: '[]',
  createdAt: '',
  createdBy: '',
  updatedAt: '',
  updatedBy: '',
});

export const householdRow = (id: string) => ({
  id,
  office: 'o',
  keyText: id,
  keyKind: 'uscc',
  kind: '单位',
  name: id,
  uscc: '',
  legalRep: '',
  position: '',
  idType: '',
  idNumber: '',
  address: '',
  phone: '',
  version: 1,
  createdAt: '',
  updatedAt: '',
});
