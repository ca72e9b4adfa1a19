import type { Officer, Party } from '../../shared/case-file.ts';
import type { RowValue, Values } from '../../shared/template/values.ts';

/** Data of the sample case: a restaurant that made 12 employees work overtime against the law, fined 3 600 yuan in spring 2026. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const person = (n: number, name: string, roles: Officer['roles'], certNo = ''): Officer => ({
  personId: uuid(n), name, roles, unitId: uuid(90), certNo, certFrom: certNo === '' ? '' : '2023-05-01', certTo: certNo === '' ? '' : '2028-04-30', active: true,
});
export const people = {
  wang: person(1, '王建国', ['承办人'], '22040100012'),
  li: person(2, '李敏', ['承办人'], '22040100035'),
  zhang: person(3, '张丽', ['承办单位负责人'], '22040100007'),
  zhao: person(4, '赵强', ['法规科']),
  sun: person(5, '孙伟', ['分管领导']),
  zhou: person(6, '周静', ['档案员']),
};

export const party: Party = {
  householdId: uuid(50), version: 1, kind: '单位', name: '辽源市福满园餐饮有限公司', uscc: '91350100M000100Y43', legalRep: '陈福来', position: '总经理',
  idType: '', idNumber: '', address: '辽源市龙山区人民大街88号', phone: '04373312345',
};

const partyFields = {
  partyName: party.name, partyKind: party.kind, partyUscc: party.uscc, partyLegalRep: party.legalRep, partyPosition: party.position, partyAddress: party.address, partyPhone: party.phone,
};
const cause = '涉嫌违反规定延长劳动者工作时间';
const caseFields = { caseNumber: '辽人社监立字〔2026〕第001号', causeName: cause };
const row = ({ personId, name, certNo }: Officer, certShown?: boolean) => ({ personId, name, certNo, ...(certShown === undefined ? {} : { certShown }) });
const officers = [row(people.wang), row(people.li)];
const shown = [row(people.wang, true), row(people.li, true)];
const contact = { contactName: '王建国', contactPhone: '04373319000', contactAddress: '辽源市人民大街2号' };
const facts = '2026年1月至2月，你单位安排12名职工每月加班均超过36小时，其中最多的达到52小时。';
const evidence = '考勤记录2份、工资支付表2份、调查询问笔录1份、现场检查笔录1份。';
const reasons = '你单位的上述行为违反了《中华人民共和国劳动法》第四十一条的规定，属于违法延长劳动者工作时间。';
const basis = '《劳动保障监察条例》第二十五条';
const penalties: RowValue[] = [{ kind: '警告', basis }, { kind: '罚款', amount: 3600, basis: `${basis}，按每人300元、共12人计算` }];

/** Values of the papers by their id in the case file. */
export const caseValues: Record<string, Values> = {
  J01: {
    sourceType: '举报', receivedAt: '2026-03-02T09:20', channel: '来访', anonymous: false, confidential: true, informantName: '刘洋', informantPhone: '13900000000', ...partyFields, facts: '举报人反映该单位长期安排职工加班，每月超过60小时。',
    within2Years: '是', jurisdiction: '是', handling: '立案', reason: '反映的行为属于劳动保障监察范围，在两年内。', registrar: '李敏',
  },
  J03: {
    to: '刘洋', sourceRef: '辽人社监登字〔2026〕第001号', sourceDate: '2026-03-02', respondent: party.name, result: '处理结果',
    outcome: '已对该单位作出警告并处罚款3600元的行政处罚，罚款已缴清。', informedAt: '2026-04-16', informMode: '电话', informRecord: '电话告知处理结果，举报人表示知晓。', recorder: '李敏', ...contact,
  },
  J04: {
    caseSource: '举报', sourceNumber: '辽人社监登字〔2026〕第001号', causeName: cause, startReason: '反映的行为属于劳动保障监察范围，在两年内。', ...partyFields,
    knownFacts: '据反映，该单位长期安排职工加班，每月超过60小时。', factSource: '举报人当面陈述。', suspectedLaw: '《中华人民共和国劳动法》第四十一条', officers,
  },
  J06: {
    ...caseFields, ...partyFields, appearAt: '2026-03-09T09:00', appearPlace: '辽源市人民大街2号3楼302室', askedPerson: '法定代表人（负责人）或者其委托代理人',
    materials: ['营业执照副本', '职工名册', '考勤记录'], periodFrom: '2026年1月', periodTo: '2026年2月', officers, ...contact,
  },
  J08: {
    ...caseFields, ...partyFields, recordKind: '现场检查', startAt: '2026-03-06T09:00', endAt: '2026-03-06T10:30', place: party.address, officers: shown, recorder: '李敏',
    partyNotifiedAt: '2026-03-06T08:55', partyPresent: true, attendeeName: '陈福来', attendeePost: '总经理', situation: '后厨和前厅在岗职工12人，前台存放2026年1月、2月考勤记录各一份。',
    statement: '以上笔录我看过（向我宣读过），记录属实。',
  },
  J07: {
    ...caseFields, startAt: '2026-03-09T09:00', endAt: '2026-03-09T10:40', place: '辽源市人民大街2号3楼302室', officers: shown, officersUnit: '辽源市人力资源和社会保障局', recorder: '李敏',
    respondentName: '陈福来', respondentIdType: '居民身份证', respondentIdNumber: '440524188001010014', respondentUnit: party.name, respondentPost: '总经理',
    respondentRelation: '法定代表人（负责人）', respondentAddress: '辽源市龙山区东吉街5号', rightsInformed: true,
    qa: [{ q: '2026年1月和2月职工加班情况？', a: '每人每月加班四十到五十二小时。' }], respondentOpinion: '以上笔录我看过（向我宣读过），与我所说的一致。',
  },
  J15: {
    ...caseFields, partyName: party.name, evidenceName: '2026年1月、2月考勤记录', kind: '书证', source: '辽源市福满园餐饮有限公司前台', custodian: '陈福来', originalOrCopy: '复制件', pages: 4,
    copyStatement: '经与原件核对一致，原件存于提供人处。', originalPlace: '该单位财务室', proves: '12名职工每月加班超过36小时', exhibits: [uuid(203)], extractedAt: '2026-03-09T11:00',
    place: '辽源市人民大街2号3楼302室', officers,
  },
  J53: {
    ...caseFields, partyName: party.name, keeper: '周静', storage: '承办单位专用存储器', retentionClass: '与案卷相同',
    recordings: [
      { title: '现场检查录像', scene: '现场检查', device: 'ZFY-007', officer: '李敏', startAt: '2026-03-06T08:58', endAt: '2026-03-06T10:32', place: party.address, noticeSpoken: true, importedAt: '2026-03-09T15:20', sha256: '1'.repeat(64) },
      { title: '调查询问录像', scene: '调查询问', device: 'ZFY-007', officer: '李敏', startAt: '2026-03-09T08:59', endAt: '2026-03-09T10:42', place: '302室', noticeSpoken: true, importedAt: '2026-03-09T15:30', sha256: '2'.repeat(64) },
    ],
  },
  J18: {
    ...caseFields, ...partyFields, officers, process: '2026年3月3日立案，3月6日现场检查，3月9日询问法定代表人并调取考勤记录。', factsFound: facts, evidence, evidenceRefs: [uuid(203)],
    legalAnalysis: reasons, legalBasis: basis, discretionFactors: '配合调查，已停止加班安排，没有从重情节。', suggestion: '处罚', surveyEndAt: '2026-03-20', proposedDecision: '警告，并处罚款3600元。',
  },
  J21: {
    ...caseFields, ...partyFields, noticeKind: '行政处罚', facts, evidence, reasons, basis, penalties, rights: ['陈述', '申辩'], statementDeadline: '2026-03-31', ...contact,
  },
  J23: {
    ...caseFields, form: '陈述申辩笔录', noticeNumber: '辽人社监告字〔2026〕第001号', at: '2026-03-27T09:30', place: '辽源市人民大街2号3楼302室', officers, recorder: '李敏', partyName: party.name,
    speakerName: '陈福来', speakerPost: '法定代表人', content: '春节期间客流大，职工自愿加班，请求从轻。', hearingRequested: false, speakerOpinion: '以上笔录我看过（向我宣读过），与我所说的一致。',
  },
  J24: {
    ...caseFields, partyName: party.name, noticeNumber: '辽人社监告字〔2026〕第001号', defenceForm: '陈述申辩笔录', defenceAt: '2026-03-27', statement: '春节期间客流大，职工自愿加班，请求从轻。',
    claims: [{ fact: '职工自愿加班', reason: '客流大', reviewResult: '自愿不能突破法定上限', adopted: '不采纳' }], conclusion: '申辩理由不成立，维持拟作出的处罚。', noAggravation: true,
  },
  J31: {
    ...caseFields, ...partyFields, decisionKind: '行政处罚', facts, reasons, legalBasis: basis, evidence, otherFactors: '申辩理由不成立，维持拟作出的处罚。', penalties, issuedAt: '2026-04-03',
  },
  J32: {
    ...caseFields, ...partyFields, organ: '辽源市人力资源和社会保障局', decidedAt: '2026-04-03', facts, evidence, noticeProcess: '2026年3月24日送达事先告知书，3月27日听取陈述申辩，经复核不予采纳。', reasons, basis, penalties,
    fined: true, performMode: '到指定银行缴纳罚款', performBy: '自收到本决定书之日起十五日内', payAccount: '辽源市财政局非税收入专户，缴款码22040000126',
  },
  J39: {
    ...caseFields, partyName: party.name, decisionRef: '辽人社监罚字〔2026〕第001号', performed: '全部履行', performedAt: '2026-04-15',
    payments: [{ at: '2026-04-15', item: '罚款', amount: 3600, voucherNo: '2204000012' }], amount: 3600, overdueDays: 0, vouchers: [uuid(205)],
  },
  J45: {
    ...caseFields, ...partyFields, decisionNo: '辽人社监罚字〔2026〕第001号', servedAt: '2026-04-07', processAndResult: '3月3日立案，3月24日送达告知书，4月3日决定，4月7日送达。',
    execution: '4月15日缴清罚款3600元。', closeType: '正常结案', terminatedAt: '2026-04-15', feedbackGiven: '已告知',
  },
  J49: {
    ...caseFields, partyName: party.name, decisionNo: '辽人社监罚字〔2026〕第001号', terminatedAt: '2026-04-15', materials: '决定书、送达回证、结案审批表复制件各一份。', submittedAt: '2026-04-24', submitter: '王建国', receiver: '赵强',
  },
  J50: {
    fondsName: '辽源市人力资源和社会保障局', organ: '辽源市人力资源和社会保障局', caseTitle: `${party.name}违反规定延长劳动者工作时间案`, caseNumber: '辽人社监立字〔2026〕第001号', startedAt: '2026-03-03', closedAt: '2026-04-15',
    undertakers: '王建国、李敏', result: '正常结案', filedAt: '2026-04-24', retention: '永久', items: 3, pages: 9, archiveNo: '20260001', volumeKind: '正卷', secrecy: '无',
  },
  J51: {
    caseTitle: `${party.name}违反规定延长劳动者工作时间案`, archiveNo: '20260001', caseNumber: '辽人社监立字〔2026〕第001号',
    rows: [
      { seq: 1, responsible: '辽源市人力资源和社会保障局', title: '案源登记表', date: '2026-03-02', pages: '1', remark: '' },
      { seq: 2, responsible: '辽源市人力资源和社会保障局', title: '立案审批表', date: '2026-03-03', pages: '3', remark: '' },
      { seq: 3, responsible: '辽源市人力资源和社会保障局', title: '行政处罚决定书', date: '2026-04-03', pages: '5-9', remark: '' },
    ],
  },
  J52: { caseTitle: `${party.name}违反规定延长劳动者工作时间案`, archiveNo: '20260001', situation: '卷内文件齐全，无缺损。', filer: '李敏', inspector: '周静', filedAt: '2026-04-24' },
};

/** A 送达回证 for one paper of the case, handed to the company's recipient. */
export const receiptValues = (documentId: string, servedAt: string): Values => ({
  caseNumber: '辽人社监立字〔2026〕第001号', addressee: party.name, documents: [documentId], mode: '直接', place: party.address, servedAt, servers: officers, signerName: '陈福来', signerRelation: '法定代表人',
});
