import type { Procedure } from './procedure.ts';
import { stepFaults } from './own-steps.ts';
import { fieldsAsked } from '../template/conditions.ts';
import type { EditionFault } from '../template/edition.ts';
import { fieldsOf, OWN_PAPER, type Template } from '../template/template.ts';

/** Papers the bureau makes itself (本局自制文书): a copy of an existing one, with its own id, name and letters. */
export interface NewPaper {
  id: string;
  name: string;
  /** Empty where the paper carries no number. */ letters: string;
}

/** The first free id of the bureau's own papers: Z01, Z02, … */
export function nextOwnId(ids: Iterable<string>): string {
  const taken = new Set(ids);
  let number = 1;
  while (taken.has(`Z${String(number).padStart(2, '0')}`)) number += 1;
  return `Z${String(number).padStart(2, '0')}`;
}

/** A new paper like `model`. What was unverified in the model's source is not said of the bureau's own paper. */
export function copyOf(model: Template, { id, name, letters }: NewPaper): Template {
  const { numbering, titles: _, ...rest } = model;
  const grammar = numbering?.grammar ?? 'enforcement';
  return {
    ...rest,
    ...(letters === '' ? {} : { numbering: { letters, grammar, preNumbered: false } }),
    id,
    name,
    version: 1,
    steps: [],
    unverified: [],
  };
}

/** What is wrong with a paper beside the other papers and the procedures of the office, whoever made it. */
export function aroundFaults(
  draft: Template,
  { templates, procedures }: { templates: Iterable<Template>; procedures: ReadonlyMap<string, Procedure> },
): EditionFault[] {
  const others = [...templates].filter((template) => template.id !== draft.id);
  const letters = draft.numbering?.letters.trim();
  const namesake = others.find((other) => other.name.trim() === draft.name.trim());
  const series =
    letters === undefined || letters === '' ? undefined : others.find((other) => other.numbering?.letters === letters);
  return [
    ...(namesake === undefined
      ? []
      : [{ path: 'name', sentence: `已经有一种文书叫“${namesake.name}”（${namesake.id}），请换一个名称。` }]),
    ...(series === undefined
      ? []
      : [
          {
            path: 'numbering.letters',
            sentence: `文号代字“${letters}”是《${series.name}》用的，两种文书的号会混在一起，请换一个。`,
          },
        ]),
    ...stepFaults(draft, procedures),
  ];
}

/** What is wrong with the id of a new paper; null when nothing is. */
export function ownIdProblem(id: string, taken: Iterable<string>): string | null {
  if (!OWN_PAPER.test(id))
    return '编号写成 Z 加两位数字，如 Z01；必要时后面加一个小写字母。其他字母留给程序自带的文书。';
  return [...taken].includes(id) ? `编号 ${id} 已经用了，请换一个。` : null;
}

/** What else of the template names a field, in words a clerk knows; null when nothing does and it may go. */
export function usedIn(template: Template, key: string): string | null {
  const asking = fieldsOf(template)
    .flatMap((field) => [field, ...(field.fields ?? [])])
    .find((field) =>
      [field.required, field.when, field.formatWhen].some(
        (condition) => typeof condition === 'object' && fieldsAsked(condition).includes(key),
      ),
    );
  if (asking !== undefined) return `“${asking.label}”的填写条件`;
  const role = template.signatures.find(({ when }) => when !== undefined && fieldsAsked(when).includes(key));
  if (role !== undefined) return `签名栏“${role.role}”的条件`;
  if (
    template.checks.some((check) => (check.kind === 'differ' ? check.fields : [check.first, check.next]).includes(key))
  )
    return '这种文书的核对规则';
  if (Object.values(template.elements ?? {}).some((keys) => keys.includes(key)))
    return '决定书的八项要素（第二十六条）';
  if (template.dateField === key) return '文书日期';
  return [template.body, template.addressee].some(
    (text) => text !== undefined && new RegExp(String.raw`\b${key}\b`).test(text),
  )
    ? '正文'
    : null;
}
