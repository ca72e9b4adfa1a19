import { createHash } from 'node:crypto';
import type { Paper, PaperPrint } from '../../../shared/case-file.ts';
import { printIdFrom } from '../../../shared/identity/page-code.ts';
import { comesBack, hasPageCode } from '../../../shared/procedure/prints.ts';
import { isRefusal } from '../../../shared/procedure/signatures.ts';
import type { PaperJob } from '../../platform/print/job.ts';
import type { Printer } from '../../platform/print/printer.ts';
import { printRefusal } from '../../platform/print/print-refusals.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { sealBytes } from '../../platform/vault/seal-bytes.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import { type FeatureContext, nowOf, todayOf } from '../context.ts';
import { paperJobOf } from './paper-job.ts';
import type { PaperAt } from './papers.ts';

export interface IssueTools {
  printer: Printer;
  blobs: BlobStore;
}

/**
 * Prints a paper as it leaves the office and seals the PDF before any row knows it: file first, row second. On a 签字稿 the places to sign are
 * empty, but for who refused or cannot sign, whose reason is printed (第十七条), and a day nobody has stated is left to be written.
 */
export async function printCopy(
  context: FeatureContext,
  { printer, blobs }: IssueTools,
  { paper, template, file }: PaperAt,
  { kind, number }: { kind: PaperPrint['kind']; number: string | null },
): Promise<{ sha256: string; pages: number; prints: Paper['prints'] }> {
  const job = paperJobOf(
    { ...paper, signatures: kind === '签字稿' ? paper.signatures.filter(isRefusal) : paper.signatures },
    {
      file,
      template,
      values: paper.values,
      state: 'issued',
      number,
      issuedOn: kind === '签字稿' ? null : todayOf(context),
    },
  );
  const id = freePrintId(context, job, paper.prints.length);
  const printed = await printer
    .paper(hasPageCode(template, file.settings) ? { ...job, printId: id } : job)
    .catch(printRefusal);
  const sha256 = await withVault(paper.name, () => sealBytes(blobs, printed.pdf));
  const { pages } = printed;
  if (!comesBack(template)) return { sha256, pages, prints: paper.prints };
  context.store.run('insert into print_code ("printId", "paperId") values (?, ?)', id, paper.id);
  const print: PaperPrint = {
    id,
    kind,
    sha256,
    pages,
    at: nowOf(context),
    by: context.operator.name,
    byId: context.operator.personId,
    voidReason: null,
    back: null,
    ...(kind === '签字稿' && { places: printed.places ?? [] }),
  };
  return { sha256, pages, prints: [...paper.prints, print] };
}

const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * Made from what is printed, so that equal input still gives equal bytes; ids of rows are no part of it. Where two papers say the very same,
 * the later one goes on counting.
 */
function freePrintId({ store }: FeatureContext, job: PaperJob, before: number): string {
  const content = JSON.stringify(job).replaceAll(IDS, '');
  for (let attempt = 0; ; attempt += 1) {
    const id = printIdFrom(createHash('sha256').update(`${content} ${before} ${attempt}`).digest());
    if (store.get('select 1 from print_code where "printId" = ?', id) === undefined) return id;
  }
}
