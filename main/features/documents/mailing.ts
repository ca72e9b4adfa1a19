import type { CaseFile } from '../../../shared/case-file.ts';
import type { PrintedOut } from '../../../shared/contract/documents.ts';
import { safeFileName } from '../../../shared/file-name.ts';
import { contentsOf, type Letter, letterSizes, letterWords } from '../../../shared/procedure/mailing.ts';
import type { Printed } from '../../platform/print/compose.ts';
import { printRefusal } from '../../platform/print/print-refusals.ts';
import type { Printer } from '../../platform/print/printer.ts';
import { notFound, RefusalError } from '../../platform/refusal-error.ts';
import { readCaseFile } from '../cases/case-file.ts';
import { emitChanged, type FeatureContext } from '../context.ts';
import { requireAccess } from '../staff/access.ts';
import { printedOut, type PrintOutTools, sendToPrinter, writePdf } from './print-out.ts';

export interface MailingTools extends Pick<PrintOutTools, 'desktop' | 'folderTickets'> {
  printer: Pick<Printer, 'mailing'>;
}

interface CaseLetter {
  caseId: string;
  letter: Letter;
}

/** The envelope or sheet as a page of its own size. */
export async function letterPdf(
  context: FeatureContext,
  { printer }: Pick<MailingTools, 'printer'>,
  { caseId, letter }: CaseLetter,
): Promise<Printed & { name: string }> {
  requireAccess(context, caseId);
  const file = readCaseFile(context, caseId);
  const { paperIds, ...sheet } = letter;
  const { name, address, phone, postcode } = file.office;
  const printed = await printer
    .mailing({
      ...sheet,
      from: { name, address, phone, postcode },
      contents: contentsOf(enclosed(file, paperIds)),
      date: file.today,
    })
    .catch(printRefusal);
  return { ...printed, name: `${letterWords[letter.kind]} ${letter.to.name}` };
}

/** What is said to lie in a letter is what was issued. */
const enclosed = ({ papers }: CaseFile, paperIds: readonly string[]) =>
  paperIds.map((paperId) => {
    const paper = papers.find(({ id }) => id === paperId);
    if (paper === undefined) throw notFound('paper');
    if (paper.status !== 'issued')
      throw new RefusalError({ code: 'wrong-status', what: paper.name, is: '还没有出具', act: '邮寄' });
    return paper;
  });

/** Prints it, unless the window has printed it itself, and puts on record to whom and what lies in it. */
export async function printLetter(
  context: FeatureContext,
  tools: MailingTools,
  { printer, isPrinted, ...one }: CaseLetter & { printer: string; isPrinted: boolean },
): Promise<PrintedOut[]> {
  const { pdf } = await letterPdf(context, tools, one);
  const order = { copies: 1, bothSides: false, pages: [], medium: letterSizes[one.letter.kind], pdf };
  if (!isPrinted) await sendToPrinter(context, tools.desktop, { ...order, printer }, letterWords[one.letter.kind]);
  await note(context, one, { verb: '打印', printer });
  return printedOut(context, one.caseId);
}

/** Writes it as PDF into a folder outside the profile (另存为 PDF). */
export async function saveLetter(
  context: FeatureContext,
  tools: MailingTools,
  { folderTicket, ...one }: CaseLetter & { folderTicket: string },
): Promise<{ folder: string; files: string[] }> {
  const folder = tools.folderTickets.of(folderTicket);
  const { pdf, name } = await letterPdf(context, tools, one);
  const file = safeFileName(name, { after: '.pdf' });
  await writePdf(folder, file, pdf);
  await note(context, one, { verb: '另存', folder });
  return { folder, files: [file] };
}

async function note(
  context: FeatureContext,
  { caseId, letter }: CaseLetter,
  { verb, ...where }: { verb: '打印' | '另存'; printer?: string; folder?: string },
): Promise<void> {
  const contents = contentsOf(enclosed(readCaseFile(context, caseId), letter.paperIds));
  await context.store.unit.run(async () => {
    context.audit.append({
      verb,
      what: `${letterWords[letter.kind]}（${contents.join('、')}）`,
      subjectId: caseId,
      caseId,
      detail: { copies: [letter.to.name], address: letter.to.address, papers: letter.paperIds, ...where },
    });
  });
  emitChanged(context, ['documents'], caseId);
}
