import type { CaseFile, Paper } from '../../../../shared/case-file.ts';
import type { RowValue, Values } from '../../../../shared/template/values.ts';
import { paperIn, plusPaper, withExhibit, without, withPaper, withValues } from '../../../support/change-case-file.ts';
import { people } from '../../../support/case-values.ts';
import { causeExamples } from './cause.ts';
import type { Example } from './example.ts';
import { withPeriod } from './surroundings.ts';

const fine = (amount: number, ...more: RowValue[]): Values => ({
  penalties: [{ kind: '警告', basis: '第二十五条' }, { kind: '罚款', amount, basis: '第二十五条' }, ...more],
});
const everywhere = (file: CaseFile, values: Values): CaseFile =>
  withValues(withValues(withValues(file, 'J21', values), 'J31', values), 'J32', values);
const j31 = (file: CaseFile): Paper['approvals'] => paperIn(file, 'J31').approvals;
const major = (file: CaseFile): CaseFile => withValues(file, 'J18', { majorCase: true });
const review = (file: CaseFile, conclusion: string): CaseFile =>
  plusPaper(file, 'J29', '法制审核意见书', '2026-04-02', { reviewedAt: '2026-04-02', conclusion });
const hearing = (file: CaseFile, host: string): CaseFile =>
  plusPaper(file, 'J25', '听证通知书', '2026-03-27', { hearingAt: '2026-04-02T09:00', host });

/** Articles 22–26: notice, review, decision. */
export const decisionExamples: Example[] = [
  ...causeExamples,
  {
    id: 'R22a',
    name: 'decided on the day of service',
    change: (file) => withValues(file, 'J32', { decidedAt: '2026-03-24' }),
    says: '先告知、后决定',
  },
  {
    id: 'R22a',
    name: 'notice never served',
    change: (file) => ({
      ...file,
      papers: file.papers.filter(
        (paper) => !(Array.isArray(paper.values.documents) && paper.values.documents[0] === paperIn(file, 'J21').id),
      ),
    }),
    says: '没有事先告知书的送达记录',
  },
  {
    id: 'R22b',
    name: 'no record of a defence',
    change: (file) => without(file, 'J23', 'J24'),
    says: '没有陈述申辩笔录',
  },
  {
    id: 'R22d',
    name: 'decided while a hearing may be asked for',
    change: (file) =>
      withValues(withValues(file, 'J21', { rights: ['陈述', '申辩', '听证'] }), 'J32', { decidedAt: '2026-03-31' }),
    says: '2026-03-31才届满',
  },
  {
    id: 'R22c',
    name: 'a large fine without the right to a hearing',
    change: (file) => everywhere(file, fine(30_000)),
    says: '没有告知听证权利',
  },
  {
    id: 'R22c',
    name: 'no line set by the office',
    change: (file) => ({ ...file, settings: { ...file.settings, hearingFineUnit: null } }),
    says: '还没有设定',
    severity: 'warn',
  },
  { id: 'R24a', name: 'a major case unreviewed', change: major, says: '没有法制审核意见书' },
  {
    id: 'R24a',
    name: 'a fine at the line, not judged major',
    change: (file) => withValues(file, 'J32', { penalties: [{ kind: '罚款', amount: 30_000, basis: '第二十五条' }] }),
    says: '请判断是否属于重大执法决定',
    severity: 'warn',
  },
  {
    id: 'R24a',
    name: 'no line set',
    change: (file) => ({ ...file, settings: { ...file.settings, hearingFineUnit: null } }),
    says: '还没有设定“较大数额罚款”',
    severity: 'warn',
  },
  {
    id: 'R24b',
    name: 'a review that disagrees',
    change: (file) => review(major(file), '不同意'),
    says: '法制审核结论为“不同意”',
  },
  {
    id: 'R24a',
    name: 'a licence decided after a hearing without 法制审核',
    change: (file) =>
      plusPaper(
        plusPaper(file, 'X08d', '行政许可听证笔录', '2026-04-01', { startAt: '2026-04-01T09:00' }),
        'X11',
        '准予行政许可决定书',
        '2026-04-03',
        { decidedAt: '2026-04-03' },
      ),
    says: '举行过许可听证，应当法制审核，决定（2026-04-03）前没有法制审核意见书',
  },
  {
    id: 'R24c',
    name: 'two people discuss',
    change: (file) =>
      plusPaper(file, 'J30', '集体讨论记录', '2026-04-02', {
        at: '2026-04-02T09:00',
        host: '孙伟',
        attendees: [{ name: '张丽' }],
      }),
    says: '只有2人',
  },
  {
    id: 'R25a',
    name: 'a hearing told too late',
    change: (file) => hearing(file, '赵强'),
    adjust: withPeriod({ ruleId: 'P7b', kind: 'before', due: '2026-03-24', metAt: '2026-03-27' }),
    says: '听证通知',
  },
  {
    id: 'R25b',
    name: 'heard by an investigator',
    change: (file) => hearing(file, '王建国'),
    says: '王建国参加过本案调查',
  },
  {
    id: 'R25c',
    name: 'an unsigned defence',
    change: (file) => withPaper(file, 'J23', { signatures: paperIn(file, 'J23').signatures.slice(1) }),
    says: '“当事人”签名',
  },
  {
    id: 'R25d',
    name: 'no report of the hearing',
    change: (file) => plusPaper(file, 'J26', '听证笔录', '2026-04-02', { startAt: '2026-04-02T09:00', officers: [] }),
    says: '没有听证报告',
  },
  {
    id: 'V09b',
    name: 'sent to the police without the head of the office',
    change: (file) => plusPaper(file, 'J37', '涉嫌犯罪案件移送书', '2026-04-03', {}),
    says: '没有主要负责人批准的移送审批表',
  },
  {
    id: 'V09b',
    name: 'sent to the police though it was refused',
    change: (file) =>
      plusPaper(
        plusPaper(file, 'J61', '涉嫌犯罪案件移送审批表', '2026-04-02', {
          verdict: '不批准移送',
          refusalReason: '已支付',
        }),
        'J37',
        '涉嫌犯罪案件移送书',
        '2026-04-03',
        {},
      ),
    says: '主要负责人没有批准移送',
  },
  {
    id: 'V09c',
    name: 'wages withheld, though nobody ordered to pay',
    change: (file) =>
      plusPaper(file, 'J61', '涉嫌犯罪案件移送审批表', '2026-04-02', {
        crime: '拒不支付劳动报酬罪',
        verdict: '批准移送',
        reportAt: '2026-04-01',
      }),
    says: '责令支付仍不支付',
    severity: 'err',
  },
  {
    id: 'V05d',
    name: 'a trader the office counts as a citizen, fined too much on the spot',
    change: (file) => ({
      ...plusPaper(file, 'J34', '当场行政处罚决定书', '2026-04-03', { partyKind: '个体工商户', amountUnit: 201 }),
      settings: { ...file.settings, tradersAs: '公民' },
    }),
    says: '当场罚款不超过200元，现为201元',
  },
  {
    id: 'B08',
    name: 'heavier than told',
    change: (file) => withValues(withValues(file, 'J31', fine(4000)), 'J32', fine(4000)),
    says: '重于告知的3600元',
  },
  {
    id: 'B08',
    name: 'a penalty nobody told of',
    change: (file) => withValues(file, 'J32', fine(3600, { kind: '责令停产停业', basis: '第二十五条' })),
    says: '“责令停产停业”没有在事先告知书中告知',
  },
  {
    id: 'B08',
    name: 'more gains taken than told',
    change: (file) =>
      withValues(
        withValues(file, 'J21', fine(3600, { kind: '没收违法所得', amount: 500, basis: '第二十五条' })),
        'J32',
        fine(3600, { kind: '没收违法所得', amount: 500.01, basis: '第二十五条' }),
      ),
    says: '没收违法所得500.01元重于告知的500元',
  },
  {
    id: 'B08',
    name: 'closed for longer than told',
    severity: 'err',
    change: (file) =>
      withValues(
        withValues(file, 'J21', fine(3600, { kind: '责令停产停业', content: '门店停业3日', basis: '第二十五条' })),
        'J32',
        fine(3600, { kind: '责令停产停业', content: '门店停业30日', basis: '第二十五条' }),
      ),
    says: '告知的是“门店停业3日”',
  },
  { id: 'D01', name: 'no reasons', change: (file) => withValues(file, 'J21', { reasons: '' }), says: '没有写明理由' },
  { id: 'D02', name: 'a defence nobody reviewed', change: (file) => without(file, 'J24'), says: '没有复核意见' },
  {
    id: 'R23a',
    name: 'no signing leader',
    change: (file) => withPaper(file, 'J31', { approvals: j31(file).slice(0, 3) }),
    says: '签批人意见',
  },
  { id: 'R23a', name: 'no approval paper', change: (file) => without(file, 'J31'), says: '没有决定审批表' },
  {
    id: 'R23b',
    name: 'approved after the decision',
    change: (file) => withValues(file, 'J31', { issuedAt: '2026-04-04' }),
    says: '先审批、后决定',
  },
  {
    id: 'R23c',
    name: 'one person in two places',
    change: (file) =>
      withPaper(file, 'J31', {
        approvals: j31(file).map((item) =>
          item.step === 2 ? { ...item, personId: people.zhang.personId, name: '张丽' } : item,
        ),
      }),
    says: '张丽既签',
  },
  {
    id: 'R26a',
    name: 'no mode of performance',
    change: (file) => withValues(file, 'J32', { performMode: '' }),
    says: '履行方式和时间',
  },
  {
    id: 'R26b',
    name: 'reconsideration by the province',
    change: (file) => withValues(file, 'J32', { noticeProcess: '可以向吉林省人力资源和社会保障厅申请行政复议。' }),
    says: '本级人民政府',
  },
  {
    id: 'R26b',
    name: 'an old decision without its body',
    change: (file) => withValues(file, 'J32', { decidedAt: '2023-12-29' }),
    says: '2024年1月1日以前',
  },
  {
    id: 'R26c',
    name: 'a date to come',
    change: (file) => withValues(file, 'J32', { decidedAt: '2026-05-08' }),
    says: '晚于今天',
  },
  { id: 'B07', name: 'another amount approved', change: (file) => withValues(file, 'J31', fine(3000)), says: '3000元' },
  {
    id: 'B07',
    name: 'paid too little',
    change: (file) =>
      withValues(file, 'J39', { payments: [{ at: '2026-04-15', item: '罚款', amount: 600, voucherNo: '1' }] }),
    says: '不是全部履行',
  },
  {
    id: 'V04',
    name: 'no evidence',
    change: (file) => ({ ...without(file, 'J15'), exhibits: [] }),
    says: '没有任何证据',
  },
  { id: 'V06', name: 'no closing paper', change: (file) => without(file, 'J45'), says: '结案' },
  {
    id: 'V07',
    name: 'closed before it was performed',
    change: (file) => withValues(file, 'J45', { terminatedAt: '2026-04-10' }),
    says: '程序倒置',
  },
  {
    id: 'V09',
    name: 'a crime not transferred',
    change: (file) => withValues(file, 'J18', { suggestion: '移送' }),
    says: '没有移送文书',
  },
  {
    id: 'E03',
    name: 'decided after 90 days, where the office counts them',
    change: (file) => ({
      ...withPaper(file, 'J04', { issuedAt: '2025-12-25T10:00' }),
      settings: { ...file.settings, penaltyTerm: '九十日' },
    }),
    says: '作出行政处罚决定应于',
  },
  {
    id: 'E03',
    name: 'decided after the fifteen working days of 劳动保障监察',
    change: (file) => withValues(file, 'J18', { surveyEndAt: '2026-03-05' }),
    says: '调查完成后作出处理决定',
  },
  {
    id: 'A02',
    name: 'stale wording',
    change: (file) => withValues(file, 'J45', { processAndResult: '按一般程序办理。' }),
    says: '普通程序',
  },
  { id: 'A02b', name: 'a blank', change: (file) => withValues(file, 'J39', { decisionRef: '' }), says: '决定书文号' },
  {
    id: 'R38a',
    name: 'abuse, and no disc',
    change: (file) => withValues(file, 'J53', { longTermTriggers: ['谩骂、侮辱、殴打执法人员'] }),
    says: '长期保存',
  },
  {
    id: 'R37b',
    name: 'evidence kept six months',
    change: (file) => withValues(file, 'J53', { retentionClass: '不少于6个月' }),
    says: '与案卷相同',
  },
  { id: 'C04', name: 'no maker', change: (file) => withExhibit(file, '现场检查录像', { maker: '' }), says: '制作人' },
];
