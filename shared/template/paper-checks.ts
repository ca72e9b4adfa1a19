import { hoursBetween } from '../time/moments.ts';
import type { FieldProblem } from '../field-problem.ts';
import { isFilled, type ValuesLike } from './conditions.ts';
import type { PaperCheck, Template } from './template.ts';
import { fieldsOf } from './template.ts';
import type { FieldValue } from './values.ts';
import { isRecords } from './value-faults.ts';

/**
 * Judges the rules between fields of one paper (order of times, different people, hours).
 * `values` holds only the fields that count; a check speaks only when all its fields are filled.
 */
export function paperCheckProblems(template: Template, values: ValuesLike): FieldProblem[] {
  const labels = new Map(fieldsOf(template).map((field) => [field.key, field.label]));
  return template.checks.flatMap((check) => {
    const faulty = faultyField(check, values);
    return faulty === undefined
      ? []
      : [{ field: faulty, label: labels.get(faulty) ?? '', sentence: check.say, article: check.article ?? null }];
  });
}

function faultyField(check: PaperCheck, values: ValuesLike): string | undefined {
  if (check.kind === 'differ') return sharedName(check.fields, values);
  const first = values[check.first];
  const next = values[check.next];
  if (typeof first !== 'string' || typeof next !== 'string' || !isFilled(first) || !isFilled(next)) return undefined;
  const good =
    check.kind === 'order' ? inOrder(first, next, check.allowEqual) : hoursBetween(first, next) <= check.hours;
  return good ? undefined : check.next;
}

/** A day and a moment can only be compared by their days. */
function inOrder(first: string, next: string, allowEqual: boolean): boolean {
  const length = Math.min(first.length, next.length);
  const [earlier, later] = [first.slice(0, length), next.slice(0, length)];
  return earlier < later || (earlier === later && (allowEqual || first.length !== next.length));
}

/** The later field that holds a name (or value) an earlier one holds already. */
function sharedName(fields: string[], values: ValuesLike): string | undefined {
  const seen = new Set<string>();
  for (const key of fields) {
    const names = namesIn(values[key]);
    if (names.some((name) => seen.has(name))) return key;
    names.forEach((name) => seen.add(name));
  }
  return undefined;
}

function namesIn(value: FieldValue | undefined): string[] {
  // A text may name several people: 张三、李四.
  const names = isRecords(value) ? value.map((row) => row.name) : typeof value === 'string' ? value.split('、') : [];
  return names
    .filter((name) => typeof name === 'string')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
