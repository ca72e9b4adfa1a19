import type { CaseFile } from '../../../../shared/case-file.ts';
import type { Values } from '../../../../shared/template/values.ts';
import { paperIn, plusPaper, without, withPaper, withValues } from '../../../support/change-case-file.ts';
import { people, uuid } from '../../../support/case-values.ts';
import type { Example } from './example.ts';
import { withPeriod } from './surroundings.ts';

/** The receipt of the decision, the last of the three of the sample case. */
const receipt = (file: CaseFile, values: Values): CaseFile => withValues(file, 'J40', values, 2);
const lien = {
  mode: '留置',
  refuseReason: '总经理拒绝签收',
  refusedAt: '2026-04-07',
  avRefs: [uuid(201)],
  avShots: ['送达文书内容', '留置原因', '地点', '在场人员'],
  leftAtResidence: true,
};
const mail = {
  mode: '邮寄',
  mailType: '特快专递',
  mailNo: 'EMS1',
  mailSentAt: '2026-04-05',
  mailReceiptAt: '2026-04-07',
  mailListed: true,
  mailRegister: [uuid(205)],
  mailProof: [uuid(205)],
  mailReceipt: [uuid(205)],
};
const notice = {
  mode: '公告',
  triedModes: ['直接', '邮寄'],
  triedProof: '多次上门无人，邮件退回。',
  media: '报纸',
  publishedAt: '2026-03-05',
  effectiveAt: '2026-04-08',
};
const catalogueRows = [
  { seq: 1, title: '案源登记表', pages: '1' },
  { seq: 3, title: '立案审批表', pages: '3' },
  { seq: 4, title: '决定书', pages: '5-9' },
];
const officers = [people.wang].map(({ personId, name, certNo }) => ({ personId, name, certNo }));
const demand = (file: CaseFile): CaseFile => plusPaper(file, 'J43', '履行催告书', '2026-04-08', {});
const use = (file: CaseFile, values: Values): CaseFile =>
  plusPaper(file, 'J55', '查阅审批登记表', '2026-04-20', values);

/** Articles 27–42: service, performance, filing, use. */
export const serviceExamples: Example[] = [
  { id: 'R30a', name: 'no signer', change: (file) => receipt(file, { signerName: '' }), says: '没有签收人' },
  {
    id: 'R30a',
    name: 'an internal paper among what was served',
    change: (file) => receipt(file, { documents: [paperIn(file, 'J32').id, paperIn(file, 'J31').id] }),
    says: '行政执法决定审批表不是送给当事人的文书',
  },
  {
    id: 'R30d',
    name: 'a decision served electronically by an office without an online way',
    change: (file) => receipt(file, { mode: '电子' }),
    says: '网上提交行政复议申请书的渠道',
  },
  {
    id: 'R26e',
    name: 'decided under the old law, served on the first day of the new',
    change: (file) =>
      receipt(withValues(file, 'J32', { decidedAt: '2023-12-31' }), { servedAt: '2024-01-01', signedAt: '2024-01-01' }),
    says: '只向本级人民政府申请',
  },
  { id: 'R30b', name: 'no relation', change: (file) => receipt(file, { signerRelation: '' }), says: '关系' },
  {
    id: 'R30b',
    name: 'not the addressee',
    change: (file) => receipt(file, { signerRelation: '本人' }),
    says: '不是受送达人',
  },
  {
    id: 'R30c',
    name: 'served before it was made',
    change: (file) => receipt(file, { servedAt: '2026-04-02' }),
    says: '早于行政处罚决定书',
  },
  {
    id: 'R31a',
    name: 'left without pictures',
    change: (file) => receipt(file, { ...lien, avRefs: [] }),
    says: '没有摄像或者拍照',
  },
  {
    id: 'R31a',
    name: 'left without reason',
    change: (file) => receipt(file, { ...lien, refuseReason: '' }),
    says: '拒收事由',
  },
  {
    id: 'R31b',
    name: 'neither witness nor residence',
    change: (file) => receipt(file, { ...lien, leftAtResidence: false }),
    says: '见证人',
  },
  {
    id: 'R31c',
    name: 'persons not filmed',
    change: (file) => receipt(file, { ...lien, avShots: ['送达文书内容', '留置原因', '地点'] }),
    says: '在场人员',
  },
  {
    id: 'R32a',
    name: 'entrusted without reason',
    change: (file) => receipt(file, { mode: '委托', entrustReason: '', signedAt: '2026-04-07' }),
    says: '没有记录原因',
  },
  {
    id: 'R32b',
    name: 'signed on another day',
    change: (file) => receipt(file, { mode: '转交', transferReason: '在监', signedAt: '2026-04-08' }),
    says: '2026-04-08',
  },
  {
    id: 'R33a',
    name: 'ordinary mail',
    change: (file) => receipt(file, { ...mail, mailType: '平信' }),
    says: '挂号信或者特快专递',
  },
  {
    id: 'R33b',
    name: 'nothing listed',
    change: (file) => receipt(file, { ...mail, mailListed: false }),
    says: '名称和文号',
  },
  {
    id: 'R33c',
    name: 'no return receipt',
    change: (file) => receipt(file, { ...mail, mailReceipt: [] }),
    says: '回执',
  },
  {
    id: 'R33d',
    name: 'another day on the return receipt',
    change: (file) => receipt(file, { ...mail, mailReceiptAt: '2026-04-08' }),
    says: '2026-04-08',
  },
  {
    id: 'R34a',
    name: 'mail not tried',
    change: (file) => receipt(file, { ...notice, triedModes: ['直接'] }),
    says: '邮寄送达',
  },
  {
    id: 'R34b',
    name: 'posted without pictures',
    change: (file) => receipt(file, { ...notice, media: '张贴' }),
    says: '张贴公告',
  },
  {
    id: 'R34c',
    name: 'in effect too early',
    change: (file) => receipt(file, { ...notice, effectiveAt: '2026-04-03' }),
    says: '2026-04-04',
  },
  {
    id: 'R34c',
    name: 'the 60 days of old',
    change: (file) => receipt(file, { ...notice, publishedAt: '2021-12-31', effectiveAt: '2022-01-31' }),
    says: '60日',
  },
  {
    id: 'F01',
    name: 'the summons not served',
    change: (file) => ({ ...file, papers: file.papers.filter((paper) => paper.id !== paperIn(file, 'J40').id) }),
    says: '调查询问通知书没有送达回证',
  },
  { id: 'R27a', name: 'no record of performance', change: (file) => without(file, 'J39'), says: '没有履行情况记录' },
  {
    id: 'R27b',
    name: 'fewer days late than the periods say',
    change: (file) =>
      plusPaper(
        file,
        'J39',
        '履行情况记录',
        '2026-05-10',
        { performed: '全部履行', performedAt: '2026-05-10', overdueDays: 3, surcharge: 324 },
        { status: 'draft' },
      ),
    adjust: withPeriod({
      ruleId: 'P3pct',
      from: '2026-04-30',
      kind: 'accrual',
      charge: {
        kind: 'surcharge',
        principal: 3_600,
        countsFirstDay: false,
        rates: [{ before: null, perMyriad: 300 }],
        capped: true,
        pauses: [],
      },
    }),
    says: '逾期天数写的是3日，按期限计算：应于2026年4月30日前缴清，计至2026年5月10日逾期10日',
  },
  {
    id: 'R28a',
    name: 'an order nobody checked',
    change: (file) =>
      plusPaper(file, 'J19', '限期改正指令书', '2026-03-25', {}, { number: '辽人社监令字〔2026〕第001号' }),
    says: '没有改正情况核查记录',
  },
  {
    id: 'R28b',
    name: 'checked by one',
    change: (file) => plusPaper(file, 'J20', '改正情况核查记录', '2026-03-30', { officers }),
    says: '不足两名',
  },
  {
    id: 'R29d',
    name: 'no remedy used, though the party sued',
    change: (file) =>
      plusPaper(
        plusPaper(file, 'F02', '行政诉讼答辩状', '2026-04-18', { recvAt: '2026-04-10' }),
        'J44',
        '强制执行申请书',
        '2026-04-20',
        { date: '2026-04-20', remedyUsed: '没有申请行政复议，也没有提起行政诉讼' },
      ),
    says: '已经提起行政诉讼',
  },
  {
    id: 'R28a',
    name: 'an opinion of the audit nobody checked',
    change: (file) =>
      plusPaper(file, 'S06', '社会保险稽核整改意见书', '2026-03-25', {}, { number: '辽人社稽改字〔2026〕第001号' }),
    says: '没有改正情况核查记录',
  },
  {
    id: 'R28a',
    name: 'an inspection that ended with an order nobody checked',
    change: (file) => plusPaper(file, 'J11', '行政检查结果告知书', '2026-03-25', { conclusion: '责令改正' }),
    says: '没有改正情况核查记录',
  },
  {
    id: 'R29e',
    name: 'while the party can still sue',
    change: (file) =>
      plusPaper(file, 'J44', '强制执行申请书', '2026-04-20', {
        date: '2026-04-20',
        remedyUsed: '没有申请行政复议，也没有提起行政诉讼',
      }),
    says: '期限还没有届满',
    severity: 'err',
  },
  {
    id: 'R29e',
    name: 'on the last day of the window',
    change: (file) =>
      plusPaper(file, 'J44', '强制执行申请书', '2026-10-09', {
        date: '2026-10-09',
        remedyUsed: '没有申请行政复议，也没有提起行政诉讼',
      }),
    adjust: withPeriod({ ruleId: 'Q3M', from: '2026-10-09' }),
    says: '到2026-10-09才届满',
  },
  {
    id: 'R29a',
    name: 'no demand served',
    change: (file) => plusPaper(file, 'J44', '强制执行申请书', '2026-04-20', { date: '2026-04-20' }),
    says: '没有送达履行催告书',
  },
  {
    id: 'R29a',
    name: 'ten working days not over',
    says: '满十个工作日',
    change: (file) => {
      const demanded = demand(file);
      const served = plusPaper(demanded, 'J40', '送达回证', '2026-04-08', {
        ...paperIn(file, 'J40', 2).values,
        documents: [paperIn(demanded, 'J43').id],
        servedAt: '2026-04-08',
      });
      return plusPaper(served, 'J44', '强制执行申请书', '2026-04-20', { date: '2026-04-20' });
    },
    adjust: (input) =>
      withPeriod({ ruleId: 'QC10', kind: 'min', subjectId: paperIn(input.file, 'J43').id, due: '2026-04-22' })(input),
  },
  {
    id: 'R29c',
    name: 'not signed by the head',
    change: (file) => plusPaper(file, 'J44', '强制执行申请书', '2026-04-20', { date: '2026-04-20' }),
    says: '负责人签名',
  },
  {
    id: 'G01',
    name: 'no proof of payment',
    change: (file) => withValues(file, 'J39', { payments: [], vouchers: null }),
    says: '凭证',
  },
  {
    id: 'H01',
    name: 'closed as performed',
    change: (file) => withValues(file, 'J39', { performed: '部分履行' }),
    says: '不能按“正常结案”',
  },
  {
    id: 'R03a',
    name: 'no inquiry',
    change: (file) => without(file, 'J06', 'J07', 'J08', 'J15', 'J18', 'J53'),
    says: '调查取证',
  },
  {
    id: 'R35a',
    name: 'filed on the 40th day',
    change: (file) =>
      file.volume === null ? file : { ...file, volume: { ...file.volume, filedAt: '2026-05-25' }, today: '2026-05-25' },
    says: '立卷归档',
  },
  {
    id: 'R35b',
    name: 'not reported',
    change: (file) => ({ ...without(file, 'J49'), today: '2026-05-25' }),
    says: '报法规科备案',
  },
  {
    id: 'R35d',
    name: 'a gap in the catalogue',
    change: (file) => withValues(file, 'J51', { rows: catalogueRows }),
    says: '顺序号不连续',
  },
  {
    id: 'R35d',
    name: 'fewer than the cover says',
    change: (file) => withValues(file, 'J50', { items: 4 }),
    says: '封面写的是4件',
  },
  {
    id: 'A03',
    name: 'two main volumes',
    change: (file) => plusPaper(file, 'J50', '卷宗封面', '2026-04-24', paperIn(file, 'J50').values),
    says: '一个正卷',
  },
  {
    id: 'A04',
    name: 'no archive number',
    change: (file) => withValues(file, 'J50', { archiveNo: '' }),
    says: '归档号',
  },
  {
    id: 'A07',
    name: 'the cover numbered',
    change: (file) =>
      withValues(file, 'J51', {
        rows: [
          { seq: 1, title: '卷宗封面', pages: '1' },
          { seq: 2, title: '决定书', pages: '2' },
          { seq: 3, title: '回证', pages: '3' },
        ],
      }),
    says: '不编页号',
  },
  {
    id: 'I02',
    name: 'checked by the filer',
    change: (file) => withValues(file, 'J52', { inspector: '李敏' }),
    says: '立卷人和检查人',
  },
  {
    id: 'I02',
    name: 'the volume checked by the filer',
    change: (file) => (file.volume === null ? file : { ...file, volume: { ...file.volume, inspector: '李敏' } }),
    says: '案卷的立卷人和检查人',
  },
  {
    id: 'R39a',
    name: 'copied without consent',
    change: (file) => use(file, { applicant: '当事人', mode: '复制' }),
    says: '分管领导同意',
  },
  { id: 'R40a', name: 'informant data', change: (file) => file, says: '案源登记表含有', moment: 'handover' },
  {
    id: 'R41a',
    name: 'an original out, no copy kept',
    change: (file) => use(file, { applicant: '人民法院', mode: '调取原件' }),
    says: '没有复制留存',
  },
  {
    id: 'R42a',
    name: 'an outsider reads',
    change: (file) => use(file, { applicant: '本局内部', mode: '查阅' }),
    says: '没有局分管领导批准',
  },
  {
    id: 'R23b',
    name: 'approved after the decision',
    change: (file) =>
      withPaper(file, 'J31', {
        approvals: paperIn(file, 'J31').approvals.map((approval) => ({ ...approval, at: '2026-04-06T10:00' })),
      }),
    says: '2026-04-06',
  },
];
