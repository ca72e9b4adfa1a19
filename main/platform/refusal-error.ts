import type { Refusal } from '../../shared/contract/refusals.ts';
import type { FieldProblem } from '../../shared/field-problem.ts';

/** Thrown by features to refuse a call with facts; the door turns it into the typed error of the contract. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'RefusalError';
    this.refusal = refusal;
  }
}

type NotFound = Extract<Refusal, { code: 'not-found' }>['what'];
export const notFound = (what: NotFound): RefusalError => new RefusalError({ code: 'not-found', what });

/** Refuses with one faulty field. */
export const invalidField = (
  field: string,
  label: string,
  sentence: string,
  article: number | null = null,
): RefusalError => invalid([{ field, label, sentence, article }]);

export const invalid = (problems: FieldProblem[]): RefusalError => new RefusalError({ code: 'invalid', problems });
