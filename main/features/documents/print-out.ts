import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import type { PrintedOut } from '../../../shared/contract/documents.ts';
import { safeFileName } from '../../../shared/file-name.ts';
import { fileToPrint, pagesIn } from '../../../shared/procedure/copies.ts';
import { writeDurably } from '../../platform/durable.ts';
import { fileExists } from '../../platform/files.ts';
import type { FolderTickets } from '../../platform/folder-tickets.ts';
import type { Desktop, PrintOrder } from '../../platform/host.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { refusalOfFolder } from '../../platform/system-refusals.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import { readCaseFile } from '../cases/case-file.ts';
import { emitChanged, type FeatureContext } from '../context.ts';
import { requireAccess } from '../staff/access.ts';

export interface PrintOutTools {
  blobs: BlobStore;
  desktop: Pick<Desktop, 'print'>;
  folderTickets: FolderTickets;
}

export interface PrintSet {
  caseId: string;
  /** '' where the window's own dialog asked for it. */
  printer: string;
  /** The window has printed it itself, and it is only put on record. */
  isPrinted: boolean;
  bothSides: boolean;
  items: { paperId: string; copies: string[]; pages: string }[];
}

/** What of a paper is sent to the printer. */
interface ToPrint {
  paper: Paper;
  sha256: string;
  copies: string[];
  /** Empty for all of them. */
  pages: number[];
}

/** Prints papers of a case, so many copies of each, and puts on record what was printed for whom; what the printer refused is not. */
export async function printSet(context: FeatureContext, tools: PrintOutTools, set: PrintSet): Promise<PrintedOut[]> {
  requireAccess(context, set.caseId);
  const file = readCaseFile(context, set.caseId);
  const toPrint = set.items.map((item) => orderOf(file, item));
  for (const each of toPrint) {
    if (!set.isPrinted) await sendTo(context, tools, each, { printer: set.printer, bothSides: set.bothSides });
    await note(context, each, { verb: '打印', printer: set.printer });
  }
  emitChanged(context, ['documents'], set.caseId);
  return printedOut(context, set.caseId);
}

function orderOf({ papers }: CaseFile, { paperId, copies, pages: text }: PrintSet['items'][number]): ToPrint {
  const paper = papers.find(({ id }) => id === paperId);
  if (paper === undefined) throw notFound('paper');
  const file = fileToPrint(paper);
  if (file === null)
    throw new RefusalError({ code: 'wrong-status', what: paper.name, is: '还没有出具，也没有印签字稿', act: '打印' });
  const pages = text.trim() === '' ? [] : pagesIn(text, file.pages);
  if (pages === null)
    throw invalidField('pages', '页码', `《${paper.name}》共${file.pages}页，页码请写成 2 或者 1-3,5。`, 10);
  return { paper, sha256: file.sha256, copies, pages };
}

async function sendTo(
  context: FeatureContext,
  { blobs, desktop }: PrintOutTools,
  { paper, sha256, copies, pages }: ToPrint,
  how: { printer: string; bothSides: boolean },
): Promise<void> {
  const pdf = await withVault(paper.name, () => blobs.read(sha256));
  try {
    await sendToPrinter(context, desktop, { ...how, copies: copies.length, pages, medium: 'A4', pdf }, paper.name);
  } finally {
    pdf.fill(0);
  }
}

/** Gives the order to the printer; what it complains of goes to the error log, and who printed is told that it did not take `what`. */
export async function sendToPrinter(
  { report }: FeatureContext,
  desktop: Pick<Desktop, 'print'>,
  order: PrintOrder,
  what: string,
): Promise<void> {
  try {
    if (desktop.print === undefined) throw new Error('this host has no printers');
    await desktop.print(order);
  } catch (error) {
    report(error, 'process', 'print');
    throw new RefusalError({ code: 'printer', printer: order.printer, what });
  }
}

const note = (
  { store, audit }: FeatureContext,
  { paper, sha256, copies, pages }: ToPrint,
  { verb, ...where }: { verb: '打印' | '另存'; printer?: string; folder?: string },
): Promise<void> =>
  store.unit.run(async () => {
    audit.append({
      verb,
      what: paper.number ?? paper.name,
      subjectId: paper.id,
      caseId: paper.caseId,
      detail: { sha256, copies, pages, ...where },
    });
  });

/** Writes papers of a case as PDF into a folder outside the profile (另存为 PDF). */
export async function savePdfs(
  context: FeatureContext,
  { blobs, folderTickets }: PrintOutTools,
  { caseId, paperIds, folderTicket }: { caseId: string; paperIds: string[]; folderTicket: string },
): Promise<{ folder: string; files: string[] }> {
  requireAccess(context, caseId);
  const folder = folderTickets.of(folderTicket);
  const file = readCaseFile(context, caseId);
  const toSave = paperIds.map((paperId) => orderOf(file, { paperId, copies: [], pages: '' }));
  const files: string[] = [];
  for (const each of toSave) {
    const { paper, sha256 } = each;
    const name = safeFileName(`${paper.name} ${paper.number ?? ''}`.trim(), { after: '.pdf' });
    await writePdf(folder, name, await withVault(paper.name, () => blobs.read(sha256)));
    await note(context, each, { verb: '另存', folder });
    files.push(name);
  }
  emitChanged(context, ['documents'], caseId);
  return { folder, files };
}

/** Writes a file into a folder outside the profile; one of that name is never replaced, and of a failed one nothing stays. */
export async function writePdf(folder: string, name: string, pdf: Uint8Array): Promise<void> {
  const target = path.join(folder, name);
  if (await fileExists(target)) throw new RefusalError({ code: 'folder', why: 'exists', folder: target });
  await writeDurably(target, pdf).catch(async (error: unknown) => {
    await rm(target, { force: true });
    throw refusalOfFolder(error, folder);
  });
}

interface PrintEntry {
  at: string;
  who: string;
  verb: string;
  what: string;
  subjectId: string;
  detail: string;
}

/** 印制记录 of a case, newest first: every time a paper of it left the program on paper or as a file, as the chain has it. */
export function printedOut(context: FeatureContext, caseId: string): PrintedOut[] {
  requireAccess(context, caseId);
  return context.store
    .all<PrintEntry>(
      `select at, who, verb, what, "subjectId", detail from audit
       where "caseId" = ? and verb in ('打印', '另存', '印签字稿', '出具文书') order by seq desc`,
      caseId,
    )
    .map(({ detail, subjectId: paperId, ...entry }) => {
      const said = JSON.parse(detail) as Partial<Pick<PrintedOut, 'sha256' | 'copies' | 'printer'>> & {
        pages?: unknown;
      };
      return {
        ...entry,
        paperId,
        sha256: said.sha256 ?? null,
        copies: said.copies ?? [],
        pages: Array.isArray(said.pages) ? said.pages.map(Number) : [],
        printer: said.printer ?? '',
      };
    });
}
