import * as z from 'zod';
import { Signature } from '../../../shared/case-file.ts';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { caseStateWords } from '../../../shared/procedure/case-words.ts';
import type { AuditEntry } from '../../../shared/contract/cases.ts';
import type { Field, Template } from '../../../shared/template/template.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import { valueWords } from '../../parts/records/value-words.ts';
import { caseLabels } from '../../parts/records/case-labels.ts';

/** One changed value: what it was and what it became, in words. */
export interface Change {
  label: string;
  was: string;
  became: string;
}

const partLabels: Readonly<Record<string, string>> = { ...caseLabels, kind: '种类', transcript: '文字整理' };

/** The values an entry changed, old → new (第四条); fields are named as on the paper they belong to. */
export function changesOf(entry: AuditEntry, file: CaseFile, templates: ReadonlyMap<string, Template>): Change[] {
  const before = recordOf(entry.detail['before']);
  const after = recordOf(entry.detail['after'] ?? entry.detail['values']);
  const fields = fieldsNamed(entry, file, templates);
  return Object.keys(after).flatMap((key) => {
    const field = fields.get(key);
    const label = field?.label ?? partLabels[key];
    if (label === undefined) return [];
    // Some papers have a field of that name.
    const isState = key === 'state' && field === undefined;
    const words = (value: unknown): string => (isState ? stateWords(value) : valueWords(field, value, file));
    const [was, became] = [words(before[key]), words(after[key])];
    // A new paper whose boxes are not ticked has changed nothing.
    return was === became || (was === '空' && became === '否') ? [] : [{ label, was, became }];
  });
}

const stateWords = (state: unknown): string => caseStateWords[state as CaseFile['case']['state']] ?? '空';

/** What else an entry states, in words: the opinion of an approval, the reason of a voiding. */
export function remarksOf({ detail }: AuditEntry): string[] {
  const statements = ['opinion', 'reason', 'fileName']
    .map((key) => detail[key])
    .filter((statement): statement is string => typeof statement === 'string' && statement !== '');
  const standsInFor = typeof detail['standsInFor'] === 'string' ? [`代${detail['standsInFor']}签署`] : [];
  const overrides = Array.isArray(detail['overrides'])
    ? detail['overrides']
        .map((override) => recordOf(override))
        .map(({ checkId, reason }) => `未补正 ${String(checkId)}，理由：${String(reason)}`)
    : [];
  const signatures = z.array(Signature).safeParse(detail['after']);
  return [
    ...statements,
    ...standsInFor,
    ...overrides,
    ...(signatures.data ?? []).map(
      ({ role, name, mode, reason }) => `${role}：${name}　${mode}${reason === '' ? '' : `（${reason}）`}`,
    ),
  ];
}

/** Fields of the paper an entry names by its number or its name; an entry about an exhibit or the case has none. */
function fieldsNamed(
  { what }: AuditEntry,
  file: CaseFile,
  templates: ReadonlyMap<string, Template>,
): ReadonlyMap<string, Field> {
  const paper: Paper | undefined =
    file.papers.find(({ number }) => number === what) ?? file.papers.find(({ name }) => name === what);
  const template = paper === undefined ? undefined : templates.get(paper.templateId);
  return new Map((template === undefined ? [] : fieldsOf(template)).map((field) => [field.key, field]));
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
