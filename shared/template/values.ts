import * as z from 'zod';

/**
 * Values of a paper by field key. Dates are `YYYY-MM-DD`, date-times `YYYY-MM-DDTHH:mm` in the office's local time
 * (Asia/Shanghai), money is yuan with at most two decimals, `papers` and `exhibits` are ids.
 */
export const Scalar = z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]);
export type Scalar = z.infer<typeof Scalar>;

export const RowValue = z.record(z.string().max(64), z.union([Scalar, z.array(z.string().max(512)).max(200)]));
export type RowValue = z.infer<typeof RowValue>;

export const FieldValue = z.union([Scalar, z.array(z.string().max(512)).max(2_000), z.array(RowValue).max(2_000)]);
export type FieldValue = z.infer<typeof FieldValue>;

/** The texts of one field; those of a table with its rows. */
export const textsIn = (value: FieldValue | undefined): string[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.flatMap((element) =>
          typeof element === 'string' ? [element] : Object.values(element).filter((cell) => typeof cell === 'string'),
        )
      : [];

export const Values = z.record(z.string().max(64), FieldValue);
export type Values = z.infer<typeof Values>;

/** A row of an `officers` field; `certNo` is the 执法证 number, `certShown` whether it was shown (第十八条). */
export const OfficerRow = z.object({
  personId: z.string(),
  name: z.string(),
  certNo: z.string(),
  certShown: z.boolean().optional(),
});
export type OfficerRow = z.infer<typeof OfficerRow>;
