import { v7 as newId } from 'uuid';
import type { TemplateEdition } from '../../../shared/contract/regulation.ts';
import { Template } from '../../../shared/template/template.ts';
import { editionProblems } from '../../platform/definitions/check-edition.ts';
import { invalid, RefusalError } from '../../platform/refusal-error.ts';
import { templateEditionTable } from '../../platform/store/tables/regulation.ts';
import { emitChanged, type FeatureContext, todayOf } from '../context.ts';
import { refusePast, stampOf } from './decision.ts';

/** A template as 法规科 wants it, the day from which it counts, and why. */
export interface TemplateChange {
  template: Template;
  effectiveFrom: string;
  reason: string;
}

/** The one saved last first; the shipped one, where the program has it, is the oldest. */
export function templateEditions({ store, definitions }: FeatureContext, templateId: string): TemplateEdition[] {
  const shipped = definitions.templates.get(templateId);
  const rows = store.all<{ template: string; effectiveFrom: string; by: string; at: string; reason: string }>(
    'select template, effectiveFrom, "by", at, reason from template_edition where templateId = ? order by version desc',
    templateId,
  );
  const own = rows.map((row) => ({ ...row, template: Template.parse(JSON.parse(row.template)) }));
  return shipped === undefined
    ? own
    : [...own, { template: shipped, effectiveFrom: '', by: '', at: '', reason: '随程序提供' }];
}

/** The newest edition of every paper the office made itself, those that are not in force yet too. */
export function ownPapers(context: FeatureContext): TemplateEdition[] {
  const { store, definitions } = context;
  const ids = store
    .all<{ templateId: string }>('select distinct templateId from template_edition order by templateId')
    .map((row) => row.templateId);
  return ids.filter((id) => !definitions.templates.has(id)).flatMap((id) => templateEditions(context, id).slice(0, 1));
}

/** What the templates in force today ask for themselves, before the lists of the office change it. */
export const templateRules = (context: FeatureContext) =>
  Object.fromEntries(
    [...context.editions.writtenTemplates(todayOf(context)).values()].map(({ id, recording, approval }) => [
      id,
      { recordingLevel: recording.level, approval },
    ]),
  );

export async function saveTemplate(
  context: FeatureContext,
  { template, effectiveFrom, reason }: TemplateChange,
): Promise<TemplateEdition> {
  const { store, audit, editions } = context;
  const [newest] = templateEditions(context, template.id);
  refusePast(context, effectiveFrom);
  if (newest !== undefined && newest.template.version !== template.version)
    throw new RefusalError({
      code: 'stale',
      what: `文书模板《${newest.template.name}》`,
      by: newest.by,
      at: newest.at,
    });
  refuseFaulty(context, { template, effectiveFrom });
  const edition = { ...template, version: newest === undefined ? 1 : newest.template.version + 1 };
  const verb = newest === undefined ? '新建文书模板' : '修改文书模板';
  const { by, at: moment } = stampOf(context);
  await store.unit.run(async (tx) => {
    await tx.insert(templateEditionTable, {
      id: newId(),
      templateId: template.id,
      version: edition.version,
      template: edition,
      effectiveFrom,
      by,
      at: moment,
      reason,
    });
    audit.append({
      verb,
      what: template.name,
      subjectId: template.id,
      detail: { version: edition.version, effectiveFrom, reason, before: newest?.template, after: edition },
    });
  });
  editions.refresh();
  emitChanged(context, ['regulation', 'cases']);
  return { template: edition, effectiveFrom, by, at: moment, reason };
}

/** A template the printer, the checks or a procedure could not use does not come into force. */
function refuseFaulty(
  context: FeatureContext,
  { template, effectiveFrom }: Pick<TemplateChange, 'template' | 'effectiveFrom'>,
): void {
  const { definitions, editions } = context;
  const papers = new Map([
    ...editions.templates(effectiveFrom),
    ...ownPapers(context).map((own) => [own.template.id, own.template] as const),
  ]);
  const problems = editionProblems(template, definitions.templates.get(template.id) ?? null, {
    templates: papers,
    procedures: definitions.procedures,
  });
  if (problems.length > 0) throw invalid(problems);
}
