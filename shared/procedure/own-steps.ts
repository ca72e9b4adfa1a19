import type { AddedStep, Template } from '../template/template.ts';
import type { Procedure, Step } from './procedure.ts';

/** The step a paper of the bureau adds; it takes the stage of the step it follows. */
function stepOf(
  { id, name, basis, articles }: Template,
  { after, need, repeats }: AddedStep,
  before: Step | undefined,
): Step {
  return {
    id: `paper-${id.toLowerCase()}`,
    stage: before?.stage ?? '执行',
    name,
    why: `本局规定要用《${name}》：${basis}`,
    article: articles[0] ?? 50,
    doneBy: { papers: [id] },
    need,
    after: before === undefined ? [] : [after],
    repeats,
  };
}

/**
 * The procedure (办案流程) with the steps that papers in force add to it, each behind the step it follows. Steps of the shipped
 * procedure stay as they are: conditions, periods and checks name their papers. Pure.
 */
export function procedureWith(procedure: Procedure, templates: Iterable<Template>): Procedure {
  const additions = [...templates].flatMap((template) =>
    template.steps.filter((step) => step.procedure === procedure.id).map((step) => ({ template, added: step })),
  );
  if (additions.length === 0) return procedure;
  const steps = procedure.steps.flatMap((step) => [
    step,
    ...additions
      .filter(({ added }) => added.after === step.id)
      .map(({ template, added }) => stepOf(template, added, step)),
  ]);
  // A step that a later program no longer has: the paper is still asked for, at the end.
  const adrift = additions
    .filter(({ added }) => !procedure.steps.some((step) => step.id === added.after))
    .map(({ template, added }) => stepOf(template, added, undefined));
  return { ...procedure, steps: [...steps, ...adrift] };
}

/** What is wrong with the steps a template adds, by the path of the part. */
export function stepFaults(
  { steps, articles }: Pick<Template, 'steps' | 'articles'>,
  procedures: ReadonlyMap<string, Procedure>,
): { path: string; sentence: string }[] {
  const none =
    steps.length > 0 && articles.length === 0
      ? [{ path: 'articles', sentence: '加进流程的文书，要写明落实制度第几条。' }]
      : [];
  return [
    ...none,
    ...steps.flatMap(({ procedure: id, after }, index) => {
      const procedure = procedures.get(id);
      if (procedure === undefined) return [{ path: `steps.${index}.procedure`, sentence: '请选加进哪个办案流程。' }];
      if (!procedure.steps.some((step) => step.id === after))
        return [{ path: `steps.${index}.after`, sentence: `请选排在“${procedure.name}”的哪一步之后。` }];
      return steps.findIndex((other) => other.procedure === id) < index
        ? [{ path: `steps.${index}.procedure`, sentence: `“${procedure.name}”写了两次。` }]
        : [];
    }),
  ];
}
