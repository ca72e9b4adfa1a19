import * as z from 'zod';
import { Id } from '../identity/party.ts';
import { call, officeCall } from './base.ts';
import { AuditEntry } from './cases.ts';
import { FaultRecord } from './faults.ts';
import { Look, LookPage } from './looks.ts';

export const Job = z.object({
  id: Id,
  kind: z.enum(['verify', 'volume', 'handover', 'backup']),
  subject: z.string(),
  state: z.enum(['running', 'stopped', 'done', 'failed']),
  done: z.number(),
  total: z.number(),
  /** What it is doing, in words. */
  step: z.string(),
  secondsLeft: z.number().nullable(),
  /** Sentences of what was found wrong, or why it failed. */
  faults: z.array(z.string()),
  resultId: Id.nullable(),
});
export type Job = z.infer<typeof Job>;

/** Where the anchor lies a second time, apart from this machine; `isThere` when it can be reached now. */
export const SecondAnchor = z.object({ folder: z.string(), namedAt: z.string(), isThere: z.boolean() });
export type SecondAnchor = z.infer<typeof SecondAnchor>;
/** Which record: of the cases, or of people, units, settings and keys. */
const Chain = z.enum(['content', 'office']);

export const supervision = {
  audit: officeCall({ act: '查看全部记录', roles: ['法规科', '分管领导', '系统管理员'], article: 46 })
    .input(
      z.strictObject({
        of: Chain.default('content'),
        before: z.int().nullable().default(null),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.array(AuditEntry)),
  /** All that was looked at and searched for (查阅记录), newest first. */
  looks: call({ act: '查看全部查阅记录', roles: ['法规科', '分管领导'], article: 42 })
    .input(z.strictObject(LookPage))
    .output(z.array(Look)),
  /** 故障记录, the newest first; with the beginning of an id, those it fits. */
  faults: officeCall({ act: '查看故障记录', roles: ['系统管理员'], article: null })
    .input(z.strictObject({ id: z.string().max(32).default('') }))
    .output(z.array(FaultRecord)),
  /** All of them as one text file in a folder; answers with the file it wrote. */
  exportFaults: officeCall({ act: '导出故障记录', roles: ['系统管理员'], article: null })
    .input(z.strictObject({ folderTicket: z.string().max(64) }))
    .output(z.object({ file: z.string(), entries: z.int() })),
  /** 验证: chain, database and all sealed files; goes on where it was stopped. */
  verify: officeCall({
    act: '验证',
    roles: ['法规科', '档案员', '系统管理员', '分管领导', '承办单位负责人'],
    article: 48,
  }).output(Job),
  stopVerify: officeCall({
    act: '停止验证',
    roles: ['法规科', '档案员', '系统管理员', '分管领导', '承办单位负责人'],
    article: 48,
  }).output(Job),
  lastVerification: officeCall({ act: '查看验证结果', roles: 'everybody', article: null }).output(
    z.object({
      job: Job.nullable(),
      verifiedAt: z.string().nullable(),
      anchor: z.string(),
      entries: z.int(),
      /** Rows entered before entries held digests: they got one later, so what was changed until then cannot be told. */
      unrecorded: z.int(),
      /** Entries from before they were signed. */
      unsigned: z.int(),
      /** A sentence for each signing key that took the place of another. */
      replacedKeys: z.array(z.string()),
    }),
  ),
  /** Whether the chain still holds what a slip was printed with (纸上锚点): a whole folder put back to an older state shows only there. */
  comparePaperAnchor: call({ act: '核对纸上锚点', roles: 'everybody', article: 48 })
    .input(z.strictObject({ code: z.string().trim().min(1).max(60) }))
    .output(
      z.object({
        outcome: z.enum(['same', 'other', 'missing', 'unreadable']),
        /** The entry the slip names; 0 when it cannot be read. */
        seq: z.int(),
        entries: z.int(),
      }),
    ),
  secondAnchor: call({ act: '查看锚点第二存放处', roles: 'everybody', article: 48 }).output(SecondAnchor.nullable()),
  nameSecondAnchor: call({ act: '指定锚点第二存放处', roles: ['法规科'], article: 48 })
    .input(z.strictObject({ folderTicket: z.string().max(64) }))
    .output(SecondAnchor.nullable()),
  dropSecondAnchor: call({ act: '停用锚点第二存放处', roles: ['法规科'], article: 48 }).output(z.null()),
  job: officeCall({ act: '查看进度', roles: 'everybody', article: null })
    .input(z.strictObject({ jobId: Id }))
    .output(Job),
  /** The job of this kind that is under way for a case: who left its screen finds it again. */
  running: call({ act: '查看进度', roles: 'everybody', article: null })
    .input(z.strictObject({ kind: Job.shape.kind, caseId: Id }))
    .output(Job.nullable()),
};
