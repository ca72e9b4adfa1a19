import type { Paper } from '../../../shared/case-file.ts';
import { type Lateness, latenessKeys, latenessOf } from '../../../shared/periods/lateness.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import type { FieldValue, Values } from '../../../shared/template/values.ts';

const isOpen = (value: FieldValue | null | undefined): boolean =>
  value === undefined || value === null || value === '' || value === 0;

/** What follows from the day a fine was paid: how late it is, wherever nothing else was typed. */
export function followingLateness(
  paper: Pick<Paper, 'templateId' | 'partyId' | 'values'>,
  typed: Values,
  { periods, today }: { periods: readonly Period[]; today: string },
): Values {
  if (!('performed' in typed) && !('performedAt' in typed)) return {};
  const before = latenessOf(paper, periods, today);
  const after = latenessOf({ ...paper, values: { ...paper.values, ...typed } }, periods, today);
  if (after === null) return {};
  const stands = (key: (typeof latenessKeys)[number]): boolean =>
    isOpen(paper.values[key]) || paper.values[key] === before?.[key];
  const isNew = (key: (typeof latenessKeys)[number]): boolean =>
    paper.values[key] !== after[key] && !(isOpen(paper.values[key]) && isOpen(after[key]));
  return Object.fromEntries(latenessKeys.filter((key) => stands(key) && isNew(key)).map((key) => [key, after[key]]));
}

/** How a field's number was counted, and what it is by that when another was typed. */
export function latenessMark(
  key: string,
  value: FieldValue | undefined,
  lateness: Lateness | null,
): { origin: string; carriedAs: string | undefined } | undefined {
  const known = latenessKeys.find((each) => each === key);
  if (lateness === null || known === undefined) return undefined;
  const counted = lateness[known];
  return {
    origin: lateness.words,
    carriedAs: value === counted || (isOpen(value) && isOpen(counted)) ? undefined : String(counted),
  };
}
