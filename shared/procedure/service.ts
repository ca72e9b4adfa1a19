import type { CaseFile, Paper } from '../case-file.ts';
import { dayIn, listOf, textOf } from './reading.ts';

/** The 送达回证: the one paper that proves service (第三十条). */
export const serviceReceiptId = 'J40';

/** Receipts that name a paper, oldest first; drafts only when asked. */
export const receiptsOf = (file: CaseFile, paperId: string, withDrafts = false): Paper[] =>
  file.papers.filter((paper) =>
    paper.templateId === serviceReceiptId && paper.status !== 'void' && (withDrafts || paper.status === 'issued') && listOf(paper, 'documents').includes(paperId));

/** The day a receipt proves service; for 公告送达 the day it takes effect (民诉法95). */
export const serviceDay = (receipt: Paper): string | null =>
  textOf(receipt, 'mode') === '公告' ? dayIn(receipt, 'effectiveAt') : dayIn(receipt, 'servedAt');

/** The day a paper was served, `YYYY-MM-DD`: the last of its receipts, since each of several parties must be served. Null while none proves it. */
export const servedDay = (file: CaseFile, paperId: string): string | null =>
  receiptsOf(file, paperId).flatMap((receipt) => serviceDay(receipt) ?? []).toSorted().at(-1) ?? null;
