import * as z from 'zod';
import { CasePerson } from './identity/case-person.ts';
import { ApprovalStep, ExhibitKind, RecordingLevel, Role, VolumePart } from './template/template.ts';
import { CaseWorker } from './identity/case-worker.ts';
import { CaseCause } from './causes/case-cause.ts';
import { Id, Party } from './identity/party.ts';
import { Postcode } from './identity/postcode.ts';
import { ScreenSignature, SignPlace } from './template/sign-place.ts';
import { Values } from './template/values.ts';

/**
 * The plain snapshot of one case that the page shows and the rules judge. Main makes it, page and main judge it alike.
 * Days are `YYYY-MM-DD`, moments ISO 8601 with offset or `YYYY-MM-DDTHH:mm` as typed (Asia/Shanghai).
 */
/** Somebody who was a party of the case and is not any more (退出本案); what was made out to them stays on file. */
export const FormerParty = Party.extend({ leftAt: z.string(), reason: z.string() });
export type FormerParty = z.infer<typeof FormerParty>;

/** 请假: the days somebody is away, both included, and who stands in. */
export const Absence = z.strictObject({ from: z.iso.date(), to: z.iso.date(), standInId: Id.nullable() });
export type Absence = z.infer<typeof Absence>;

/** Someone of the office, with the 执法证 that lets them act (第十八条). */
export const Officer = z.object({
  personId: Id,
  name: z.string(),
  roles: z.array(Role),
  unitId: Id.nullable(),
  certNo: z.string(),
  certFrom: z.string(),
  certTo: z.string(),
  active: z.boolean(),
  /** Left out where none is entered. */
  absence: Absence.optional(),
});
export type Officer = z.infer<typeof Officer>;

export const SignatureMode = z.enum(['签名', '盖章', '捺印', '拒签', '不能签']);
export const Signature = z.strictObject({
  role: z.string().max(64),
  name: z.string().max(64),
  mode: SignatureMode,
  /** 拒签 and 不能签 need a reason (第十七条). */
  reason: z.string().max(512).default(''),
  witness: z.string().max(64).default(''),
  at: z.string().max(32),
});
export type Signature = z.infer<typeof Signature>;

export const Approval = z.object({
  /** Index into the template's approval chain. */
  step: z.int(),
  label: z.string(),
  verdict: z.enum(['同意', '不同意', '退回修改']),
  opinion: z.string(),
  personId: Id,
  name: z.string(),
  at: z.string(),
  /** Whose opinion it is where somebody stood in for who was away (请假). */
  standsInFor: z.string().optional(),
  /** Set when whoever gave it took it back before anybody went on from it (撤回意见); it then counts for nothing. */
  withdrawnAt: z.string().optional(),
  /** Its entry in the chain is signed with the key of whoever gave it (ADR 0014), and the paper says so; left out in one of before this was kept. */
  byKey: z.literal(true).optional(),
});
export type Approval = z.infer<typeof Approval>;

/**
 * One time a paper was printed to be signed or sealed: before its issue (签字稿) or as issued (正本). Each has an id of its own, which the codes
 * in the feet of its pages carry (identity/page-code.ts).
 */
export const PaperPrint = z.object({
  id: z.string(),
  kind: z.enum(['签字稿', '正本']),
  sha256: z.string(),
  pages: z.int(),
  at: z.string(),
  by: z.string(),
  /** The id of that person; '' in a print of before it was kept. */
  byId: z.string().default(''),
  /** Why it counts no more; null while it does. */
  voidReason: z.string().nullable(),
  /** The sheets as they came back signed or sealed, as one PDF; null while they are out. `onScreen`: signed on a screen, all of them. */
  back: z
    .object({
      sha256: z.string(),
      pages: z.int(),
      at: z.string(),
      by: z.string(),
      onScreen: z.literal(true).optional(),
    })
    .nullable(),
  /** Its empty places to sign; left out in a print of before they were kept. */
  places: z.array(SignPlace).optional(),
  /** Who signed it on a screen, in order. */
  onScreen: z.array(ScreenSignature).optional(),
});
export type PaperPrint = z.infer<typeof PaperPrint>;

export const PaperStatus = z.enum(['draft', 'approving', 'approved', 'issued', 'void']);
export type PaperStatus = z.infer<typeof PaperStatus>;

export const Paper = z.object({
  id: Id,
  caseId: Id,
  /** The party (household) this paper is for, where each party gets its own; null: for the whole case. */
  partyId: Id.nullable(),
  templateId: z.string(),
  templateVersion: z.int(),
  name: z.string(),
  /** Rises with every saved change; a save that names an older one is refused. */
  version: z.int(),
  status: PaperStatus,
  number: z.string().nullable(),
  values: Values,
  signatures: z.array(Signature),
  approvals: z.array(Approval),
  createdAt: z.string(),
  updatedAt: z.string(),
  issuedAt: z.string().nullable(),
  issuedBy: z.string().nullable(),
  /** SHA-256 of the frozen PDF. */
  sha256: z.string().nullable(),
  pages: z.int().nullable(),
  voidReason: z.string().nullable(),
  /** Every time it was printed to be signed or sealed, oldest first. */
  prints: z.array(PaperPrint).default([]),
});
export type Paper = z.infer<typeof Paper>;

export { ExhibitKind };
export const ExhibitDetails = z.strictObject({
  title: z.string().trim().min(1).max(128),
  kind: ExhibitKind,
  /** Where it came from and who made it (证据规定10-12). */
  source: z.string().max(256).default(''),
  maker: z.string().max(64).default(''),
  proves: z.string().max(512).default(''),
  originality: z.enum(['原件', '复制件']).default('原件'),
  /** The paper or the step of the procedure it proves (第九条: text and recordings are joined up). */
  paperId: Id.nullable().default(null),
  stepId: z.string().max(64).nullable().default(null),
  place: z.string().max(128).default(''),
  /** Recordings: device, span and the spoken notice (第十五条). */
  device: z.string().max(64).default(''),
  startAt: z.string().max(32).default(''),
  endAt: z.string().max(32).default(''),
  noticeSpoken: z.boolean().default(false),
  transcript: z.string().max(10_000).default(''),
  /** Of a text file: short texts in Big5 cannot be told from GB18030, so a person says so. */
  encoding: z.enum(['自动识别', 'Big5']).default('自动识别'),
  /** 取得时间: the day it was gathered or handed in, where that was before it was stored (行诉法35, 复议法46); '': as it was stored. */
  gatheredAt: z.union([z.iso.date(), z.literal('')]).default(''),
});
export type ExhibitDetails = z.infer<typeof ExhibitDetails>;

export const Exhibit = ExhibitDetails.extend({
  id: Id,
  caseId: Id,
  fileName: z.string(),
  mime: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** Null while it is still being computed (SHA-256 seals the file, SM3 follows), and for ever when the file is damaged by then. */
  sm3: z.string().nullable(),
  importedAt: z.string(),
  importedBy: z.string(),
  hasThumbnail: z.boolean(),
  /** Set when the sealed file failed its check; the sentence of what is wrong. */
  damage: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  /** The case it was taken over from (由本案另立案件), where the same sealed file is an exhibit or a paper. */
  fromCaseId: Id.nullable().default(null),
  /** That exhibit or paper. */
  fromId: Id.nullable().default(null),
  /** The 补卷 it was taken in for, after the case was filed; it stands in that volume and not in the first. */
  supplementId: Id.nullable().default(null),
});
export type Exhibit = z.infer<typeof Exhibit>;

export const isRecording = (exhibit: Pick<Exhibit, 'mime'>): boolean => /^(audio|video)\//.test(exhibit.mime);

/** Facts of the office that rules and papers need. */
export const Office = z.strictObject({
  name: z.string().trim().min(2).max(64),
  /** 机关代字 */
  code: z.string().trim().min(1).max(10),
  /** 本级人民政府: the reconsideration body from 2024-01-01 (复议法24). */
  government: z.string().trim().min(2).max(64),
  /** The department above, to which the party could go as well before 2024-01-01 (复议法2017修正12). */
  formerReconsiderationBody: z.string().max(64).default(''),
  /** Level of the office: its files go to the state archives after 20 years, those of a county after 10 (档案法实施条例20). */
  level: z.enum(['设区的市级以上', '县级']).default('设区的市级以上'),
  courts: z.array(z.string().trim().min(2).max(64)).min(1).max(10),
  address: z.string().max(128).default(''),
  phone: z.string().max(32).default(''),
  /** Device of a document camera the browser cannot use; '' leaves it off. */
  stillDevice: z
    .string()
    .regex(/^(\/dev\/video\d{1,2})?$/, '应写成 /dev/video0 这样的设备名')
    .default(''),
  /** Whether pictures and recordings of the screen, and screens shared over a network, leave the window out. */
  screenProtected: z.boolean().default(false),
  /** 全宗号 and 全宗名称 of the archive. */
  fondsNo: z.string().max(16).default(''),
  fondsName: z.string().max(64).default(''),
  /** 法定代表人（负责人） of the office and the post, for letters to courts. */
  legalRep: z.string().max(32).default(''),
  legalRepPost: z.string().max(64).default(''),
  /** 监督举报电话 on notices of inspection. */
  supervisionPhone: z.string().max(32).default(''),
  /** 缴款账户 for fines. */
  payAccount: z.string().max(256).default(''),
  /** 邮政编码, on envelopes. */
  postcode: Postcode.default(''),
  /** Where an application for reconsideration can be handed in over the internet (复议法22); '' where there is no such way. */
  reconsiderationOnline: z.string().trim().max(128).default(''),
});
export type Office = z.infer<typeof Office>;

/** Settings of 法规科 that rules read. */
export const RuleSettings = z.strictObject({
  /** 较大数额罚款 line for hearings and major decisions, yuan; null until the office has set it (no default for 吉林). */
  hearingFineUnit: z.number().positive().nullable().default(null),
  hearingFinePerson: z.number().positive().nullable().default(null),
  /** 局领导签批 is needed on 立案 (第十三条). */
  leaderSignsFiling: z.boolean().default(true),
  /** Who agrees without a word is put on record as “同意。”. */
  blankOpinionAgrees: z.boolean().default(true),
  /** Papers whose pages carry no code in the foot (页脚识别码), by template id: what 法规科 keeps free of it. */
  withoutPageCode: z.array(z.string().max(8)).default([]),
  /** 卷内 order preset (domain notes 3.4). */
  volumeOrder: z.enum(['process', 'conclusion']).default('process'),
  pageNumberPlace: z.enum(['右下角', '右上角']).default('右下角'),
  idleLockMinutes: z.int().min(1).max(120).default(10),
  /** 案卷评查 weights that differ from the shipped ones, by check id. */
  weights: z.record(z.string().max(16), z.number().nonnegative().max(100)).default({}),
  /** 音像记录清单: recording levels that differ from the template's, by template id. */
  recordingLevels: z.record(z.string().max(8), RecordingLevel).default({}),
  /** 保管期限表: retention that differs from the procedure's proposal, by procedure id. */
  retentions: z.record(z.string().max(64), z.enum(['永久', '50年', '30年', '10年'])).default({}),
  /** 审批流程: chains of approval that differ from the template's, by template id; [] needs none. */
  approvals: z.record(z.string().max(8), z.array(ApprovalStep).max(6)).default({}),
  /** 打印份数: for whom a paper is printed, one copy each, where it differs from the usual (procedure/copies.ts), by template id. */
  copies: z.record(z.string().max(8), z.array(z.string().trim().min(1).max(16)).max(9)).default({}),
  /**
   * By which law a penalty is decided in time: that of 劳动保障监察 (监察条例17, 若干规定37), as the special provision 处罚法60 gives way to, or
   * the ninety days of 处罚法60 beside it.
   */
  penaltyTerm: z.enum(['劳动保障监察', '九十日']).default('劳动保障监察'),
  /** How long enforcement can be asked for once a judgment has dismissed the suit: 强制法53, or 行诉法95 with 行诉解释153. */
  judgedTerm: z.enum(['三个月', '二年']).default('三个月'),
  /** Whether a 个体工商户 counts as 公民 or as 组织 for the fine on the spot and for 较大数额 (处罚法51, 63): disputed. */
  tradersAs: z.enum(['组织', '公民']).default('组织'),
  /** Whether internal papers are bound in a 副卷 of their own, or all in one volume (一案一卷). */
  binding: z.enum(['正副卷', '一卷']).default('正副卷'),
  /** Which volume a paper is bound in, where it differs from the template's, by template id. */
  volumeParts: z.record(z.string().max(8), VolumePart).default({}),
  /** From when on 复议 and a suit stop the daily surcharge (处罚法73③). */
  remedyPause: z.enum(['申请之日', '受理之日']).default('申请之日'),
  /** In which days the twenty of 人力资源市场暂行条例19 are counted. */
  staffingTerm: z.enum(['工作日', '自然日']).default('工作日'),
  /** Whether 强制法45② caps the 滞纳金 of social insurance as well. */
  lateFeeCap: z.enum(['不设上限', '以欠缴额为限']).default('不设上限'),
});
export type RuleSettings = z.infer<typeof RuleSettings>;

/** A question of the review a machine cannot judge, answered by a person. */
export const Answer = z.object({
  questionId: z.string(),
  answer: z.enum(['是', '否', '不适用']),
  note: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Answer = z.infer<typeof Answer>;

/** 'cancelled': registered by mistake (撤销登记); 'joined': gone on with in another case (并案). */
export const CaseState = z.enum(['source', 'open', 'closed', 'filed', 'cancelled', 'joined']);
export type CaseState = z.infer<typeof CaseState>;
export const CaseRecord = z.object({
  id: Id,
  /** Case number: the number of its 立案审批表, or of its 案源登记表 before that. */
  number: z.string(),
  procedure: z.string(),
  causeName: z.string(),
  state: CaseState,
  unitId: Id.nullable(),
  /** 承办人, at least two once the case is started (第十八条). */
  officerIds: z.array(Id),
  /** The case whose decision this one enforces or defends (申请强制执行、复议答复、应诉). */
  followsId: Id.nullable().default(null),
  createdAt: z.string(),
  version: z.int(),
  /** The case it was begun from (由本案另立案件), with its own decision to come; and by which of that procedure's leads. */
  originId: Id.nullable().default(null),
  originLead: z.string().nullable().default(null),
  /** Who registered it. */
  registeredBy: Id.nullable().default(null),
  /** Why its registration was cancelled; null while it stands. */
  cancelReason: z.string().nullable().default(null),
  /** The former case it was registered after (照此登记新案). */
  modelId: Id.nullable().default(null),
});
export type CaseRecord = z.infer<typeof CaseRecord>;

/** An approved change of a period of this case. */
export const PeriodChange = z.object({
  ruleId: z.string(),
  kind: z.enum(['extension', 'suspension']),
  n: z.int().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  basis: z.string(),
});
export type PeriodChange = z.infer<typeof PeriodChange>;

/** An issued volume (案卷). */
export const Volume = z.object({
  id: Id,
  caseId: Id,
  filedAt: z.string(),
  filer: z.string(),
  inspector: z.string(),
  retention: z.string(),
  archiveNo: z.string(),
  items: z.int(),
  pages: z.int(),
  sha256: z.string(),
  /** The 补卷 it was made of; null for the first volume. */
  supplementId: Id.nullable().default(null),
  /** 正卷 or 副卷; null where all is in one volume, as in those of before there were two. */
  part: VolumePart.nullable().default(null),
});
export type Volume = z.infer<typeof Volume>;

/**
 * Another case about the same decision (当事人另案复议、诉讼，另案申请执行), with those of its papers that period rules and
 * carry-over ask for: the case this one follows, one that follows on this one, or one beside it that follows the same.
 */
export const LinkedCase = z.object({
  id: Id,
  number: z.string(),
  causeName: z.string(),
  procedure: z.string(),
  stands: z.enum(['earlier', 'later', 'beside']),
  papers: z.array(Paper),
});
export type LinkedCase = z.infer<typeof LinkedCase>;

/** The case this one was begun from, one begun from it, or one begun anew after the decision it is about was annulled (由本案另立案件). */
export const ChainedCase = z.object({
  id: Id,
  number: z.string(),
  causeName: z.string(),
  procedure: z.string(),
  /** `redone`: begun from the case whose decision this one is about (撤销后重新作出). */
  stands: z.enum(['origin', 'begun', 'redone']),
  /** By which lead of the procedure it was begun from. */
  lead: z.string(),
  /** 案件来源 that lead gives the new case, and the paper it refers to, in words; '' where there is none. */
  source: z.string(),
  reference: z.string(),
  /** Of an origin: the issued papers that new papers may quote. */
  papers: z.array(Paper),
});
export type ChainedCase = z.infer<typeof ChainedCase>;

/** Another complaint against the same target that is handled with this one (并案): one that was joined to it, or the case it was joined to. */
export const JoinedCase = z.object({
  id: Id,
  number: z.string(),
  causeName: z.string(),
  /** `from`: its papers and exhibits are read here; `into`: this case is handled there. */
  stands: z.enum(['from', 'into']),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  /** The approval (案件有关事项审批表) that was used for it; null where none was needed. */
  paperId: Id.nullable(),
});
export type JoinedCase = z.infer<typeof JoinedCase>;

export const CaseFile = z.object({
  case: CaseRecord,
  parties: z.array(Party),
  formerParties: z.array(FormerParty).default([]),
  papers: z.array(Paper),
  exhibits: z.array(Exhibit),
  officers: z.array(Officer),
  office: Office,
  settings: RuleSettings,
  periodChanges: z.array(PeriodChange),
  volume: Volume.nullable(),
  answers: z.array(Answer).default([]),
  linked: z.array(LinkedCase).default([]),
  /** What it takes from its 案由; null where that was written freely. */
  cause: CaseCause.nullable().default(null),
  /** Today in the office's time zone. */
  today: z.string(),
  /** 本案人员: entered once, picked by name in the papers. */
  people: z.array(CasePerson).default([]),
  chain: z.array(ChainedCase).default([]),
  /** Linked and chained cases there are beside those shown, which this person may not open. */
  unseenCases: z.int().default(0),
  /** 劳动者名单: what is owed to whom. */
  workers: z.array(CaseWorker).default([]),
  joined: z.array(JoinedCase).default([]),
});
export type CaseFile = z.infer<typeof CaseFile>;

/** Papers of one template that count, oldest first: issued ones, or also drafts when asked. */
export const papersOf = (file: CaseFile, templateId: string, withDrafts = false): Paper[] =>
  file.papers.filter(
    (paper) => paper.templateId === templateId && paper.status !== 'void' && (withDrafts || paper.status === 'issued'),
  );
