import type { FieldProblem } from '../../../shared/field-problem.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import { editionFaults } from '../../../shared/template/edition.ts';
import { aroundFaults } from '../../../shared/procedure/own-paper.ts';
import type { Template } from '../../../shared/template/template.ts';
import { bodyChecker } from './check-body.ts';
import { checkTemplate } from './check-template.ts';
import type { Path } from './source.ts';

class Faulty extends Error {
  readonly path: Path;
  constructor(path: Path, reason: string) {
    super(reason);
    this.path = path;
  }
}

/** What a template is judged beside: the papers in force and the procedures. */
interface Around {
  templates: ReadonlyMap<string, Template>;
  procedures: ReadonlyMap<string, Procedure>;
}

/**
 * What is wrong with an edited template: what the shipped one needs is gone, or the rules the shipped files are judged by do
 * not hold. `shipped` is null for a paper the bureau makes itself. Each problem's field is the path of the part, e.g. `sections.0.fields.2.label`; empty when nothing is wrong.
 */
export function editionProblems(
  template: Template,
  shipped: Template | null,
  { templates, procedures }: Around,
): FieldProblem[] {
  const faults = [
    ...editionFaults(template, shipped),
    ...aroundFaults(template, { templates: templates.values(), procedures }),
  ];
  const found = faults.length > 0 ? faults : [...ruleFault(template, templates), ...textFault(template)];
  return found.map(({ path, sentence }) => ({ field: path, label: labelAt(template, path), sentence, article: 50 }));
}

/** The first rule of the shipped files that does not hold. */
function ruleFault(template: Template, templates: ReadonlyMap<string, Template>): { path: string; sentence: string }[] {
  const refuse = (path: Path, reason: string): never => {
    throw new Faulty(path, reason);
  };
  try {
    checkTemplate({ refuse }, template, new Map(templates).set(template.id, template));
    return [];
  } catch (error) {
    if (!(error instanceof Faulty)) throw error;
    return [{ path: error.path.join('.'), sentence: `${error.message}。` }];
  }
}

function textFault(template: Template): { path: string; sentence: string }[] {
  const fault = bodyChecker()(template);
  return fault === undefined ? [] : [{ path: fault.part, sentence: `${fault.reason}。` }];
}

/** What the clerk knows the part by: the field it belongs to, else the paper. */
function labelAt(template: Template, path: string): string {
  const [, section, field] = /^sections\.(\d+)\.fields\.(\d+)/.exec(path) ?? [];
  return template.sections[Number(section)]?.fields[Number(field)]?.label ?? template.name;
}
