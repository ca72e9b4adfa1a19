import * as z from 'zod';
import { Provision } from './provision.ts';

export const CauseGroup = z.enum(['劳动保障监察', '农民工工资', '社会保险', '工伤保险', '许可和机构']);
export type CauseGroup = z.infer<typeof CauseGroup>;

/** Something to gather as evidence, and what it proves. */
export const EvidenceWanted = z.strictObject({
  name: z.string().trim().min(2).max(64),
  proves: z.string().trim().max(128).default(''),
});
export type EvidenceWanted = z.infer<typeof EvidenceWanted>;

/** One step (阶次) of the discretion: in which circumstances which consequence follows. */
export const DiscretionStep = z.strictObject({
  circumstances: z.string().trim().min(2).max(256),
  consequence: z.string().trim().min(2).max(256),
});
export type DiscretionStep = z.infer<typeof DiscretionStep>;

/** When a hearing is to be told of, or 法制审核 is due: one of these penalties, or fines and confiscations that reach the amount. */
export const Trigger = z.strictObject({
  penalties: z.array(z.string().max(32)).max(12).default([]),
  /** Yuan; null: the amount alone is no reason. */
  amount: z.number().positive().nullable().default(null),
  reason: z.string().trim().min(4).max(256),
});
export type Trigger = z.infer<typeof Trigger>;

/** A 案由 with what the office knows of it: what is violated and what follows, what to ask, gather and order. */
export const Cause = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{2,40}$/),
  /** Rises with each edition of 法规科. */
  version: z.int().min(1).default(1),
  /** The act without 涉嫌: 拖欠劳动者工资. */
  name: z.string().trim().min(2).max(60),
  /** Other names it is known by; they are typed parted by 、. */
  also: z
    .array(
      z
        .string()
        .trim()
        .min(2)
        .max(60)
        .regex(/^[^、，,]+$/),
    )
    .max(8)
    .default([]),
  group: CauseGroup,
  /** A suspected violation is said with 涉嫌, an application is not. */
  kind: z.enum(['违法行为', '申请事项']).default('违法行为'),
  /** The procedures it may begin, by id; the first is the usual one. */
  procedures: z.array(z.string().max(64)).min(1).max(8),
  /** What the act violates; of an application, what it is decided by. */
  violated: z.array(Provision).min(1).max(12),
  /** What follows from it: orders, fines. Empty where the law has none. */
  penal: z.array(Provision).max(12).default([]),
  /** 责令改正内容; empty where there is nothing to order. */
  correction: z.string().trim().max(1000).default(''),
  /** 询问提纲, in the order they are asked. */
  questions: z.array(z.string().trim().min(2).max(300)).max(40).default([]),
  evidence: z.array(EvidenceWanted).max(30).default([]),
  discretion: z
    .strictObject({
      /** What the law itself leaves open, or that it leaves nothing. */
      range: z.string().trim().max(400).default(''),
      /** The steps within it, by the law or as the office enters its 裁量基准. */
      steps: z.array(DiscretionStep).max(12).default([]),
    })
    .default({ range: '', steps: [] }),
  hearing: z.array(Trigger).max(6).default([]),
  review: z.array(Trigger).max(6).default([]),
});
export type Cause = z.infer<typeof Cause>;

/** The name as a case begins with it: 涉嫌拖欠劳动者工资. */
export const suspectedName = ({ name, kind }: Pick<Cause, 'name' | 'kind'>): string =>
  kind === '违法行为' ? `涉嫌${name}` : name;

const core = (name: string): string =>
  name.normalize('NFKC').replace(/\s+/g, '').replace(/^涉嫌/, '').replace(/案$/, '');

/** The 案由 a case is about by the name it carries; undefined where it was written freely, which carries no knowledge. */
export const causeNamed = (causes: readonly Cause[], name: string): Cause | undefined => {
  const wanted = core(name);
  return wanted === ''
    ? undefined
    : (causes.find((cause) => core(cause.name) === wanted) ??
        causes.find(({ also }) => also.some((other) => core(other) === wanted)));
};

/** All a 案由 is found by in a list that is searched by typing. */
export const causeSearchText = (cause: Cause): string => [suspectedName(cause), ...cause.also, cause.group].join(' ');
