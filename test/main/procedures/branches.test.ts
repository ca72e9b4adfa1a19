import { describe, expect, it } from 'vitest';
import { papersOf } from '../../../shared/case-file.ts';
import { addDays } from '../../../shared/time/moments.ts';
import type { Values } from '../../../shared/template/values.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import { uuid } from '../../support/case-values.ts';
import { RulesDesk } from '../../support/walk/rules-desk.ts';
import { walk, type Standing, type Way } from '../../support/walk/walker.ts';
import { applicationBranches, reviewed, today, type Branch } from './application-branches.ts';
import { expectSound } from './expect-sound.ts';

const inDays =
  (days: number, key: string) =>
  (standing: Standing): Values => ({ [key]: addDays(today(standing), days) });
const outside = { sourceType: '举报', channel: '来访', anonymous: false, informantName: '刘洋' };
const fine = [{ kind: '罚款', amount: 20_000, basis: '《劳动保障监察条例》第二十五条' }];
const unpaid = { performed: '未履行', unperformed: '罚款20000元未缴', nextStep: '申请法院强制执行' };
const heard: Way['write'] = {
  J21: {
    rights: ['陈述', '申辩', '听证'],
    hearingReason: '较大数额罚款',
    penalties: [{ kind: '罚款', amount: 40_000, basis: '《劳动保障监察条例》第二十五条' }],
  },
  J23: { form: '陈述申辩笔录', hearingRequested: true },
  J25: (standing) => ({ hearingAt: `${addDays(today(standing), 14)}T09:00`, host: '赵强', recorder: '周静' }),
  J26: (standing) => ({
    host: '赵强',
    recorder: '周静',
    startAt: `${today(standing)}T09:00`,
    endAt: `${today(standing)}T09:25`,
  }),
  ...reviewed,
};

/** Papers every case of a procedure has, so that the table below names what is special. */
const common: Readonly<Record<string, string>> = {
  'penalty.ordinary': 'J01 J04 J07 J15 J18 J53 J45 J49',
  correction: 'J01 J04 J07 J18 J53 J45 J49',
  handling: 'J01 J04 J07 J15 J18 J53 J45 J49',
  levy: 'J01 J04 S04 J15 J18 J45 J49',
  inspection: 'J09 J10 J08 J53 J11 J40 J45 J49',
  permit: 'X01 X02 J45',
  injury: 'G01 J45',
  benefit: 'P01a J45',
  audit: 'S01 J40 S04 J45 J49',
  coercion: 'Q01a Q01b Q01c J53 J15 J40 Q01d J40 J45 J49',
  enforcement: 'J43 J40 J39 J45 J49',
  'penalty.summary': 'J34 J53 J39 J45 J49',
};

const branches: readonly Branch[] = [
  // 行政处罚普通程序
  {
    name: '不予立案，告知举报人',
    procedure: 'penalty.ordinary',
    write: { J01: { ...outside, handling: '不予立案' }, J03: { result: '不予立案' }, J45: { closeType: '终结' } },
    papers: '-J04 -J07 -J15 -J18 -J53 J02 J03',
  },
  {
    name: '听证、法制审核、集体讨论',
    procedure: 'penalty.ordinary',
    write: heard,
    wait: { hear: 14, 'call-hearing': 1 },
    papers: 'J21 J40 J23 J24 J25 J40 J26 J27 J29 J30 J31 J32 J40 J39',
  },
  {
    name: '放弃陈述申辩',
    procedure: 'penalty.ordinary',
    write: { J23: { form: '放弃权利记录' } },
    papers: 'J21 J40 J23 J31 J32 J40 J39',
  },
  {
    name: '责令改正并核查',
    procedure: 'penalty.ordinary',
    write: { J18: { suggestion: '责令改正' }, J45: { closeType: '终结' } },
    wait: { 'check-correction': 10 },
    papers: 'J19 J40 J20',
  },
  {
    name: '责令支付逾期未付，列入失信名单，提前移出',
    procedure: 'handling',
    also: { 'serve-handling': ['J58'], 'serve-listing-notice': ['J59'], 'serve-listing': ['J60'] },
    wait: { J58: 40, J59: 10, J60: 190 },
    write: {
      J18: { suggestion: '处理' },
      J21: { noticeKind: '行政处理' },
      J58: (standing) => ({ orderBy: addDays(today(standing), -1), objectBy: addDays(today(standing), 7) }),
      J60: (standing) => ({ verdict: '准予提前移出', correctedAt: addDays(today(standing), -185) }),
    },
    papers: 'J21 J40 J23 J24 J31 J33 J40 J58 J40 J59 J40 J60 J40 J39',
  },
  {
    name: '处罚决定先更正文字，再自行变更',
    procedure: 'penalty.ordinary',
    also: { 'serve-decision': ['J57'], 'serve-corrected-text': ['J56'], publish: ['J47b'] },
    write: {
      J21: { penalties: fine },
      J32: { publish: true },
      // Published, then withdrawn since the decision was changed.
      J47b: ({ file }) => ({
        kind: papersOf(file, 'J47b').length === 0 ? '公示' : '撤回公示',
      }),
      J56: { kind: '变更', effect: '减轻或者免除', foundBy: '自行检查发现', content: '罚款变更为10000元' },
    },
    papers: 'J21 J40 J23 J24 J31 J32 J40 J57 J40 J56 J40 J47b J47b J39',
  },
  {
    name: '不予处罚',
    procedure: 'penalty.ordinary',
    write: { J18: { suggestion: '不予处罚' }, J31: { decisionKind: '不予行政处罚' }, J45: { closeType: '不予处罚' } },
    papers: 'J31 J35 J40',
  },
  {
    name: '撤销立案',
    procedure: 'penalty.ordinary',
    write: { J18: { suggestion: '撤销立案' }, J36a: { kind: '撤销立案' }, J45: { closeType: '撤销立案' } },
    papers: 'J36a',
  },
  {
    name: '移送其他机关',
    procedure: 'penalty.ordinary',
    write: { J18: { suggestion: '移送' }, J36a: { kind: '移送其他机关' }, J45: { closeType: '终结' } },
    papers: 'J36a J36b',
  },
  {
    name: '移送公安机关',
    procedure: 'penalty.ordinary',
    take: { withdraw: 'J37' },
    also: { conclude: ['J61'] },
    write: { J18: { suggestion: '移送' }, J61: { crime: '其他' }, J45: { closeType: '终结' } },
    papers: 'J61 J37',
  },
  {
    name: '当场启动，24小时内补办',
    procedure: 'penalty.ordinary',
    write: {
      J04: ({ now }) => ({
        urgentOnSite: true,
        urgentReason: '资料正在转移',
        urgentStartedAt: `${now.slice(0, 10)}T08:00`,
        urgentReportAt: `${now.slice(0, 10)}T09:00`,
        urgentReportTo: '孙伟',
      }),
    },
    papers: 'J05 J21 J40 J23 J24 J31 J32 J40 J39',
  },
  {
    name: '先行登记保存',
    procedure: 'penalty.ordinary',
    also: { 'file-case': ['J12'] },
    write: { J13: ({ now }) => ({ startAt: `${now.slice(0, 10)}T09:30` }) },
    papers: 'J12 J13 J40 J14 J40 J21 J40 J23 J24 J31 J32 J40 J39',
  },
  {
    name: '调查询问通知书要送达',
    procedure: 'penalty.ordinary',
    also: { 'file-case': ['J06'] },
    papers: 'J06 J40 J21 J40 J23 J24 J31 J32 J40 J39',
  },
  {
    name: '批准延期缴纳',
    procedure: 'penalty.ordinary',
    also: { 'serve-decision': ['J38a'] },
    write: {
      J21: { penalties: fine },
      J38b: (standing) => ({ verdict: '批准', newDeadline: addDays(today(standing), 60) }),
    },
    wait: { perform: 50 },
    papers: 'J21 J40 J23 J24 J31 J32 J40 J38a J38b J40 J39',
  },
  {
    name: '不履行，催告后申请法院',
    procedure: 'penalty.ordinary',
    write: { J21: { penalties: fine }, J39: unpaid, J45: { closeType: '终结' } },
    wait: { perform: 30, demand: 160, 'apply-to-court': 20 },
    papers: 'J21 J40 J23 J24 J31 J32 J40 J39 J43 J40 J44',
  },
  {
    name: '被询问人拒签',
    procedure: 'penalty.ordinary',
    refuse: { 被询问人: '认为记录对其不利' },
    papers: 'J21 J40 J23 J24 J31 J32 J40 J39',
  },
  {
    name: '作行政处理',
    procedure: 'penalty.ordinary',
    write: { J18: { suggestion: '处理' } },
    papers: 'J21 J40 J23 J24 J31 J33 J40 J39',
  },
  // 简易程序
  {
    name: '当场罚款',
    procedure: 'penalty.summary',
    write: {
      J34: { kind: '罚款', amountUnit: 1000 },
      J39: { payments: [{ at: '2026-03-03', item: '罚款', amount: 1000, voucherNo: '1' }] },
    },
    papers: '',
  },
  { name: '当事人拒绝签收', procedure: 'penalty.summary', refuse: { 当事人: '不认可处罚' }, papers: '' },
  // 责令改正、行政处理、征收
  {
    name: '改为处罚',
    procedure: 'correction',
    write: { J18: { suggestion: '处罚' } },
    papers: 'J21 J40 J23 J24 J31 J32 J40 J39',
  },
  {
    name: '撤销立案',
    procedure: 'correction',
    write: { J18: { suggestion: '撤销立案' }, J45: { closeType: '撤销立案' } },
    papers: 'J36a',
  },
  {
    name: '告知投诉人结果',
    procedure: 'correction',
    write: {
      J01: { ...outside, sourceType: '投诉' },
      J18: { suggestion: '责令改正' },
      J03: { result: '处理结果' },
      J45: { closeType: '终结' },
    },
    wait: { 'check-correction': 10 },
    papers: 'J19 J40 J20 J03',
  },
  {
    name: '不予处理',
    procedure: 'handling',
    write: { J18: { suggestion: '不予处罚' }, J45: { closeType: '终结' } },
    papers: 'J36a',
  },
  {
    name: '移送其他机关',
    procedure: 'levy',
    write: { J18: { suggestion: '移送' }, J36a: { kind: '移送其他机关' }, J45: { closeType: '终结' } },
    papers: 'J36a J36b',
  },
  {
    name: '不缴纳，申请法院',
    procedure: 'levy',
    write: { J18: { suggestion: '处理' }, J39: unpaid, J45: { closeType: '终结' } },
    wait: { perform: 30, demand: 160, 'apply-to-court': 20 },
    papers: 'J21 J40 J23 J24 J31 S08 J40 J39 J43 J40 J44',
  },
  // 行政检查、社保稽核、强制
  { name: '紧急情况当场检查', procedure: 'inspection', also: { begin: ['J05'] }, papers: 'J05' },
  {
    name: '发现问题，责令改正',
    procedure: 'inspection',
    write: { J11: { conclusion: '责令改正', followUp: '补签劳动合同' } },
    papers: 'J20',
  },
  {
    name: '被检查人拒签',
    procedure: 'inspection',
    refuse: { '当事人（代理人）': '负责人不在场', 被检查人: '拒绝' },
    write: { J08: { statement: '未作表示。' } },
    papers: '',
  },
  {
    name: '有违规，整改并核查',
    procedure: 'audit',
    take: { conclude: 'S06' },
    also: { conclude: ['S07'] },
    write: { S01: inDays(7, 'at'), J45: { closeType: '终结' } },
    wait: { audit: 7, 'check-correction': 10 },
    papers: 'S06 S07 J40 J20',
  },
  {
    name: '未提前通知',
    procedure: 'audit',
    write: { S01: (standing) => ({ at: today(standing), noAdvance: true, noAdvanceReason: '提前通知可能转移账册' }) },
    papers: 'S05 J40',
  },
  {
    name: '当场实施，24小时内补批',
    procedure: 'coercion',
    write: {
      Q01a: ({ now }) => ({
        urgent: true,
        startedAt: `${now.slice(0, 10)}T08:00`,
        reportAt: `${now.slice(0, 10)}T09:00`,
      }),
    },
    papers: '',
  },
  {
    name: '重大的，先法制审核和集体讨论',
    procedure: 'coercion',
    write: { Q01a: { majorCase: true }, ...reviewed },
    papers: 'J29 J30',
  },
  {
    name: '催告后履行',
    procedure: 'enforcement',
    write: { J39: { performed: '全部履行' } },
    also: { 'serve-demand': ['J39'] },
    papers: '',
  },
  {
    name: '自行强制执行',
    procedure: 'enforcement',
    also: { 'serve-demand': ['Q02'] },
    // The six months to sue are over by then (强制法53).
    wait: { 'apply-to-court': 200, Q02: 20 },
    papers: 'J44 Q02 J40',
  },
  {
    name: '自行强制执行，依法终结',
    procedure: 'enforcement',
    also: { 'serve-demand': ['Q02'], 'serve-enforcement': ['Q03'] },
    wait: { Q02: 20 },
    write: { Q03: { kind: '终结执行' } },
    papers: 'J44 Q02 J40 Q03 J40',
  },
  ...applicationBranches,
];

const expected = ({ procedure, papers }: Branch): string[] => {
  const special = papers.split(' ').filter(Boolean);
  const spared = special.filter((id) => id.startsWith('-')).map((id) => id.slice(1));
  return [
    ...(common[procedure] ?? '').split(' ').filter((id) => !spared.includes(id)),
    ...special.filter((id) => !id.startsWith('-')),
  ].toSorted();
};

describe('branches of the procedures', () => {
  it.each(branches)('$procedure: $name', async (branch) => {
    const walked = await walk(new RulesDesk(), branch);
    expect(walked.file.papers.map(({ templateId }) => templateId).toSorted()).toEqual(expected(branch));
    expectSound(walked);
  });

  it('工伤认定决定 goes to the worker and to the employer', async () => {
    const { input, periods } = await walk(new RulesDesk(), { procedure: 'injury' });
    const said = (file: typeof input.file): string[] =>
      judge({ ...input, file, periods, phrases: [], laws: [] }, 'filing')
        .filter(({ checkId }) => checkId === 'F01')
        .map(({ severity, sentence }) => `${severity} ${sentence}`);
    expect(said(input.file)).toEqual([
      expect.stringContaining('warn 认定工伤决定书应当送达职工（近亲属）和用人单位双方'),
    ]);
    const receipt = input.file.papers.findLast(({ templateId }) => templateId === 'J40');
    const second =
      receipt === undefined ? [] : [{ ...receipt, id: uuid(990), values: { ...receipt.values, addressee: '刘洋' } }];
    expect(said({ ...input.file, papers: [...input.file.papers, ...second] })).toEqual([]);
  });
});
