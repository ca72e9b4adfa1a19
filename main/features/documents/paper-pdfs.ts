import type { Paper, PaperPrint } from '../../../shared/case-file.ts';
import { sheetsAsTheyStand } from '../../../shared/procedure/prints.ts';
import type { Template } from '../../../shared/template/template.ts';
import type { Values } from '../../../shared/template/values.ts';
import type { Letter } from '../../../shared/procedure/mailing.ts';
import { editionProblems } from '../../platform/definitions/check-edition.ts';
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
import { type NumberRun, preNumberedTemplate, reservedNumbers } from './numbered-blanks.ts';
import { paperJobOf } from './paper-job.ts';
import { letterPdf } from './mailing.ts';
import { loadPaper } from './papers.ts';

export interface PaperPdfTools {
  printer: Printer;
  blobs: BlobStore;
}

/** Papers as PDF: the live preview, the frozen paper, the blank form. What is seen is what is printed. */
export const createPaperPdfs = (context: FeatureContext, { printer, blobs }: PaperPdfTools) => ({
  preview: (paperId: string, unsaved: Values) => preview(context, printer, paperId, unsaved),
  frozen: (paperId: string) => sealedCopy(context, blobs, paperId, ({ sha256 }) => sha256),
  printed: (paperId: string, printId: string) =>
    sealedCopy(context, blobs, paperId, (paper) => {
      const print = printOf(paper, printId);
      return print && sheetsAsTheyStand(print);
    }),
  signed: (paperId: string, printId: string) =>
    sealedCopy(context, blobs, paperId, (paper) => printOf(paper, printId)?.back?.sha256),
  blank: (templateId: string) => blank(context, printer, templateId),
  numberedBlanks: (templateId: string, run: NumberRun) => numberedBlanks(context, printer, templateId, run),
  letter: (caseId: string, letter: Letter) => letterPdf(context, { printer }, { caseId, letter }),
  templatePreview: (template: Template) => templatePreview(context, printer, template),
});

/** The paper as it would print now, with values that may not be saved yet. */
async function preview(context: FeatureContext, printer: Printer, paperId: string, unsaved: Values): Promise<Printed> {
  const { paper, file, template } = loadPaper(context, paperId);
  noteLook(context, paper);
  const job = paperJobOf(paper, {
    file,
    template,
    values: { ...paper.values, ...unsaved },
    state: paper.status === 'issued' ? 'issued' : 'draft',
    number: paper.number,
    issuedOn: null,
    withoutSecrets: !maySeeSecrets(context, file.case.officerIds),
  });
  return printer.preview(paperId, { ...job, onScreen: true }).catch(printRefusal);
}

const noteLook = ({ looks }: FeatureContext, { id, name, number, caseId }: Paper): void =>
  looks.note({ kind: '文书', what: `${name} ${number ?? ''}`.trim(), subjectId: id, caseId });

/** Informant data is for those who handle the case and who supervise it (监察条例第九条). */
const maySeeSecrets = ({ operator }: FeatureContext, officerIds: string[]): boolean =>
  officerIds.length === 0 ||
  officerIds.includes(operator.personId) ||
  hasRole(operator, '承办单位负责人', '法规科', '分管领导');

const printOf = ({ prints }: Paper, printId: string): PaperPrint | undefined => prints.find(({ id }) => id === printId);

async function sealedCopy(
  context: FeatureContext,
  blobs: BlobStore,
  paperId: string,
  choose: (paper: Paper) => string | null | undefined,
): Promise<{ pdf: Buffer; name: string }> {
  const { paper } = loadPaper(context, paperId);
  const sha256 = choose(paper);
  if (!sha256) throw notFound('paper');
  noteLook(context, paper);
  return {
    pdf: await withVault(paper.name, () => blobs.read(sha256)),
    name: `${paper.name} ${paper.number ?? ''}`.trim(),
  };
}

type NamedPdf = Printed & { name: string };

/** An empty form to be filled by hand when the machine cannot be used. */
async function blank(context: FeatureContext, printer: Printer, templateId: string): Promise<NamedPdf> {
  const template = context.editions.templates(todayOf(context)).get(templateId);
  if (!template) throw notFound('template');
  return {
    ...(await printer.paper(blankJob(context, template)).catch(printRefusal)),
    name: `${template.name}（空白）`,
  };
}

/** Forms to be filled by hand when the machine cannot be used, each with the number reserved for it, as one PDF. */
async function numberedBlanks(
  context: FeatureContext,
  printer: Printer,
  templateId: string,
  run: NumberRun,
): Promise<NamedPdf> {
  const template = preNumberedTemplate(context, templateId);
  const jobs = reservedNumbers(context, template, run).map((number) =>
    blankJobOf(template, readOffice(context.office.store), todayOf(context), number),
  );
  return { ...(await printer.papers(jobs).catch(printRefusal)), name: `${template.name}（空白，${jobs.length}份）` };
}

/** The blank form as an edited template would print it; refuses by field what could not be saved either. */
async function templatePreview(context: FeatureContext, printer: Printer, template: Template): Promise<Printed> {
  const { definitions, editions } = context;
  const problems = editionProblems(template, definitions.templates.get(template.id) ?? null, {
    templates: editions.templates(todayOf(context)),
    procedures: definitions.procedures,
  });
  if (problems.length > 0) throw invalid(problems);
  return printer.preview(`template ${template.id}`, blankJob(context, template)).catch(printRefusal);
}

const blankJob = (context: FeatureContext, template: Template): PaperJob =>
  blankJobOf(template, readOffice(context.office.store), todayOf(context));
