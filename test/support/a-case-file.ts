import {
  type Answer,
  type Approval,
  type CaseFile,
  type Exhibit,
  type Office,
  type Paper,
  RuleSettings,
  type Signature,
} from '../../shared/case-file.ts';
import type { Values } from '../../shared/template/values.ts';
import { caseValues, party, people, receiptValues, uuid } from './case-values.ts';

const caseId = uuid(100);

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
  fondsNo: '0123',
  fondsName: '辽源市人力资源和社会保障局',
};

const settings = RuleSettings.parse({
  hearingFineUnit: 30_000,
  hearingFinePerson: 1_000,
  leaderSignsFiling: true,
  volumeOrder: 'process',
  pageNumberPlace: '右下角',
  idleLockMinutes: 10,
});

const approval = (step: number, label: string, who: { personId: string; name: string }, moment: string): Approval => ({
  step,
  label,
  verdict: '同意',
  opinion: '同意。',
  personId: who.personId,
  name: who.name,
  at: moment,
});

/** 承办人 ×2 → 承办单位负责人 → 局领导, on one day. */
const chain = (day: string, second = '承办单位负责人意见', third?: string): Approval[] => [
  approval(0, '承办人意见', people.wang, `${day}T09:00`),
  approval(0, '承办人意见', people.li, `${day}T09:10`),
  approval(1, second, people.zhang, `${day}T10:00`),
  ...(third === undefined ? [] : [approval(2, third, people.sun, `${day}T15:00`)]),
];

const sign = (role: string, name: string, moment: string): Signature => ({
  role,
  name,
  mode: '签名',
  reason: '',
  witness: '',
  at: moment,
});
const two = (role: string, moment: string): Signature[] => [sign(role, '王建国', moment), sign(role, '李敏', moment)];

interface Sheet {
  id: number;
  templateId: string;
  name: string;
  day: string;
  number?: string;
  values?: Values;
  signatures?: Signature[];
  approvals?: Approval[];
}

const paperOfSheet = ({ id, templateId, name, day, number, values, signatures, approvals }: Sheet): Paper => ({
  id: uuid(id),
  caseId,
  partyId: null,
  templateId,
  templateVersion: 1,
  name,
  version: 3,
  status: 'issued',
  number: number ?? null,
  values: values ?? caseValues[templateId] ?? {},
  signatures: signatures ?? [],
  approvals: approvals ?? [],
  createdAt: `${day}T08:30`,
  updatedAt: `${day}T16:00`,
  issuedAt: `${day}T16:00`,
  issuedBy: '李敏',
  sha256: 'a'.repeat(64),
  pages: 2,
  voidReason: null,
});

const receipt = (id: number, documentId: string, day: string): Sheet => ({
  id,
  templateId: 'J40',
  name: '送达回证',
  day,
  values: receiptValues(documentId, day),
  signatures: [...two('送达人', day), sign('受送达人（签收人）', '陈福来', day)],
});

const sheets = (): Sheet[] => [
  {
    id: 101,
    templateId: 'J01',
    name: '案源登记表',
    day: '2026-03-02',
    number: '辽人社监登字〔2026〕第001号',
    signatures: [sign('登记人', '李敏', '2026-03-02')],
  },
  {
    id: 102,
    templateId: 'J04',
    name: '立案审批表',
    day: '2026-03-03',
    number: '辽人社监立字〔2026〕第001号',
    approvals: chain('2026-03-03', '承办单位负责人意见', '局领导意见'),
  },
  { id: 103, templateId: 'J06', name: '调查询问通知书', day: '2026-03-04', number: '辽人社监询字〔2026〕第001号' },
  receipt(104, uuid(103), '2026-03-05'),
  {
    id: 105,
    templateId: 'J08',
    name: '现场检查（勘验）笔录',
    day: '2026-03-06',
    signatures: [
      sign('当事人（代理人）', '陈福来', '2026-03-06'),
      ...two('执法人员', '2026-03-06'),
      sign('记录人', '李敏', '2026-03-06'),
    ],
  },
  {
    id: 106,
    templateId: 'J07',
    name: '调查询问笔录',
    day: '2026-03-09',
    signatures: [
      sign('被询问人', '陈福来', '2026-03-09'),
      ...two('询问人', '2026-03-09'),
      sign('记录人', '李敏', '2026-03-09'),
    ],
  },
  {
    id: 107,
    templateId: 'J15',
    name: '证据提取单',
    day: '2026-03-09',
    signatures: [sign('提供人', '陈福来', '2026-03-09'), ...two('执法人员', '2026-03-09')],
  },
  {
    id: 108,
    templateId: 'J53',
    name: '音像资料登记表',
    day: '2026-03-10',
    signatures: [sign('记录人', '李敏', '2026-03-10'), sign('保管人', '周静', '2026-03-10')],
  },
  {
    id: 109,
    templateId: 'J18',
    name: '调查终结报告',
    day: '2026-03-20',
    number: '辽人社监结调字〔2026〕第001号',
    approvals: chain('2026-03-20'),
  },
  {
    id: 110,
    templateId: 'J21',
    name: '行政处罚（处理）事先告知书',
    day: '2026-03-23',
    number: '辽人社监告字〔2026〕第001号',
  },
  receipt(111, uuid(110), '2026-03-24'),
  {
    id: 112,
    templateId: 'J23',
    name: '陈述申辩笔录',
    day: '2026-03-27',
    signatures: [
      sign('当事人', '陈福来', '2026-03-27'),
      ...two('执法人员', '2026-03-27'),
      sign('记录人', '李敏', '2026-03-27'),
    ],
  },
  { id: 113, templateId: 'J24', name: '陈述申辩复核意见书', day: '2026-04-01', approvals: chain('2026-04-01') },
  {
    id: 114,
    templateId: 'J31',
    name: '行政执法决定审批表',
    day: '2026-04-03',
    approvals: chain('2026-04-03', '审核人意见', '签批人意见'),
  },
  { id: 115, templateId: 'J32', name: '行政处罚决定书', day: '2026-04-03', number: '辽人社监罚字〔2026〕第001号' },
  receipt(116, uuid(115), '2026-04-07'),
  { id: 117, templateId: 'J39', name: '履行情况记录', day: '2026-04-15', signatures: two('承办人', '2026-04-15') },
  {
    id: 118,
    templateId: 'J03',
    name: '案源处理结果告知书',
    day: '2026-04-16',
    number: '辽人社监告知字〔2026〕第001号',
    signatures: [sign('承办人', '王建国', '2026-04-16')],
  },
  {
    id: 119,
    templateId: 'J45',
    name: '结案审批表',
    day: '2026-04-17',
    number: '辽人社监结字〔2026〕第001号',
    approvals: chain('2026-04-17', '承办单位负责人意见', '局领导意见'),
  },
  {
    id: 120,
    templateId: 'J49',
    name: '移交法规科备案登记表',
    day: '2026-04-24',
    number: '辽人社备字〔2026〕第001号',
    signatures: [sign('移交人', '王建国', '2026-04-24'), sign('法规科接收人', '赵强', '2026-04-24')],
  },
  { id: 121, templateId: 'J50', name: '卷宗封面', day: '2026-04-24' },
  { id: 122, templateId: 'J51', name: '卷内文件目录', day: '2026-04-24' },
  { id: 123, templateId: 'J52', name: '卷内备考表', day: '2026-04-24' },
];

const exhibit = (n: number, title: string, over: Partial<Exhibit>): Exhibit => ({
  id: uuid(n),
  caseId,
  title,
  kind: '书证',
  source: '当事人提供',
  maker: '李敏',
  proves: '12名职工每月加班超过36小时',
  originality: '复制件',
  paperId: null,
  stepId: null,
  place: '',
  device: '',
  startAt: '',
  endAt: '',
  noticeSpoken: false,
  transcript: '',
  fileName: `${title}.pdf`,
  mime: 'application/pdf',
  bytes: 120_000,
  sha256: String(n % 10).repeat(64),
  sm3: String(n % 10).repeat(64),
  importedAt: '2026-03-09T15:30+08:00',
  importedBy: '李敏',
  hasThumbnail: true,
  damage: null,
  withdrawnReason: null,
  ...over,
});

const film = (n: number, title: string, over: Partial<Exhibit>): Exhibit =>
  exhibit(n, title, {
    kind: '视听资料',
    mime: 'video/mp4',
    fileName: `${title}.mp4`,
    originality: '原件',
    device: 'ZFY-007',
    noticeSpoken: true,
    source: '执法记录仪',
    ...over,
  });

const exhibits = (): Exhibit[] => [
  film(201, '现场检查录像', {
    paperId: uuid(105),
    stepId: 'investigate',
    startAt: '2026-03-06T08:58',
    endAt: '2026-03-06T10:32',
    importedAt: '2026-03-09T15:20+08:00',
  }),
  film(202, '调查询问录像', {
    paperId: uuid(106),
    stepId: 'investigate',
    startAt: '2026-03-09T08:59',
    endAt: '2026-03-09T10:42',
  }),
  exhibit(203, '2026年1月、2月考勤记录', { stepId: 'collect-evidence' }),
  exhibit(204, '营业执照副本', { proves: '当事人主体资格' }),
  exhibit(205, '罚款缴款凭证', { kind: '书证', proves: '罚款已缴清', importedAt: '2026-04-15T16:00+08:00' }),
];

const answer = (questionId: string, said: Answer['answer'], note = ''): Answer => ({
  questionId,
  answer: said,
  note,
  by: '王建国',
  at: '2026-04-24T09:00',
});

/** What a person had to say before the case was filed. */
const answers = (): Answer[] => [
  answer('V04', '是'),
  answer('V05', '是'),
  answer('V09', '不适用', '没有涉嫌犯罪的情形'),
  answer('A01', '是'),
  answer('A06', '是'),
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
    },
    parties: [party],
    formerParties: [],
    papers: sheets().map(paperOfSheet),
    exhibits: exhibits(),
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
      sha256: 'b'.repeat(64),
    },
    answers: answers(),
    linked: [],
    today: '2026-04-24',
    ...over,
  });

/** The n-th paper of a template (the only one, where there is one). */
export const paperIn = (file: CaseFile, templateId: string, n = 0): Paper => {
  const paper = file.papers.filter((candidate) => candidate.templateId === templateId)[n];
  if (paper === undefined) throw new Error(`The sample case has no ${templateId} ${n}`);
  return paper;
};

/** The case without the papers of these templates. */
export const without = (file: CaseFile, ...templateIds: string[]): CaseFile => ({
  ...file,
  papers: file.papers.filter((paper) => !templateIds.includes(paper.templateId)),
});

/** The case with one paper changed; `values` are laid over its own. */
export const withPaper = (file: CaseFile, templateId: string, { values, ...over }: Partial<Paper>, n = 0): CaseFile => {
  const target = paperIn(file, templateId, n);
  return {
    ...file,
    papers: file.papers.map((paper) =>
      paper.id === target.id ? { ...paper, ...over, values: { ...paper.values, ...values } } : paper,
    ),
  };
};

export const withValues = (file: CaseFile, templateId: string, values: Values, n = 0): CaseFile =>
  withPaper(file, templateId, { values }, n);

/** The case with one more issued paper. */
export const plusPaper = (
  file: CaseFile,
  templateId: string,
  name: string,
  day: string,
  values: Values,
  over: Partial<Paper> = {},
): CaseFile => ({
  ...file,
  papers: [
    ...file.papers,
    { ...paperOfSheet({ id: 400 + file.papers.length, templateId, name, day, values }), ...over },
  ],
});

/** The case with one exhibit changed, by its title. */
export const withExhibit = (file: CaseFile, title: string, over: Partial<Exhibit>): CaseFile => ({
  ...file,
  exhibits: file.exhibits.map((entry) => (entry.title === title ? { ...entry, ...over } : entry)),
});

/** The case with one question answered anew. */
export const withAnswer = (file: CaseFile, questionId: string, said: Answer['answer'], note = ''): CaseFile => ({
  ...file,
  answers: [...file.answers, answer(questionId, said, note)],
});

/** The case as it stood when only the papers up to (and with) this template were issued: no volume, still open. */
export const upTo = (file: CaseFile, templateId: string): CaseFile => {
  const last = file.papers.findLastIndex((paper) => paper.templateId === templateId);
  const papers = file.papers.slice(0, last + 1);
  return {
    ...file,
    papers,
    volume: null,
    case: { ...file.case, state: 'open' },
    today: papers.at(-1)?.issuedAt?.slice(0, 10) ?? file.today,
  };
};
