import * as z from 'zod';
import { EvidenceWanted, Cause } from './cause.ts';

/** A provision that is not in force on the day of the act, with the sentence that says so and which one is. */
export const OutOfForce = z.object({
  law: z.string(),
  article: z.int(),
  inserted: z.int().optional(),
  paragraph: z.int().optional(),
  item: z.int().optional(),
  sentence: z.string(),
});
export type OutOfForce = z.infer<typeof OutOfForce>;

/** What a case takes from its 案由, by the law of the day of the act: papers carry it over like any other value. */
export const CaseCause = z.object({
  id: z.string(),
  name: z.string(),
  /** The day it was judged by: that of the act, else today. */
  day: z.string(),
  violated: z.string(),
  penal: z.string(),
  /** 你（单位）的上述行为违反了……的规定 */
  analysis: z.string(),
  correction: z.string(),
  questions: z.array(z.object({ q: z.string(), a: z.string() })),
  evidence: z.array(EvidenceWanted),
  discretion: Cause.shape.discretion,
  hearing: Cause.shape.hearing,
  review: Cause.shape.review,
  outOfForce: z.array(OutOfForce),
  /** Provisions among them that nobody has compared with the text of the law yet. */
  unverified: z.string(),
});
export type CaseCause = z.infer<typeof CaseCause>;
