import type { CaseFile, Paper } from '../case-file.ts';
import { dayIn, listOf, textOf } from './paper-values.ts';
import { paperIds } from '../template/paper-ids.ts';
import type { Template } from '../template/template.ts';

/** Receipts that name a paper, oldest first; drafts only when asked. A receipt made out to another party than the paper proves nothing for it. */
export const receiptsOf = (file: CaseFile, paper: Pick<Paper, 'id' | 'partyId'>, withDrafts = false): Paper[] =>
  file.papers.filter(
    (receipt) =>
      receipt.templateId === paperIds.serviceReceipt &&
      receipt.status !== 'void' &&
      (withDrafts || receipt.status === 'issued') &&
      listOf(receipt, 'documents').includes(paper.id) &&
      (paper.partyId === null || receipt.partyId === null || receipt.partyId === paper.partyId),
  );

/** Whether papers of this template are served: what stays inside the office is not, nor is the proof of a service. */
export const canBeServed = ({ direction, class: kind }: Pick<Template, 'direction' | 'class'>): boolean =>
  direction !== 'internal' && kind !== 'service';

/** The day a receipt proves service; for 公告送达 the day it takes effect (民诉法95). */
export const serviceDay = (receipt: Paper): string | null =>
  textOf(receipt, 'mode') === '公告' ? dayIn(receipt, 'effectiveAt') : dayIn(receipt, 'servedAt');

const lastDay = (receipts: readonly Paper[]): string | null =>
  receipts
    .flatMap((receipt) => serviceDay(receipt) ?? [])
    .toSorted()
    .at(-1) ?? null;

/** The day a paper was served, `YYYY-MM-DD`: the last of its receipts. Null while none proves it. */
export const servedDay = (file: CaseFile, paper: Pick<Paper, 'id' | 'partyId'>): string | null =>
  lastDay(receiptsOf(file, paper));

/** A service: on whom (null where it is not said), and the day. */
export interface Service {
  partyId: string | null;
  day: string;
}

/** When a paper was served on each party it went to: its own party, or for a paper of the whole case each that a receipt is made out to. */
export function servicesOf(file: CaseFile, paper: Paper): Service[] {
  const receipts = receiptsOf(file, paper);
  const whom =
    file.parties.length < 2 || paper.partyId !== null
      ? [paper.partyId]
      : [...new Set(receipts.map((receipt) => receipt.partyId))];
  return whom.flatMap((partyId) => {
    const day = lastDay(whom.length === 1 ? receipts : receipts.filter((receipt) => receipt.partyId === partyId));
    return day === null ? [] : [{ partyId, day }];
  });
}
