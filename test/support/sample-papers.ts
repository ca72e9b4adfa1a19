import type { Values } from '../../shared/template/values.ts';
import { party, people, uuid } from './case-values.ts';

const servers = [people.wang, people.li].map(({ personId, name, certNo }) => ({ personId, name, certNo }));
const common = { caseNumber: '辽人社监立字〔2026〕第001号', addressee: party.name, documents: [uuid(110)], servers };
const atTheDoor = { place: party.address, servedAt: '2026-03-24' };

/** A complete 送达回证 for every lawful way of service (第三十条至第三十四条). */
export const services: Record<string, Values> = {
  直接送达: {
    ...common,
    ...atTheDoor,
    mode: '直接',
    signerName: '陈福来',
    signerRelation: '法定代表人',
    avRefs: [uuid(206)],
  },
  留置送达有见证人: {
    ...common,
    ...atTheDoor,
    mode: '留置',
    refuseReason: '收件人员称法定代表人不在，拒绝签收。',
    refusedAt: '2026-03-24',
    leftAtResidence: false,
    witnessName: '马秀英',
    witnessUnit: '辽源市龙山区新兴社区，0437-3319111',
    avShots: ['送达文书内容', '留置原因', '地点', '在场人员'],
    avRefs: [uuid(206)],
  },
  留置于住所: {
    ...common,
    ...atTheDoor,
    mode: '留置',
    refuseReason: '当事人拒绝签收。',
    refusedAt: '2026-03-24',
    leftAtResidence: true,
    avShots: ['送达文书内容', '留置原因', '地点', '在场人员'],
    avRefs: [uuid(206)],
  },
  委托送达: {
    ...common,
    ...atTheDoor,
    mode: '委托',
    signerName: '陈福来',
    signerRelation: '法定代表人',
    signedAt: '2026-03-24',
    entrustedTo: '东丰县人力资源和社会保障局',
    entrustReason: '当事人在东丰县境内，直接送达有困难。',
  },
  转交送达: {
    ...common,
    ...atTheDoor,
    mode: '转交',
    signerName: '陈福来',
    signerRelation: '本人',
    signedAt: '2026-03-24',
    transferVia: '吉林省辽源监狱',
    transferReason: '受送达人被监禁，通过其所在监所转交。',
  },
  邮寄送达: {
    ...common,
    ...atTheDoor,
    mode: '邮寄',
    mailType: '特快专递',
    mailNo: 'EM123456789CN',
    mailSentAt: '2026-03-22',
    mailReceiptAt: '2026-03-24',
    mailListed: true,
    mailRegister: [uuid(207)],
    mailProof: [uuid(208)],
    mailReceipt: [uuid(209)],
  },
  张贴公告送达: {
    ...common,
    mode: '公告',
    triedModes: ['直接', '邮寄'],
    triedProof: '3月10日、12日到住所均无人，邮件以“查无此人”退回。',
    media: '张贴',
    mediaName: '当事人住所及本机关公告栏',
    publishedAt: '2026-03-24',
    effectiveAt: '2026-04-24',
    avRefs: [uuid(206)],
  },
  登报公告送达: {
    ...common,
    mode: '公告',
    triedModes: ['直接', '邮寄'],
    triedProof: '3月10日到住所无人，邮件退回。',
    media: '报纸',
    mediaName: '《辽源日报》',
    publishedAt: '2026-03-24',
    effectiveAt: '2026-04-24',
  },
  电子送达: {
    ...common,
    mode: '电子',
    servedAt: '2026-03-24',
    consentRef: '2026年3月9日送达地址确认书',
    channel: '短信',
    arrivedAt: '2026-03-24T10:05',
  },
};

const notice = {
  causeName: '涉嫌违反规定延长劳动者工作时间',
  noticeNumber: '辽人社监告字〔2026〕第001号',
  at: '2026-04-01T09:00',
  place: '辽源市人民大街2号3楼302室',
  officers: servers,
  recorder: '李敏',
  partyName: party.name,
};

/** How a party may leave its rights unused (第二十二条). */
export const waivers: Record<string, Values> = {
  放弃权利记录: {
    ...notice,
    form: '放弃权利记录',
    speakerName: '陈福来',
    speakerPost: '法定代表人',
    waivedRights: ['陈述', '申辩'],
    waiverExplicit: true,
    waiverEvidence: '当事人当场书面声明放弃陈述、申辩。',
    speakerOpinion: '以上笔录我看过（向我宣读过），与我所说的一致。',
  },
  逾期未提出记录: {
    ...notice,
    form: '逾期未提出记录',
    waivedRights: ['陈述', '申辩', '听证'],
    waiverEvidence: '告知书于3月24日送达，至3月31日期限届满，未收到任何意见。',
  },
};
