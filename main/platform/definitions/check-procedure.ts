import { isConditionName } from '../../../shared/procedure/conditions.ts';
import type { Procedure, Step } from '../../../shared/procedure/procedure.ts';
import type { Template } from '../../../shared/template/template.ts';
import type { Path, Source } from './source.ts';

/** Checks what the steps of a procedure say about each other, about the templates and about the procedures it leads to. */
export function checkProcedure(
  source: Source,
  procedure: Procedure,
  templates: ReadonlyMap<string, Template>,
  procedures: ReadonlyMap<string, Procedure>,
): void {
  const ids = procedure.steps.map((step) => step.id);
  const existing = (id: string, path: Path): void => {
    if (!templates.has(id)) source.refuse(path, `文书模板${id}不存在`);
  };
  existing(procedure.opensWith, ['opensWith']);
  existing(procedure.startsWith, ['startsWith']);
  procedure.articles.forEach((article, index) => {
    if (article < 1 || article > 51) source.refuse(['articles', index], `条文号${article}不在第一条至第五十一条之间`);
  });
  procedure.steps.forEach((step, index) => {
    const path = ['steps', index];
    if (ids.indexOf(step.id) < index) source.refuse([...path, 'id'], `步骤“${step.id}”写了两次`);
    papersNamed(step).forEach((id) => existing(id, [...path, 'doneBy']));
    const unknown = step.after.find((id) => !ids.includes(id));
    if (unknown !== undefined) source.refuse([...path, 'after'], `之前的步骤“${unknown}”不存在`);
    const conditioned = step.condition !== undefined || (step.need === 'conditional' && 'serviceOf' in step.doneBy);
    if ((step.need === 'conditional') !== conditioned)
      source.refuse([...path, 'need'], `步骤“${step.name}”的need和condition不一致`);
    for (const key of ['condition', 'openWhile'] as const) {
      const name = step[key];
      if (name !== undefined && !isConditionName(name)) source.refuse([...path, key], `条件“${name}”不存在`);
    }
    const stray = Object.keys(step.approvedAs ?? {}).find((id) => !papersNamed(step).includes(id));
    if (stray !== undefined)
      source.refuse([...path, 'approvedAs'], `步骤“${step.name}”不做${stray}，不能写它批准为什么`);
    const unsaid = whatCannotBeSaid(step, templates);
    if (unsaid !== undefined)
      source.refuse([...path, 'doneBy'], `步骤“${step.name}”要文书写明的“${unsaid}”，文书里没有`);
    const gap = unequalService(procedure, step);
    if (gap !== null) source.refuse([...path, 'each'], gap);
  });
  procedure.leads.forEach((lead, index) => {
    const path = ['leads', index];
    if (procedure.leads.findIndex(({ id }) => id === lead.id) < index)
      source.refuse([...path, 'id'], `另立案件“${lead.id}”写了两次`);
    if (!procedures.has(lead.procedure)) source.refuse([...path, 'procedure'], `办案流程${lead.procedure}不存在`);
    lead.papers.forEach((id) => existing(id, [...path, 'papers']));
  });
  const circle = circularStep(procedure.steps);
  if (circle !== undefined)
    source.refuse(['steps', ids.indexOf(circle.id), 'after'], `步骤“${circle.name}”的先后互相等待，永远轮不到`);
}

/** A volume is made once for all; a paper each party gets of its own is served on each of them. */
function unequalService({ steps }: Procedure, { name, doneBy, each }: Step): string | null {
  if ('volume' in doneBy || 'lead' in doneBy)
    return each === undefined ? null : `步骤“${name}”全案只办一次，不能写each`;
  if ('papers' in doneBy || each !== undefined) return null;
  const made = steps.find(
    (step) => step.each !== undefined && 'papers' in step.doneBy && step.doneBy.papers.includes(doneBy.serviceOf),
  );
  return made === undefined ? null : `步骤“${made.name}”每个当事人各办一次，步骤“${name}”也要写each: party`;
}

/** The first of the words a step waits for that its papers have no choice for. */
function whatCannotBeSaid({ doneBy }: Step, templates: ReadonlyMap<string, Template>): string | undefined {
  const saying = 'papers' in doneBy ? doneBy.saying : undefined;
  if (saying === undefined || !('papers' in doneBy)) return undefined;
  const fields = doneBy.papers.flatMap((id) => templates.get(id)?.sections.flatMap((section) => section.fields) ?? []);
  const choices = fields.filter(({ key }) => key === saying.field).flatMap((field) => field.choices ?? []);
  return saying.is.find((word) => !choices.includes(word));
}

function papersNamed(step: Step): string[] {
  if ('papers' in step.doneBy) return step.doneBy.papers;
  return 'serviceOf' in step.doneBy ? [step.doneBy.serviceOf] : [];
}

/** A step that can never be reached, since the steps before it wait for each other. */
function circularStep(steps: readonly Step[]): Step | undefined {
  const reached = new Set<string>();
  let open = [...steps];
  for (;;) {
    const next = open.filter((step) => step.after.every((id) => reached.has(id)));
    if (next.length === 0) return open[0];
    next.forEach((step) => reached.add(step.id));
    open = open.filter((step) => !reached.has(step.id));
    if (open.length === 0) return undefined;
  }
}
