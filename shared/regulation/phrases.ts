import * as z from 'zod';
import type { Template } from '../template/template.ts';

/** Longest stretch one repetition of a pattern may take: it bounds the work for each character of the text. */
const longestRepeat = 40;

/** Repetitions without an upper limit, and repeated groups, can take a time that grows faster than the text. */
const unbounded = /[*+]|\{\d+,\}|\)\{|\\\d/;

/** Whether a pattern takes a time that grows only as the text does, so that it may run at every keystroke. */
function isLinear(pattern: string): boolean {
  const repeats = [...pattern.matchAll(/\{(?:\d+,)?(\d+)\}/g)].map((found) => Number(found[1]));
  return !unbounded.test(pattern) && repeats.every((most) => most <= longestRepeat);
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== '' && isLinear(text);
  } catch {
    return false;
  }
}

/** One wording the law has left behind (resources/regulation/phrases.yaml). */
export const StalePhrase = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  /** What it looks like: a regular expression whose repetitions are all bounded. */
  pattern: z.string().min(2).max(200).refine(isPattern),
  /** The wording in force. */
  current: z.string().min(2),
  /** Papers of this day or later are at fault; earlier ones were right. */
  since: z.iso.date(),
  basis: z.string().min(2),
  /** Templates it counts in; all where absent. */
  where: z.array(z.string()).min(1).optional(),
  /** The check that reports it in the case file: R26b only in decisions, which it makes unlawful. */
  reportedBy: z.enum(['A02', 'R09b', 'R26b']).default('A02'),
});
export type StalePhrase = z.infer<typeof StalePhrase>;

/** A stale wording in a text: where it stands (in code units), and what is written instead since when and by which law. */
export interface StaleHit extends Pick<StalePhrase, 'id' | 'current' | 'since' | 'basis' | 'reportedBy'> {
  start: number;
  length: number;
  found: string;
}

export interface TextOfPaper {
  /** The day by whose law the text is judged: the paper's own, `YYYY-MM-DD`. */
  day: string;
  /** The paper the text stands in; without it only wordings that are stale everywhere are found. */
  template?: Pick<Template, 'id' | 'layout'>;
}

/** Finds the stale wordings of a text in their order. Pure and linear in the text. */
export type FindStale = (text: string, paper: TextOfPaper) => StaleHit[];

const counts = ({ since, where }: StalePhrase, { day, template }: TextOfPaper): boolean =>
  day >= since && (where === undefined || (template !== undefined && where.includes(template.id)));

/** Makes the finder of stale wordings from their data; make it once, and call it at every keystroke. */
export function staleFinder(phrases: readonly StalePhrase[]): FindStale {
  const compiled = phrases.map((phrase) => ({ phrase, pattern: new RegExp(phrase.pattern, 'gu') }));
  // Most texts hold nothing stale, which one pass says.
  const any = new RegExp(phrases.map(({ pattern }) => pattern).join('|') || '(?!)', 'u');
  return (text, paper) => {
    // A 笔录 keeps the words people said.
    if (paper.template?.layout === 'record' || !any.test(text)) return [];
    return compiled
      .filter(({ phrase }) => counts(phrase, paper))
      .flatMap(({ phrase: { id, current, since, basis, reportedBy }, pattern }) =>
        [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
          start: index,
          length: found.length,
          found,
          id,
          current,
          since,
          basis,
          reportedBy,
        })),
      )
      .toSorted((a, b) => a.start - b.start);
  };
}
