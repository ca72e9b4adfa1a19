import { type Answer, type CaseFile, type Office, RuleSettings } from '../../shared/case-file.ts';
import { caseExhibits } from './case-exhibits.ts';
import { casePapers } from './case-papers.ts';
import { caseId, party, people, uuid } from './case-values.ts';

export const office: Office = {
  name: '辽源市人力资源和社会保障局',
  code: '辽人社',
  government: '辽源市人民政府',
  formerReconsiderationBody: '',
  level: '设区的市级以上',
  courts: ['辽源市龙山区人民法院'],
  address: '辽源市人民大街2号',
  phone: '04373319000',
  stillDevice: '',
  screenProtected: false,
  fondsNo: '0123',
  fondsName: '辽源市人力资源和社会保障局',
  legalRep: '',
  legalRepPost: '',
  supervisionPhone: '',
  payAccount: '',
  postcode: '136200',
  reconsiderationOnline: '',
};

const settings = RuleSettings.parse({
  hearingFineUnit: 30_000,
  hearingFinePerson: 1_000,
  leaderSignsFiling: true,
  blankOpinionAgrees: true,
  volumeOrder: 'process',
  pageNumberPlace: '右下角',
  idleLockMinutes: 10,
});

export const answered = (questionId: string, said: Answer['answer'], note = ''): Answer => ({
  questionId,
  answer: said,
  note,
  by: '王建国',
  at: '2026-04-24T09:00',
});

/** What a person had to say before the case was filed. */
const answers = (): Answer[] => [
  answered('V04', '是'),
  answered('V05', '是'),
  answered('V09', '不适用', '没有涉嫌犯罪的情形'),
  answered('A01', '是'),
  answered('A06', '是'),
];

/** A complete, filed case of the ordinary procedure (普通程序) in which no check finds anything. A fresh copy each time. */
export const aCaseFile = (over: Partial<CaseFile> = {}): CaseFile =>
  structuredClone({
    case: {
      id: caseId,
      number: '辽人社监立字〔2026〕第001号',
      procedure: 'penalty.ordinary',
      causeName: '涉嫌违反规定延长劳动者工作时间',
      state: 'filed',
      unitId: uuid(90),
      officerIds: [people.wang.personId, people.li.personId],
      followsId: null,
      createdAt: '2026-03-02T09:20',
      version: 9,
      originId: null,
      originLead: null,
      registeredBy: people.li.personId,
      cancelReason: null,
      modelId: null,
    },
    parties: [party],
    formerParties: [],
    papers: casePapers(),
    exhibits: caseExhibits(),
    officers: Object.values(people),
    office,
    settings,
    periodChanges: [],
    volume: {
      id: uuid(300),
      caseId,
      filedAt: '2026-04-24',
      filer: '李敏',
      inspector: '周静',
      retention: '永久',
      archiveNo: '20260001',
      items: 3,
      pages: 9,
      supplementId: null,
      part: null,
      sha256: 'b'.repeat(64),
    },
    answers: answers(),
    linked: [],
    chain: [],
    unseenCases: 0,
    cause: null,
    today: '2026-04-24',
    people: [],
    workers: [],
    joined: [],
    ...over,
  });
