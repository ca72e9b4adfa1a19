// What is said and written in the wage case (拖欠工资) of seven workers, paper by paper; everything else the program knows already.
import type { Values } from '../../../shared/template/values.ts';

export interface Made {
  template: string;
  at: string;
  /** What F2 asks for. */
  values: Values;
  /** What it does not ask for, and is said all the same. */
  unasked?: readonly string[];
  /** A recording of the act, which begins with it. */
  recorded?: true;
  /** Whose opinions it needs, in their order. */
  approvedBy?: readonly string[];
  /** Who signs it on paper. */
  signedBy?: readonly { role: string; name: string }[];
}

export const OFFICER = '李敏';

export const party = {
  name: '辽源市宏达建筑工程有限公司',
  uscc: '91220400MA0Y5X3K71',
  legalRep: '孙宏达',
  position: '总经理',
  phone: '04373355667',
  address: '辽源市西安区仙城大街16号',
};

/** The rows of the table, as they are copied out of Excel: name, ID, job, from, to, agreed, paid. */
export const workers = ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七'].map((name) =>
  [name, '', '瓦工', '2025-10-01', '2025-12-31', '18000', '6000'].join('\t'),
);

const officers = [
  { role: '执法人员', name: '王建国' },
  { role: '执法人员', name: OFFICER },
];
const unit = [OFFICER, '王建国', '张丽'];

const served = (at: string): Made => ({
  template: 'J40',
  at: `${at}T14:00`,
  values: { mode: '直接', servedAt: at, signerName: '孙宏达', signerRelation: '法定代表人' },
  signedBy: [
    { role: '送达人', name: OFFICER },
    { role: '送达人', name: '王建国' },
    { role: '受送达人（签收人）', name: '孙宏达' },
  ],
});

export const source: Made = {
  template: 'J01',
  at: '2026-03-02T09:30',
  values: {
    sourceType: '投诉',
    channel: '来访',
    informantName: '赵一',
    informantPhone: '13904370000',
    facts: '宏达建筑仙城项目七名瓦工2025年10月至12月的工资没有付清，共拖欠84000元。',
    demand: '要求支付拖欠七人的工资84000元。',
    within2Years: '是',
    jurisdiction: '是',
    handling: '立案',
    reason: '属于劳动保障监察范围，在两年内。',
  },
  signedBy: [{ role: '登记人', name: OFFICER }],
};

export const untilDecision: readonly Made[] = [
  {
    template: 'J04',
    at: '2026-03-03T09:30',
    values: { factSource: '投诉人当面陈述，有考勤和工资条照片。' },
    approvedBy: [...unit, '孙伟'],
  },
  {
    template: 'J07',
    at: '2026-03-05T10:00',
    values: {
      officers: '$shown',
      startAt: '2026-03-05T09:10',
      endAt: '2026-03-05T09:50',
      place: '辽源市人民大街2号3楼302室',
      recorder: OFFICER,
      respondentName: '孙宏达',
      respondentIdNumber: '11010519491231002X',
      respondentRelation: '法定代表人',
      respondentAddress: '辽源市西安区仙城大街16号',
      rightsInformed: true,
      qa: [
        { q: '七名瓦工的工资欠了多少？', a: '十月到十二月，共欠八万四千元，名单和数额都对。' },
        { q: '为什么没有付？', a: '工程款没有到账。' },
      ],
    },
    recorded: true,
    signedBy: [
      { role: '被询问人', name: '孙宏达' },
      { role: '询问人', name: OFFICER },
      { role: '询问人', name: '王建国' },
      { role: '记录人', name: OFFICER },
    ],
  },
  {
    template: 'J15',
    at: '2026-03-05T11:00',
    values: {
      evidenceName: '2025年10月至12月工资表和考勤表',
      kind: '书证',
      source: '该单位财务室',
      custodian: '该单位财务负责人',
      originalOrCopy: '原件',
      pages: 6,
      proves: '七名瓦工应发、已发和拖欠的工资',
      extractedAt: '2026-03-05T10:20',
      place: '辽源市西安区仙城大街16号',
    },
    signedBy: [{ role: '提供人', name: '孙宏达' }, ...officers],
  },
  {
    template: 'J18',
    at: '2026-03-09T09:30',
    values: {
      suggestion: '处理',
      factsFound: '该单位拖欠赵一等七名瓦工2025年10月至12月的工资，共84000元。',
      evidenceRefs: ['调查询问录音'],
      discretionFactors: '承认拖欠，没有支付。',
      surveyEndAt: '2026-03-09',
      proposedDecision: '责令支付拖欠的工资84000元。',
    },
    approvedBy: unit,
  },
  {
    template: 'J53',
    at: '2026-03-09T11:00',
    values: { recordings: [{ scene: '调查' }], keeper: OFFICER, storage: '执法平台' },
    signedBy: [
      { role: '记录人', name: OFFICER },
      { role: '保管人', name: OFFICER },
    ],
  },
  {
    template: 'J21',
    at: '2026-03-10T09:30',
    values: { noticeKind: '行政处理', rights: ['陈述', '申辩'], statementDeadline: '2026-03-18' },
    approvedBy: ['张丽', '孙伟'],
  },
  served('2026-03-10'),
  {
    template: 'J23',
    at: '2026-03-13T10:00',
    values: {
      at: '2026-03-13T09:30',
      recorder: OFFICER,
      speakerName: '孙宏达',
      speakerPost: '法定代表人',
      content: '承认拖欠，请求等工程款到账以后再付。',
    },
    signedBy: [{ role: '当事人', name: '孙宏达' }, ...officers, { role: '记录人', name: OFFICER }],
  },
  {
    template: 'J24',
    at: '2026-03-16T09:30',
    values: {
      claims: [{ fact: '等工程款到账', reviewResult: '工程款没有到账不是拖欠工资的理由', adopted: '不采纳' }],
      conclusion: '申辩理由不成立，维持拟作出的处理。',
      noAggravation: true,
    },
    approvedBy: unit,
  },
  { template: 'J31', at: '2026-03-19T09:30', values: {}, approvedBy: [...unit, '孙伟'] },
  {
    template: 'J33',
    at: '2026-03-20T09:30',
    values: {
      decidedAt: '2026-03-20',
      obligations: [
        { kind: '支付工资', persons: '赵一等七人', amount: 84_000, basis: '《劳动保障监察条例》第二十六条' },
      ],
      performBy: '自收到本决定书之日起十五日内',
    },
  },
  served('2026-03-20'),
];

export const untilCourt: readonly Made[] = [
  {
    template: 'J39',
    at: '2026-04-20T09:30',
    values: { performed: '未履行', unperformed: '工资84000元没有支付', nextStep: '申请法院强制执行' },
    signedBy: [
      { role: '承办人', name: OFFICER },
      { role: '承办人', name: '王建国' },
    ],
  },
  {
    template: 'J43',
    at: '2026-09-28T09:30',
    values: { amountAndPayMode: '工资84000元，直接付给赵一等七人' },
    approvedBy: ['张丽', '孙伟'],
  },
  served('2026-09-28'),
  {
    template: 'J44',
    at: '2026-10-20T09:30',
    values: {
      court: '辽源市西安区人民法院',
      partyOpinion: '催告后没有陈述、申辩，也没有支付。',
      subjectInfo: '拖欠的工资84000元。',
      remedyUsed: '没有申请行政复议，也没有提起行政诉讼',
      signedByLeader: '孙伟',
      date: '2026-10-20',
    },
    approvedBy: ['张丽', '孙伟'],
    signedBy: [{ role: '行政机关负责人', name: '孙伟' }],
  },
  {
    template: 'J03',
    at: '2026-10-20T11:00',
    values: {
      result: '处理结果',
      outcome: '已作出行政处理决定，单位没有支付，已申请人民法院强制执行。',
      recorder: OFFICER,
    },
    signedBy: [{ role: '承办人', name: OFFICER }],
  },
  {
    template: 'J45',
    at: '2026-10-21T09:30',
    values: { closeType: '已申请法院执行', terminatedAt: '2026-10-20', feedbackGiven: '已告知' },
    approvedBy: [...unit, '孙伟'],
  },
];
