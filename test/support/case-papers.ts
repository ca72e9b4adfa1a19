import type { Approval, Paper, Signature } from '../../shared/case-file.ts';
import type { Values } from '../../shared/template/values.ts';
import { caseId, caseValues, people, receiptValues, uuid } from './case-values.ts';

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

/** What an issued paper of the sample case has of its own. */
export interface IssuedPaper {
  id: number;
  templateId: string;
  name: string;
  day: string;
  number?: string;
  values?: Values;
  signatures?: Signature[];
  approvals?: Approval[];
}

export const issuedPaper = ({
  id,
  templateId,
  name,
  day,
  number,
  values,
  signatures,
  approvals,
}: IssuedPaper): Paper => ({
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
  prints: [],
});

const receipt = (id: number, documentId: string, day: string): IssuedPaper => ({
  id,
  templateId: 'J40',
  name: '送达回证',
  day,
  values: receiptValues(documentId, day),
  signatures: [...two('送达人', day), sign('受送达人（签收人）', '陈福来', day)],
});

/** 启动: the source and the filing of the case. */
const startPapers = (): IssuedPaper[] => [
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
];

/** 调查: notice, inspection, questioning and evidence, to the closing report. */
const investigationPapers = (): IssuedPaper[] => [
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
];

/** 审查、决定: prior notice, defence, approval, decision and its service. */
const decisionPapers = (): IssuedPaper[] => [
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
];

/** 执行、归档: compliance, closing, the forms of the volume. */
const closingPapers = (): IssuedPaper[] => [
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

/** The papers of the sample case in the order they were issued. */
export const casePapers = (): Paper[] =>
  [...startPapers(), ...investigationPapers(), ...decisionPapers(), ...closingPapers()].map(issuedPaper);
