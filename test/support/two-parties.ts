import type { CaseFile, Paper } from '../../shared/case-file.ts';
import type { Party, PartyDetails } from '../../shared/identity/party.ts';
import type { FieldValue, Values } from '../../shared/template/values.ts';
import { aCaseFile } from './a-case-file.ts';
import { party, uuid } from './case-values.ts';

/** The responsible person (直接责任人) punished beside the firm. */
export const personDetails: PartyDetails = {
  kind: '个人',
  name: '陈福来',
  uscc: '',
  legalRep: '',
  position: '',
  idType: '居民身份证',
  idNumber: '440524188001010014',
  address: '辽源市龙山区东吉街5号',
  usccChecked: '',
  phone: '',
};
export const person: Party = { ...party, householdId: uuid(77), ...personDetails };

/** Papers each of the two gets of their own. */
const own = ['J21', 'J23', 'J24', 'J31', 'J32', 'J39'];

const identity: Values = {
  partyName: person.name,
  partyKind: '个人',
  partyUscc: '',
  partyLegalRep: '',
  partyPosition: '',
  partyIdType: '居民身份证',
  partyIdNumber: person.idNumber,
  partyAddress: person.address,
  partyPhone: '',
};

/** Own fine of the person: below the line of 1 000 yuan for a hearing (个人), while that of the firm is below the line for firms. */
export const fineOfPerson: FieldValue = [{ kind: '罚款', amount: 900, basis: '《劳动保障监察条例》第二十五条' }];

const copyId = (id: string): string => `${id.slice(0, 24)}9${id.slice(25)}`;

function forPerson(paper: Paper): Paper {
  const { values } = paper;
  const documents: Values = Array.isArray(values['documents'])
    ? {
        documents: values['documents'].map((id) => copyId(String(id))),
        addressee: person.name,
        place: person.address,
        signerName: person.name,
        signerRelation: '本人',
      }
    : {};
  const stated = Object.fromEntries(
    Object.entries(identity).filter(([key]) => key in values || (key.startsWith('partyId') && 'partyUscc' in values)),
  );
  return {
    ...paper,
    id: copyId(paper.id),
    partyId: person.householdId,
    number: paper.number === null ? null : paper.number.replace('第001号', '第002号'),
    values: {
      ...values,
      ...stated,
      ...documents,
      ...('penalties' in values ? { penalties: fineOfPerson } : {}),
      ...(paper.templateId === 'J39'
        ? {
            decisionRef: '辽人社监罚字〔2026〕第002号',
            payments: [{ at: '2026-04-15', item: '罚款', amount: 900, voucherNo: '2204000013' }],
            amount: 900,
          }
        : {}),
    },
  };
}

/** The complete sample case with the firm and the person punished in it, each with all papers of their own. */
export function twoParties(): CaseFile {
  const file = aCaseFile();
  const served = new Set(file.papers.filter(({ templateId }) => own.includes(templateId)).map(({ id }) => id));
  const isOwn = ({ templateId, values }: Paper): boolean =>
    own.includes(templateId) ||
    (templateId === 'J40' &&
      Array.isArray(values['documents']) &&
      values['documents'].some((id) => served.has(String(id))));
  const papers = file.papers.flatMap((paper) =>
    isOwn(paper) ? [{ ...paper, partyId: party.householdId }, forPerson(paper)] : [paper],
  );
  const proof = file.exhibits.find(({ title }) => title === '营业执照副本');
  const exhibits =
    proof === undefined ? file.exhibits : [...file.exhibits, { ...proof, id: uuid(299), title: '陈福来身份证复印件' }];
  return { ...file, parties: [party, person], papers, exhibits };
}

/** The case without what the person got of one kind of paper. */
export const withoutOfPerson = (file: CaseFile, ...templateIds: string[]): CaseFile => ({
  ...file,
  papers: file.papers.filter(
    ({ templateId, partyId }) => partyId !== person.householdId || !templateIds.includes(templateId),
  ),
});

export const ofPerson = (file: CaseFile, templateId: string, n = 0): Paper => {
  const paper = file.papers.filter(
    (candidate) => candidate.templateId === templateId && candidate.partyId === person.householdId,
  )[n];
  if (paper === undefined) throw new Error(`The person has no ${templateId} ${n}`);
  return paper;
};

/** The case with values of one of the person's papers laid over its own. */
export const withValuesOfPerson = (file: CaseFile, templateId: string, values: Values, n = 0): CaseFile => {
  const target = ofPerson(file, templateId, n);
  return {
    ...file,
    papers: file.papers.map((paper) =>
      paper.id === target.id ? { ...paper, values: { ...paper.values, ...values } } : paper,
    ),
  };
};
