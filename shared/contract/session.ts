import * as z from 'zod';
import { Office } from '../case-file.ts';
import { Id } from '../identity/party.ts';
import { Role } from '../template/template.ts';
import { passwordProblem } from '../identity/password.ts';
import { call, officeCall } from './base.ts';
import { KeyChangeProgress } from './key-change.ts';
import { Refusal } from './refusals.ts';
import { readers } from './right.ts';

export const Password = z
  .string()
  .max(128)
  .superRefine((password, context) => {
    const message = passwordProblem(password);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });
export const UnitDraft = z.strictObject({
  name: z.string().trim().min(2).max(64),
  head: z.string().trim().max(32).default(''),
});
export const CertificateDraft = z.strictObject({
  certNo: z.string().trim().max(32).default(''),
  certFrom: z.string().max(10).default(''),
  certTo: z.string().max(10).default(''),
});
export const FirstPerson = CertificateDraft.extend({
  name: z.string().trim().min(2).max(32),
  roles: z.array(Role).min(1),
  unit: z.string().max(64),
});

/** Somebody who is away (请假), for whom the person logged in stands in today. */
export const Away = z.object({ personId: Id, name: z.string(), roles: z.array(Role), unitId: Id.nullable() });
export type Away = z.infer<typeof Away>;

export const Operator = z.object({
  personId: Id,
  name: z.string(),
  roles: z.array(Role),
  unitId: Id.nullable(),
  standsInFor: z.array(Away),
  /** What the person's keys open. */
  reads: z.enum(['content', 'office']),
});
export type Operator = z.infer<typeof Operator>;

/** Where a person was when the workstation locked; kept in memory only. The route stays in the address of the window. */
export const Place = z.strictObject({
  personId: Id,
  /** `name` of the field that had the caret. */
  field: z.string().max(200).nullable(),
  caret: z.tuple([z.int(), z.int()]).nullable(),
  /** A sentence why something could not be saved before the lock. */
  unsaved: z.string().max(2000).nullable(),
  /** Path of the screen, where the address of the window is another one meanwhile: of who lent the seat. */
  address: z
    .string()
    .max(2000)
    .regex(/^\/(?!\/)/)
    .nullable()
    .default(null),
});
export type Place = z.infer<typeof Place>;

/** Where the workstation stands; the page asks this first. */
/** A seat at which somebody else signs (就地签批), until it is given back. */
export const LentSeat = z.object({ owner: z.object({ personId: Id, name: z.string() }), place: Place });
export type LentSeat = z.infer<typeof LentSeat>;

export const SessionState = z.object({
  profile: z.enum(['none', 'locked', 'open']),
  people: z.array(z.object({ personId: Id, name: z.string() })),
  operator: Operator.nullable(),
  /** Whose seat the operator signs at; null at the own one. */
  lent: LentSeat.nullable(),
  officeName: z.string().nullable(),
  idleLockMinutes: z.int(),
  /** Leftovers found at start: interrupted imports, lock loss, damaged items; each a sentence. */
  notices: z.array(z.string()),
  /** Why the workstation locked itself, until somebody logs in. */
  lockedBy: Refusal.nullable(),
  /** While a log-in changes the vault key before it opens anything. */
  keyChange: KeyChangeProgress.nullable(),
  /** Where the last person was, until somebody logs in. */
  left: Place.nullable(),
  host: z.object({
    kind: z.enum(['electron', 'chromium', 'headless']),
    canChooseFolder: z.boolean(),
    canRevealFolder: z.boolean(),
    canProtectScreen: z.boolean(),
    /** Whether a profile for practice (练习) can be opened here. */
    canPractise: z.boolean(),
  }),
  /** Set in the profile for practice: its days are those of the sample, so many milliseconds away from today. */
  practice: z.object({ clockShift: z.number() }).nullable(),
  today: z.string(),
  /** Short code of the audit chain head (纸上锚点) and count, and when the store was last verified. */
  anchor: z.string().nullable(),
  verifiedAt: z.string().nullable(),
  /** Since when nothing was backed up: the last backup, or the first record; null while nobody is logged in. */
  withoutBackupSince: z.string().nullable(),
});
export type SessionState = z.infer<typeof SessionState>;

export const session = {
  state: call({ act: '打开程序', roles: 'anybody', article: null, atLentSeat: true }).output(SessionState),
  /** First start: makes the encrypted profile and one sealed recovery letter, to be printed once (`byteRoutes.oneTimePdf`). */
  setUp: call({ act: '首次设置', roles: 'anybody', article: null })
    .input(
      z.strictObject({
        office: Office,
        units: z.array(UnitDraft).min(1).max(50),
        person: FirstPerson,
        password: Password,
      }),
    )
    .output(z.object({ state: SessionState, recoveryLetter: z.string() })),
  unlock: call({ act: '登录', roles: 'anybody', article: null })
    .input(z.strictObject({ personId: Id, password: z.string().max(128) }))
    .output(SessionState),
  lock: call({ act: '锁定', roles: 'anybody', article: null, atLentSeat: true })
    .input(z.strictObject({ place: Place.nullable().default(null) }).prefault({}))
    .output(SessionState),
  /**
   * 就地签批: somebody else, with the own password, signs at the seat of who is logged in; `place` is where the owner is. Whatever is refused
   * leaves the seat as it is.
   */
  lend: call({ act: '让出座位', roles: readers, article: 13 })
    .input(z.strictObject({ personId: Id, password: z.string().max(128), place: Place }))
    .output(SessionState),
  /** The seat is its owner's again, without a password. */
  giveBack: call({ act: '还回座位', roles: 'everybody', article: null, atLentSeat: true }).output(SessionState),
  /** Opens the profile for practice (练习), begun anew where asked, or leaves it; answered once it is made. The page comes anew. */
  practise: call({ act: '进出练习', roles: 'anybody', article: null })
    .input(z.strictObject({ on: z.boolean(), anew: z.boolean().default(false) }))
    .output(z.object({ done: z.literal(true) })),
  changePassword: officeCall({ act: '修改自己的密码', roles: 'everybody', article: null })
    .input(z.strictObject({ old: z.string().max(128), new: Password }))
    .output(z.object({ done: z.literal(true) })),
  /** The code of the recovery letter opens the profile for one person and sets their new password. */
  recover: call({ act: '用恢复信找回', roles: 'anybody', article: null })
    .input(z.strictObject({ code: z.string().max(64), personId: Id, password: Password }))
    .output(SessionState),
  newRecoveryLetter: call({ act: '换发恢复信', roles: ['法规科', '分管领导', '系统管理员'], article: null }).output(
    z.object({ recoveryLetter: z.string() }),
  ),
};
