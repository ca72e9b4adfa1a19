import type { CaseFile } from '../../../shared/case-file.ts';
import { procedureWith } from '../../../shared/procedure/own-steps.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import type { Template } from '../../../shared/template/template.ts';
import { notFound } from '../../platform/refusal-error.ts';
import type { FeatureContext } from '../context.ts';

/** The editions a case began with. */
export const templatesOf = (
  { editions }: Pick<FeatureContext, 'editions'>,
  file: Pick<CaseFile, 'case'>,
): ReadonlyMap<string, Template> => editions.templates(file.case.createdAt);

export function templateOf(
  context: Pick<FeatureContext, 'editions'>,
  file: Pick<CaseFile, 'case'>,
  templateId: string,
): Template {
  const template = templatesOf(context, file).get(templateId);
  if (!template) throw notFound('template');
  return template;
}

export function procedureOf(context: Pick<FeatureContext, 'editions' | 'definitions'>, file: CaseFile): Procedure {
  const procedure = context.definitions.procedures.get(file.case.procedure);
  if (!procedure) throw notFound('template');
  return procedureWith(procedure, templatesOf(context, file).values());
}
