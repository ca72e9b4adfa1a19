import type { Template } from '../../../shared/template/template.ts';
import type { Values } from '../../../shared/template/values.ts';
import { editionProblems } from '../../platform/definitions/check-edition.ts';
import type { Definitions } from '../../platform/definitions/load.ts';
import type { FeatureContext } from '../context.ts';
import { hasRole, todayOf } from '../context.ts';
import type { Printed } from '../../platform/print/compose.ts';
import type { PaperJob } from '../../platform/print/job.ts';
import type { Printer } from '../../platform/print/printer.ts';
import { invalid, notFound } from '../../platform/refusal-error.ts';
import { readOffice } from '../staff/settings.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { printRefusal } from '../../platform/print/print-refusals.ts';
import { blankJobOf } from './blank-job.ts';
import { createNumberedBlanks, type NumberRun } from './numbered-blanks.ts';
import { paperJobOf } from './paper-job.ts';
import type { Papers } from './papers.ts';

/** Papers as PDF: the live preview, the frozen paper, the blank form. What is seen is what is printed. */
export function createPaperPdfs(
  context: FeatureContext,
  {
    papers,
    printer,
    blobs,
    definitions,
  }: { papers: Papers; printer: Printer; blobs: BlobStore; definitions: Definitions },
) {
  /** The paper as it would print now, with values that may not be saved yet. */
  async function preview(paperId: string, unsaved: Values): Promise<Printed> {
    const { paper, file, template } = papers.at(paperId);
    const state = paper.status === 'issued' ? 'issued' : 'draft';
    const values = { ...paper.values, ...unsaved };
    const job = paperJobOf(paper, {
      file,
      template,
      values,
      state,
      number: paper.number,
      issuedOn: null,
      withoutSecrets: !maySeeSecrets(file.case.officerIds),
    });
    return printer.preview(paperId, job).catch(printRefusal);
  }

  /** Informant data is for those who handle the case and who supervise it (监察条例第九条). */
  const maySeeSecrets = (officerIds: string[]): boolean =>
    officerIds.length === 0 ||
    officerIds.includes(context.operator.personId) ||
    hasRole(context.operator, '承办单位负责人', '法规科', '分管领导');

  async function frozen(paperId: string): Promise<{ pdf: Buffer; name: string }> {
    const { paper } = papers.at(paperId);
    if (paper.sha256 === null) throw notFound('paper');
    const { sha256 } = paper;
    return {
      pdf: await withVault(paper.name, () => blobs.read(sha256)),
      name: `${paper.name} ${paper.number ?? ''}`.trim(),
    };
  }

  /** An empty form to be filled by hand when the machine cannot be used. */
  async function blank(templateId: string): Promise<Printed & { name: string }> {
    const template = context.editions.templates(todayOf(context)).get(templateId);
    if (!template) throw notFound('template');
    return { ...(await printer.paper(blankJob(template)).catch(printRefusal)), name: `${template.name}（空白）` };
  }

  /** Forms to be filled by hand when the machine cannot be used, each with the number reserved for it, as one PDF. */
  async function numberedBlanks(templateId: string, run: NumberRun): Promise<Printed & { name: string }> {
    const blanks = createNumberedBlanks(context);
    const template = blanks.templateOf(templateId);
    const jobs = blanks
      .reservedIn(template, run)
      .map((number) => blankJobOf(template, readOffice(context.store), todayOf(context), number));
    return { ...(await printer.papers(jobs).catch(printRefusal)), name: `${template.name}（空白，${jobs.length}份）` };
  }

  /** The blank form as an edited template would print it; refuses by field what could not be saved either. */
  async function templatePreview(template: Template): Promise<Printed> {
    const problems = editionProblems(template, definitions.templates.get(template.id) ?? null, {
      templates: context.editions.templates(todayOf(context)),
      procedures: definitions.procedures,
    });
    if (problems.length > 0) throw invalid(problems);
    return printer.preview(`template ${template.id}`, blankJob(template)).catch(printRefusal);
  }

  const blankJob = (template: Template): PaperJob => blankJobOf(template, readOffice(context.store), todayOf(context));

  return { preview, frozen, blank, numberedBlanks, templatePreview };
}
