import * as z from 'zod';
import { Finding } from '../regulation/finding.ts';
import { Obstacle } from '../procedure/procedure.ts';
import { FieldProblem } from '../field-problem.ts';
import { Role } from '../template/template.ts';

/**
 * Everything the workstation can refuse: a closed list of facts. `sentences.ts` turns each into what happened, what is
 * missing, which article asks for it and what to press; a new code does not compile until it has its sentence.
 */
export const Refusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('locked') }),
  /** At the seat of somebody else nothing is done but what the desk needs. */
  z.object({ code: z.literal('seat-lent'), act: z.string(), owner: z.string() }),
  /** Nothing of the practice profile goes into a folder outside it, and nothing comes from one. */
  z.object({ code: z.literal('practice') }),
  /** What was practised cannot be opened any more; the log-in says that it was begun anew. */
  z.object({ code: z.literal('practice-anew') }),
  /** Why `name` cannot sign at this seat. */
  z.object({
    code: z.literal('no-lending'),
    why: z.enum(['own-seat', 'no-content-key', 'nothing-waits', 'key-change-due']),
    name: z.string(),
  }),
  z.object({ code: z.literal('wrong-password'), waitSeconds: z.int() }),
  z.object({ code: z.literal('wrong-recovery-code') }),
  z.object({ code: z.literal('profile-exists') }),
  z.object({
    code: z.literal('profile-damaged'),
    what: z.enum(['keyring', 'keyring-missing', 'keyring-former', 'database', 'settings']),
  }),
  z.object({ code: z.literal('key-damaged'), name: z.string() }),
  z.object({ code: z.literal('letter-damaged') }),
  z.object({ code: z.literal('key-not-renewed'), name: z.string() }),
  z.object({ code: z.literal('key-change') }),
  z.object({ code: z.literal('profile-newer'), theirs: z.int(), ours: z.int() }),
  z.object({ code: z.literal('not-allowed'), act: z.string(), roles: z.array(Role), article: z.int().nullable() }),
  z.object({
    code: z.literal('not-found'),
    what: z.enum([
      'person',
      'unit',
      'household',
      'case',
      'paper',
      'exhibit',
      'volume',
      'handover',
      'template',
      'job',
      'folder',
      'intake',
      'print',
      'sheet',
    ]),
  }),
  z.object({ code: z.literal('invalid'), problems: z.array(FieldProblem).min(1) }),
  z.object({ code: z.literal('stale'), what: z.string(), by: z.string(), at: z.string() }),
  z.object({ code: z.literal('duplicate'), householdId: z.uuid(), name: z.string(), key: z.string() }),
  z.object({ code: z.literal('duplicate-person'), name: z.string() }),
  z.object({ code: z.literal('last-administrator') }),
  /** Access to content is given by two; `people` are those who may confirm. */
  z.object({ code: z.literal('second-person'), act: z.string(), people: z.array(z.string()).min(1) }),
  z.object({ code: z.literal('not-yet'), act: z.string(), obstacles: z.array(Obstacle).min(1) }),
  z.object({
    code: z.literal('findings'),
    act: z.string(),
    findings: z.array(Finding).min(1),
    overridable: z.boolean(),
  }),
  z.object({ code: z.literal('wrong-status'), what: z.string(), is: z.string(), act: z.string() }),
  z.object({ code: z.literal('out-to-sign'), what: z.string(), act: z.string() }),
  z.object({ code: z.literal('no-opinion'), verdict: z.enum(['同意', '不同意', '退回修改']) }),
  z.object({ code: z.literal('opinion-used'), what: z.string() }),
  z.object({ code: z.literal('approval-order'), label: z.string(), waitsFor: z.string() }),
  z.object({ code: z.literal('not-asked'), label: z.string(), by: Role, asked: z.array(z.string()) }),
  z.object({ code: z.literal('same-person'), label: z.string(), other: z.string() }),
  z.object({ code: z.literal('certificate'), name: z.string(), certTo: z.string(), day: z.string() }),
  z.object({ code: z.literal('missing-glyph'), characters: z.array(z.string()).min(1) }),
  z.object({
    code: z.literal('file'),
    name: z.string(),
    why: z.enum(['empty', 'truncated', 'too-large', 'changed', 'program', 'incomplete']),
    limit: z.number().nullable(),
  }),
  /** `free` is null where there seems to be room: a quota, or no place for another file. */
  z.object({ code: z.literal('disk-full'), needed: z.number(), free: z.number().nullable() }),
  /** The system does not give out a stored file now; nothing is known to be wrong with it. */
  z.object({
    code: z.literal('unreadable'),
    name: z.string(),
    why: z.enum(['too-many-files', 'in-use', 'not-permitted']),
  }),
  /** The database could not take a change; nothing of it was kept. */
  z.object({ code: z.literal('not-saved'), why: z.enum(['full', 'disk', 'read-only', 'in-use']) }),
  /** Whether a change was kept cannot be told, or the profile is no longer in its place; nothing is written until it was opened anew. */
  z.object({ code: z.literal('database-in-doubt'), why: z.enum(['unsure', 'gone']) }),
  z.object({ code: z.literal('damaged'), name: z.string(), what: z.string() }),
  /** What a case rests on is not as the chain of records left it; each difference is a sentence. */
  z.object({ code: z.literal('forged'), act: z.string(), differences: z.array(z.string()).min(1) }),
  z.object({
    code: z.literal('folder'),
    why: z.enum([
      'missing',
      'not-readable',
      'not-writable',
      'inside-profile',
      'not-absolute',
      'too-long',
      'exists',
      'full',
    ]),
    folder: z.string(),
  }),
  z.object({ code: z.literal('camera'), device: z.string() }),
  /** Why no 营业执照 or 身份证 could be read out of a picture. */
  z.object({
    code: z.literal('no-text'),
    why: z.enum([
      'type',
      'damaged',
      'empty',
      'encrypted',
      'too-large',
      'too-many-pages',
      'too-slow',
      'no-reader',
      'no-credential',
    ]),
  }),
  /** `what` is '' where it took nothing of all that was laid out. */
  z.object({ code: z.literal('printer'), printer: z.string(), what: z.string() }),
  z.object({ code: z.literal('busy'), what: z.string() }),
  z.object({ code: z.literal('data-file'), file: z.string(), line: z.int().nullable(), reason: z.string() }),
  z.object({ code: z.literal('malformed') }),
  z.object({ code: z.literal('internal'), id: z.string() }),
  /** The process with the open profile ended without being asked. */
  z.object({ code: z.literal('process-died') }),
]);
export type Refusal = z.infer<typeof Refusal>;
