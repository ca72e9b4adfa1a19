import * as z from 'zod';
import { Id } from '../identity/party.ts';
import { call } from './base.ts';
import { AuditEntry } from './cases.ts';

export const Job = z.object({
  id: Id,
  kind: z.enum(['verify', 'volume', 'handover']),
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

export const supervision = {
  audit: call
    .input(z.strictObject({ before: z.int().nullable().default(null), limit: z.int().min(1).max(500).default(100) }))
    .output(z.array(AuditEntry)),
  /** 验证: chain, database and all sealed files; goes on where it was stopped. */
  verify: call.output(Job),
  stopVerify: call.output(Job),
  lastVerification: call.output(
    z.object({ job: Job.nullable(), verifiedAt: z.string().nullable(), anchor: z.string(), entries: z.int() }),
  ),
  job: call.input(z.strictObject({ jobId: Id })).output(Job),
  /** The job of this kind that is under way for a case: who left its screen finds it again. */
  running: call.input(z.strictObject({ kind: Job.shape.kind, caseId: Id })).output(Job.nullable()),
};
