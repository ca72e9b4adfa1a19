import { isMoment, momentOf } from '../../time/moments.ts';
import type { Refusal } from '../refusals.ts';

/** A refusal in the clerk's words: what happened, what is missing, which article asks for it, what to press. */
export interface Sentence {
  happened: string;
  missing?: string;
  article?: number;
  press?: string;
}

/** The refusal with one of these codes. */
export type RefusalOf<Code extends Refusal['code']> = Extract<Refusal, { code: Code }>;

export const unreachable = (value: never): never => {
  throw new Error(`No sentence for ${JSON.stringify(value)}`);
};

export const joined = (sentences: string[]): string => [...new Set(sentences)].join('');
export const momentWords = (moment: string): string => (isMoment(moment) ? momentOf(moment).replace('T', ' ') : moment);
export const firstArticle = (articles: (number | null)[]): number | undefined =>
  articles.find((article) => article !== null) ?? undefined;
