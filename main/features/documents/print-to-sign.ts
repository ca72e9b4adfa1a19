import type { SavedPaper } from '../../../shared/contract/documents.ts';
import { obstaclesToPrint } from '../../../shared/procedure/obstacles.ts';
import { isOutToSign, livePrint } from '../../../shared/procedure/prints.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { procedureOf, templatesOf } from '../cases/case-definitions.ts';
import { refuseForged } from '../cases/refuse-forged.ts';
import type { FeatureContext } from '../context.ts';
import { actOnPaper, writePaper } from './change-paper.ts';
import { numberOf } from './numbering.ts';
import { requirePaper } from './papers.ts';
import { type IssueTools, printCopy } from './print-copy.ts';
import { refuseWhileOut } from './refuse-while-out.ts';

interface PaperRequest {
  paperId: string;
  version: number;
}

/** Prints a complete paper to be signed (印签字稿): its number is taken, the places to sign are empty, and its words are closed from now on. */
export const printToSign = (
  context: FeatureContext,
  tools: IssueTools,
  { paperId, version }: PaperRequest,
): Promise<SavedPaper> =>
  actOnPaper(context, paperId, async (paperAt, tx) => {
    const { paper, template, file } = paperAt;
    const act = `印《${paper.name}》的签字稿`;
    refuseForged(context, file.case.id, act);
    requirePaper(context, paperAt, version, '印签字稿', template.approval.length > 0 ? 'approved' : 'draft');
    if (template.signatures.length === 0)
      throw new RefusalError({ code: 'wrong-status', what: paper.name, is: '不需要签名', act: '印签字稿' });
    refuseWhileOut(paper, '再印一版');
    const obstacles = obstaclesToPrint(
      { file, procedure: procedureOf(context, file), templates: templatesOf(context, file) },
      paper,
    );
    if (obstacles.length > 0) throw new RefusalError({ code: 'not-yet', act, obstacles });
    const number = await numberOf(context, tx, paperAt);
    const { sha256, prints } = await printCopy(context, tools, paperAt, { kind: '签字稿', number });
    return writePaper(context, paperAt, {
      verb: '印签字稿',
      changes: { number, prints },
      detail: { number, sha256, print: prints.at(-1)?.id },
    });
  });

/** Voids what was printed to be signed, so that the words can be changed; sheets that are signed already stay on record as void. */
export const voidPrint = (
  context: FeatureContext,
  { paperId, version, reason }: PaperRequest & { reason: string },
): Promise<SavedPaper> =>
  actOnPaper(context, paperId, (paperAt) => {
    const { paper } = paperAt;
    requirePaper(context, paperAt, version, '作废印出的签字稿', 'draft', 'approved');
    const live = livePrint(paper);
    if (live === null || !isOutToSign(paper))
      throw new RefusalError({ code: 'wrong-status', what: paper.name, is: '没有印出的签字稿', act: '作废签字稿' });
    const prints = paper.prints.map((print) => (print === live ? { ...print, voidReason: reason } : print));
    return writePaper(context, paperAt, {
      verb: '作废签字稿',
      // Who signed it signed other words than the next version will have.
      changes: { prints, signatures: [] },
      detail: { print: live.id, reason, signatures: paper.signatures },
    });
  });
