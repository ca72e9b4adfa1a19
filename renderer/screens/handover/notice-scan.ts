import type { CaseFile, Exhibit } from '../../../shared/case-file.ts';
import type { Handover } from '../../../shared/contract/handover.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';

type Kind = Handover['kind'];

const NAMES: Readonly<Record<Kind, RegExp>> = { court: /应诉通知|起诉状|传票/, reconsideration: /答复通知|复议申请/ };

/** A scan in the case it lies in. */
export interface NoticeScan {
  caseId: string;
  exhibit: Exhibit;
}

/** The scan of the notice to answer in a case: what came with a registered letter, or is called so. */
export function noticeIn(
  { case: { id }, papers, exhibits }: Pick<CaseFile, 'case' | 'papers' | 'exhibits'>,
  kind: Kind,
): NoticeScan | null {
  const registers = new Set(
    papers.filter(({ templateId }) => templateId === paperIds.incomingLetterRegister).map((paper) => paper.id),
  );
  const kept = exhibits.filter(({ withdrawnReason }) => withdrawnReason === null);
  const exhibit =
    kept.find(({ title }) => NAMES[kind].test(title)) ??
    kept.find(({ paperId }) => paperId !== null && registers.has(paperId));
  return exhibit === undefined ? null : { caseId: id, exhibit };
}
