import type { Paper } from '../../../shared/case-file.ts';
import type { Template } from '../../../shared/template/template.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import type { Values } from '../../../shared/template/values.ts';

/** What main would take of the edits: everything but fields whose value cannot be kept (too long, of the wrong kind). */
export function keepableEdits(template: Template | undefined, paper: Paper, edits: Values): Values {
  if (template === undefined || Object.keys(edits).length === 0) return edits;
  const faulty = new Set(
    problemsOf(template, { ...paper.values, ...edits }, { draft: true }).map((problem) => problem.field.split('.')[0]),
  );
  return Object.fromEntries(Object.entries(edits).filter(([key]) => !faulty.has(key)));
}
