import * as z from 'zod';
import { Id } from '../identity/party.ts';
import { Obstacle } from '../procedure/procedure.ts';
import { Finding } from '../regulation/finding.ts';
import { call } from './base.ts';
import { readers } from './right.ts';
import { isDay, isMoment } from '../time/moments.ts';

export const HandoverKind = z.enum(['court', 'reconsideration']);

/** An item of the as-decided evidence set; `late` items came after the decision: they are in the set only by leave (行诉法35、36, 复议法46). */
export const HandoverItem = z.object({
  key: z.string(),
  group: z.enum(['主体', '程序', '事实', '裁量', '送达', '其他']),
  seq: z.int(),
  title: z.string(),
  kind: z.string(),
  source: z.string(),
  proves: z.string(),
  originality: z.enum(['原件', '复制件']),
  pages: z.int().nullable(),
  paperId: Id.nullable(),
  exhibitId: Id.nullable(),
  sha256: z.string(),
  internal: z.boolean(),
  late: z.boolean(),
  remark: z.string(),
});
export type HandoverItem = z.infer<typeof HandoverItem>;

/**
 * Leave to add evidence gathered after the decision, because the other side brings up what it had not before (行诉法36②: 经人民法院准许;
 * 复议法46②: 经行政复议机构同意).
 */
export const SupplementLeave = z.strictObject({
  /** What the other side brought up: 没有提出过的理由或者证据. */
  ground: z.string().trim().min(4).max(256),
  grantedOn: z.iso.date(),
  /** The paper or the way it was granted. */
  reference: z.string().trim().min(2).max(64),
});
export type SupplementLeave = z.infer<typeof SupplementLeave>;

export const Receipt = z.strictObject({
  receivedBy: z.string().trim().min(2).max(64),
  receivedAt: z
    .string()
    .refine((text) => isDay(text) || isMoment(text), '“签收日期”不是有效的日期，应写成2026-03-02这样。'),
  receiptNo: z.string().trim().max(64),
  remark: z.string().max(256).default(''),
});

export const Handover = z.object({
  id: Id,
  caseId: Id,
  kind: HandoverKind,
  recipient: z.string(),
  state: z.enum(['building', 'built', 'verified', 'received', 'failed']),
  form: z.enum(['folder', 'zip']),
  folder: z.string(),
  itemCount: z.int(),
  bytes: z.int(),
  /** SHA-256 and SM3 of the manifest file, and the audit anchor printed on the slip. */
  manifestSha256: z.string(),
  manifestSm3: z.string(),
  anchor: z.string(),
  due: z.string().nullable(),
  createdAt: z.string(),
  verifiedAt: z.string().nullable(),
  receipt: Receipt.nullable(),
  failure: z.string().nullable(),
});
export type Handover = z.infer<typeof Handover>;

/** Hand-over (移送/提供) to a court or reconsideration body. The kept duplicate is `byteRoutes.handoverDuplicate`. */
export const handover = {
  /** The newest first; `before` is the last one that is known already. */
  list: call({ act: '查看移送', roles: readers, article: 41 })
    .input(
      z.strictObject({
        caseId: Id.nullable().default(null),
        before: Id.nullable().default(null),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.array(Handover)),
  plan: call({ act: '准备移送材料', roles: ['承办人', '承办单位负责人', '法规科'], article: 41 })
    .input(
      z.strictObject({
        caseId: Id,
        kind: HandoverKind,
        receivedAt: z.iso.date(),
        simplified: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        items: z.array(HandoverItem),
        /** The case the items lie in: where this one defends a decision, that decision's case. */
        evidenceCaseId: Id,
        /** Why nothing can be handed over yet; with any, `make` is refused. */
        obstacles: z.array(Obstacle),
        recipients: z.array(z.string()),
        due: z.string().nullable(),
        basis: z.string(),
        answerName: z.string(),
        findings: z.array(Finding),
      }),
    ),
  /** Freezes the set, writes the package (BagIt 1.0) into the folder of the ticket, verifies it and keeps a duplicate. */
  make: call({ act: '移送案卷', roles: ['承办人', '承办单位负责人', '法规科'], article: 41 })
    .input(
      z.strictObject({
        caseId: Id,
        kind: HandoverKind,
        recipient: z.string().trim().min(2).max(64),
        caseNo: z.string().trim().max(64).default(''),
        opponents: z.array(z.string().trim().max(128)).min(1).max(50),
        receivedAt: z.iso.date(),
        simplified: z.boolean().default(false),
        answer: z.string().trim().min(10).max(20_000),
        agent: z.string().trim().max(64).default(''),
        keys: z.array(z.string().max(64)).min(1).max(5_000),
        /** Without it, items marked `late` are refused. */
        leave: SupplementLeave.nullable().default(null),
        form: z.enum(['folder', 'zip']),
        folderTicket: z.string().max(64),
      }),
    )
    .output(z.object({ handoverId: Id, jobId: Id })),
  /** Opens the folder the package lies in, in the file manager of the desktop. */
  reveal: call({ act: '打开移送材料', roles: ['承办人', '承办单位负责人', '法规科', '档案员'], article: 41 })
    .input(z.strictObject({ handoverId: Id }))
    .output(z.object({ done: z.literal(true) })),
  receipt: call({ act: '登记回执', roles: ['承办人', '承办单位负责人', '法规科', '档案员'], article: 41 })
    .input(z.strictObject({ handoverId: Id, receipt: Receipt }))
    .output(Handover),
};
