import * as z from 'zod';

/** One fault of one field, said as a sentence. */
export const FieldProblem = z.object({
  field: z.string(),
  label: z.string(),
  sentence: z.string(),
  article: z.int().nullable(),
});
export type FieldProblem = z.infer<typeof FieldProblem>;
