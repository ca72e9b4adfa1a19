import type { Paper } from '../../../shared/case-file.ts';
import type { FieldProblem } from '../../../shared/field-problem.ts';
import { isFilled } from '../../../shared/template/conditions.ts';
import type { Template } from '../../../shared/template/template.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import type { FieldValue, Values } from '../../../shared/template/values.ts';

/** What the form says at its fields just now. */
export interface Telling {
  /** Somebody asked what is missing: empty required fields are named too. */
  missing: boolean;
  /** The field being typed in; its faults wait until it is left. */
  focused: string | null;
}

const none: readonly FieldProblem[] = [];

/** Problems to be said now, by the key of the field they stand at. */
export function problemsToSay(
  template: Template,
  paper: Paper,
  telling: Telling,
): (key: string) => readonly FieldProblem[] {
  const byKey = new Map<string, FieldProblem[]>();
  for (const problem of problemsOf(template, paper.values)) {
    const [key = ''] = problem.field.split('.');
    if (isTold(problem, key, paper.values, telling)) byKey.set(key, [...(byKey.get(key) ?? []), problem]);
  }
  return (key) => byKey.get(key) ?? none;
}

function isTold(problem: FieldProblem, key: string, values: Values, { missing, focused }: Telling): boolean {
  const empty = !isFilled(valueAt(problem.field, values));
  if (empty) return missing;
  return missing || key !== focused;
}

/** The value a problem is about: `penalties.0.amount` is the amount of the first row. */
function valueAt(path: string, values: Values): FieldValue | undefined {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      values,
    ) as FieldValue | undefined;
}
