import * as z from 'zod';
import { groups } from '../inbox/order.ts';
import { Id } from '../identity/party.ts';
import { officeCall } from './base.ts';
import { BindingPeriod } from './cases.ts';

/** What a line of 今日 is about. */
export const InboxKind = z.enum([
  'approval',
  'assign',
  'next',
  'returned',
  'signature',
  'sheets',
  'period',
  'idle',
  'filing',
  'handover',
  'alarm',
  'rules',
  'verification',
  'backup',
  'certificate',
  'people',
  'join',
]);
export type InboxKind = z.infer<typeof InboxKind>;

/** Where Enter leads. */
export const InboxPlace = z.discriminatedUnion('at', [
  /** A case, at the paper and field, or at the step that is not begun; `begin` begins its one paper at once. */
  z.object({
    at: z.literal('case'),
    caseId: Id,
    paper: Id.optional(),
    field: z.string().optional(),
    step: z.string().optional(),
    begin: z.boolean().optional(),
    party: Id.optional(),
    exhibit: Id.optional(),
    /** Opens 分派. */
    assign: z.boolean().optional(),
    /** Opens 并案 or 分案. */
    join: z.enum(['join', 'part']).optional(),
  }),
  z.object({ at: z.literal('approval'), caseId: Id, paper: Id }),
  z.object({ at: z.literal('tray') }),
  z.object({ at: z.literal('archive'), caseId: Id }),
  z.object({ at: z.literal('handover'), caseId: Id }),
  z.object({ at: z.literal('supervision'), tab: z.string() }),
  z.object({ at: z.literal('settings'), section: z.string() }),
]);
export type InboxPlace = z.infer<typeof InboxPlace>;

export const InboxItem = z.object({
  /** The same from one answer to the next, while it is the same thing. */
  key: z.string(),
  kind: InboxKind,
  /** Verb and object. */
  title: z.string(),
  /** What Enter does, as the button says it. */
  verb: z.string(),
  go: InboxPlace,
  caseId: Id.nullable(),
  party: z.string(),
  number: z.string(),
  causeName: z.string(),
  /** A sentence more: why it came back, what waits. */
  why: z.string(),
  /** What is missing. */
  lacks: z.array(z.string()),
  /** The paper whose first page is shown. */
  paperId: Id.nullable(),
  period: BindingPeriod.nullable(),
  /** Its last day or moment; null where there is none. */
  due: z.string().nullable(),
  overdue: z.boolean(),
  harm: z.int(),
  group: z.enum(groups),
  /** Said on the chip where no period is: 停了 28 天. */
  chip: z.string(),
  since: z.string().nullable(),
  /** The latest day it may be put off to; null when it may not be put off. */
  latest: z.iso.date().nullable(),
  /** Until when it is put off. */
  until: z.iso.date().nullable(),
});
export type InboxItem = z.infer<typeof InboxItem>;

/** What the person has done today. */
export const InboxDone = z.object({ at: z.string(), verb: z.string(), what: z.string(), caseId: Id.nullable() });
export type InboxDone = z.infer<typeof InboxDone>;

export const Inbox = z.object({
  /** 要我办, in its order. */
  todo: z.array(InboxItem),
  /** 等别人: my cases that wait for another's opinion, for a party or for a period. */
  waiting: z.array(InboxItem),
  /** 稍后. */
  later: z.array(InboxItem),
  /** 今天已办, the newest first. */
  done: z.array(InboxDone),
  /** Running cases of mine. */
  cases: z.int(),
});
export type Inbox = z.infer<typeof Inbox>;

const Key = z.string().min(1).max(200);

/** 今日: what the person who is logged in has to do next. */
export const inbox = {
  list: officeCall({ act: '查看今日', roles: 'everybody', article: null, atLentSeat: true }).output(Inbox),
  /** 稍后: hides a line until a day. Refused for what is overdue, and past three working days before the last day. */
  snooze: officeCall({ act: '稍后办理', roles: 'everybody', article: null })
    .input(z.strictObject({ key: Key, until: z.iso.date() }))
    .output(Inbox),
  /** Takes a line back from 稍后. */
  wake: officeCall({ act: '取消稍后', roles: 'everybody', article: null })
    .input(z.strictObject({ key: Key }))
    .output(Inbox),
};
