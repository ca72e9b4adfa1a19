import type { CaseFile } from '../../../../shared/case-file.ts';
import type { Values } from '../../../../shared/template/values.ts';
import { issuedPaper } from '../../../support/case-papers.ts';
import type { Example } from './example.ts';

/** The case, with another about its decision in which a letter of the court or the reconsideration body was registered. */
export const withLetter = (file: CaseFile, values: Values): CaseFile => ({
  ...file,
  linked: [
    {
      id: 'remedy',
      number: '',
      causeName: '不服行政处罚决定',
      procedure: 'remedy.litigation',
      stands: 'later',
      papers: [issuedPaper({ id: 490, templateId: 'F08', name: '来文登记表', day: '2026-08-01', values })],
    },
  ],
});

export const annulled: Values = {
  kind: '一审判决书',
  sender: '辽源市龙山区人民法院',
  docNo: '（2026）吉0402行初8号',
  receivedAt: '2026-08-01',
  effectiveAt: '2026-08-17',
  result: '撤销',
  remake: '责令重新作出',
};

/** What became of the decision in the cases that are about it. */
export const chainExamples: Example[] = [
  {
    id: 'E04',
    name: 'annulled by the court',
    change: (file) => withLetter(file, annulled),
    says: '（2026）吉0402行初8号）撤销，并责令重新作出',
  },
  {
    id: 'E04',
    name: 'annulled in part',
    change: (file) => withLetter(file, { ...annulled, result: '部分撤销', annulledPart: '罚款部分' }),
    says: '部分撤销（罚款部分），并责令重新作出',
  },
];
