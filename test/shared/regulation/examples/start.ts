import { aCaseFile } from '../../../support/a-case-file.ts';
import { plusPaper, withExhibit, without, withPaper, withValues } from '../../../support/change-case-file.ts';
import { people } from '../../../support/case-values.ts';
import type { Example } from './example.ts';

const j04 = () => aCaseFile().papers.find((paper) => paper.templateId === 'J04')?.approvals ?? [];

/** Articles 1–15: scope, officers, party, start, recording of the start. */
export const startExamples: Example[] = [
  {
    id: 'R02a',
    name: 'another procedure',
    change: (file) => ({ ...file, case: { ...file.case, procedure: 'penalty.other' } }),
    says: '办案流程',
  },
  {
    id: 'R09b',
    name: '送达回执',
    change: (file) => withValues(file, 'J45', { execution: '送达回执在卷，罚款已缴清。' }),
    says: '送达回证',
  },
  {
    id: 'R51a',
    name: 'a start before the regulation',
    change: (file) => withPaper(file, 'J04', { issuedAt: '2021-06-28T10:00' }),
    says: '2021-06-28',
  },
  {
    id: 'R05a',
    name: 'an inner office as organ',
    change: (file) => withValues(file, 'J32', { organ: '辽源市劳动保障监察支队' }),
    says: '内设科室',
  },
  {
    id: 'R05b',
    name: 'an expired certificate at service',
    change: (file) => ({
      ...file,
      officers: file.officers.map((officer) =>
        officer.name === '李敏' ? { ...officer, certTo: '2026-04-05' } : officer,
      ),
    }),
    says: '2026-04-07不在有效期内',
  },
  {
    id: 'R18a',
    name: 'one officer',
    change: (file) =>
      withValues(file, 'J07', {
        officers: [{ personId: people.wang.personId, name: '王建国', certNo: people.wang.certNo, certShown: true }],
      }),
    says: '只有1名',
  },
  {
    id: 'R18a',
    name: 'one officer named twice',
    change: (file) =>
      withValues(file, 'J08', {
        officers: [people.wang, people.wang].map(({ personId, name, certNo }) => ({
          personId,
          name,
          certNo,
          certShown: true,
        })),
      }),
    says: '只有1名',
  },
  {
    id: 'R18b',
    name: 'a certificate not yet valid',
    change: (file) => ({
      ...file,
      officers: file.officers.map((officer) =>
        officer.name === '王建国' ? { ...officer, certFrom: '2026-03-07' } : officer,
      ),
    }),
    says: '2026-03-06不在有效期内',
  },
  {
    id: 'R18b',
    name: 'another certificate number',
    change: (file) => ({
      ...file,
      officers: file.officers.map((officer) =>
        officer.name === '王建国' ? { ...officer, certNo: '22040100099' } : officer,
      ),
    }),
    says: '与名册',
  },
  {
    id: 'R18c',
    name: 'a certificate not shown',
    change: (file) =>
      withValues(file, 'J08', {
        officers: [people.wang, people.li].map(({ personId, name, certNo }) => ({
          personId,
          name,
          certNo,
          certShown: name === '李敏',
        })),
      }),
    says: '王建国已出示',
  },
  {
    id: 'R26d',
    name: 'a name unlike the licence',
    change: (file) => withPaper(file, 'J32', { status: 'draft', values: { partyName: '福满园饭店' } }),
    says: '福满园饭店',
  },
  {
    id: 'R26d',
    name: 'a wrong code',
    change: (file) => withValues(file, 'J32', { partyUscc: '91350100M000100Y44' }),
    says: '校验码',
  },
  {
    id: 'V02',
    name: 'no proof of identity',
    change: (file) => withExhibit(file, '营业执照副本', { withdrawnReason: '重复' }),
    says: '主体资格',
  },
  {
    id: 'B05',
    name: 'another address on the notice',
    change: (file) => withValues(file, 'J21', { partyAddress: '辽源市龙山区人民大街89号' }),
    says: '住所',
  },
  {
    id: 'R13a',
    name: 'no source of the facts',
    change: (file) => withValues(file, 'J04', { factSource: '' }),
    says: '事实的来源',
  },
  {
    id: 'R13a',
    name: 'no opinion of the leader',
    change: (file) => withPaper(file, 'J04', { approvals: j04().slice(0, 3) }),
    says: '局领导意见',
  },
  {
    id: 'R13b',
    name: 'the head before the officers',
    change: (file) =>
      withPaper(file, 'J04', {
        approvals: j04().map((item) => (item.step === 1 ? { ...item, at: '2026-03-02T10:00' } : item)),
      }),
    says: '早于“承办人意见”',
  },
  {
    id: 'R13c',
    name: 'a report after 25 hours',
    change: (file) =>
      withValues(file, 'J04', {
        urgentOnSite: true,
        urgentStartedAt: '2026-03-02T09:00',
        urgentReportAt: '2026-03-03T10:00',
      }),
    says: '25小时',
  },
  {
    id: 'R13d',
    name: 'an inspection before the filing',
    change: (file) => withValues(file, 'J08', { startAt: '2026-03-02T15:00' }),
    says: '早于立案',
  },
  {
    id: 'R13d',
    name: 'an interrogation before the filing that calls itself later',
    change: (file) => withValues(file, 'J07', { startAt: '2026-03-02T15:00', inquiryStage: '立案后调查' }),
    says: '在“调查阶段”选明',
  },
  {
    id: 'R14a',
    name: 'registered a day late',
    change: (file) => withPaper(file, 'J01', { issuedAt: '2026-03-03T09:00' }),
    says: '才登记',
  },
  { id: 'R14b', name: 'nobody told', change: (file) => without(file, 'J03'), says: '没有告知提供案源' },
  {
    id: 'R14c',
    name: 'a refusal without reason',
    change: (file) => withValues(file, 'J03', { result: '不予立案', reason: '' }),
    says: '没有写明理由',
  },
  {
    id: 'R14c',
    name: 'a complaint not accepted, without basis',
    change: (file) => withValues(file, 'J03', { result: '不予受理', reason: '超过两年', basis: '' }),
    says: '不予受理的告知没有写明依据',
  },
  {
    id: 'R14c',
    name: 'a complainant told by telephone',
    change: (file) =>
      withValues(withValues(file, 'J01', { sourceType: '投诉' }), 'J03', {
        result: '不予受理',
        reason: '超过两年',
        basis: '若干规定第十八条',
        informMode: '电话',
      }),
    says: '书面通知投诉人',
  },
  {
    id: 'R14d',
    name: 'no result told',
    change: (file) => withValues(file, 'J03', { result: '已立案' }),
    says: '处理结果',
  },
  {
    id: 'B01',
    name: '案由 without 涉嫌',
    change: (file) => withValues(file, 'J04', { causeName: '违反规定延长劳动者工作时间' }),
    says: '以“涉嫌”开头',
  },
  {
    id: 'B01',
    name: 'another 案由 on the notice',
    change: (file) => withValues(file, 'J21', { causeName: '涉嫌拖欠工资' }),
    says: '涉嫌拖欠工资',
  },
  {
    id: 'B02',
    name: 'another source',
    change: (file) => withValues(file, 'J04', { caseSource: '巡查' }),
    says: '巡查',
  },
  {
    id: 'B03',
    name: 'approved after the inquiry',
    change: (file) =>
      withPaper(file, 'J04', {
        approvals: j04().map((item) => (item.step === 2 ? { ...item, at: '2026-03-21T10:00' } : item)),
      }),
    says: '晚于调查终结',
  },
  {
    id: 'B04',
    name: 'filed after eight days',
    change: (file) => withPaper(file, 'J04', { issuedAt: '2026-03-10T10:00' }),
    says: '超过7日',
  },
  {
    id: 'B04',
    name: 'found after the two years',
    change: (file) => withValues(file, 'J04', { conductEndedAt: '2024-02-28' }),
    says: '查处时效至2026-02-28届满',
  },
  {
    id: 'B06',
    name: 'interviewed elsewhere',
    change: (file) => withValues(file, 'J07', { place: '当事人办公室' }),
    says: '调查询问通知书',
  },
  {
    id: 'R12a',
    name: 'accepted and refused',
    change: (file) =>
      plusPaper(plusPaper(file, 'X05', '受理通知书', '2026-03-02', {}), 'X06', '不予受理决定书', '2026-03-02', {}),
    says: '既受理又不予受理',
  },
  {
    id: 'R12a',
    name: 'not answered',
    change: (file) => plusPaper(file, 'X02', '申请材料接收凭证', '2026-03-02', {}),
    says: '书面凭证',
    severity: 'warn',
  },
  {
    id: 'R12c',
    name: 'asked twice',
    change: (file) =>
      plusPaper(
        plusPaper(file, 'X04', '补正告知书', '2026-03-03', { missing: [{ name: '章程' }] }),
        'X04',
        '补正告知书',
        '2026-03-05',
        { missing: [{ name: '章程' }] },
      ),
    says: '一次告知',
  },
  {
    id: 'K01',
    name: 'nothing listed',
    change: (file) => plusPaper(file, 'X04', '补正告知书', '2026-03-03', {}),
    says: '没有列明',
  },
  {
    id: 'K03',
    name: 'a refusal without reason',
    change: (file) =>
      plusPaper(file, 'X12', '不予行政许可决定书', '2026-03-03', { organ: '辽源市人力资源和社会保障局' }),
    says: '没有说明理由',
  },
];
