import type { CaseFile, Paper } from '../case-file.ts';
import { papersOf } from '../case-file.ts';
import { paperIds } from '../template/paper-ids.ts';
import { dayIn, flagOf, listOf, textOf } from './paper-values.ts';

/** The day a hearing was asked for, as the paper that shows it says; null while a draft does not say it yet. */
export const requestDay = (paper: Paper): string | null =>
  dayIn(paper, paper.templateId === paperIds.hearingNotice ? 'appliedAt' : 'at');

/** Records in which the party gives up the hearing: asked for none, or took the request back. */
export const hearingWaivers = (file: CaseFile): Paper[] =>
  papersOf(file, paperIds.defenceRecord).filter(
    (paper) => textOf(paper, 'form') === '放弃权利记录' && listOf(paper, 'waivedRights').includes('听证'),
  );

/**
 * The newest paper that shows that the party asked for a hearing and still wants it (处罚法64), drafts included: a step must show as soon
 * as it is known to be needed. Null where nobody asked, or the request was taken back on record since.
 */
export function hearingRequest(file: CaseFile): Paper | null {
  const asked = [
    ...papersOf(file, paperIds.defenceRecord, true).filter((paper) => flagOf(paper, 'hearingRequested')),
    ...papersOf(file, paperIds.hearingNotice, true),
  ].at(-1);
  if (asked === undefined) return null;
  const day = requestDay(asked);
  const takenBack = hearingWaivers(file).some((waiver) => day !== null && (dayIn(waiver, 'at') ?? '') >= day);
  return takenBack ? null : asked;
}
