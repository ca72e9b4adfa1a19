import type { CaseFile } from '../case-file.ts';
import { paperIds } from '../template/paper-ids.ts';
import { textOf } from './paper-values.ts';
import { standingOf } from './parties.ts';
import type { Step } from './procedure.ts';

/** What the newest 决定审批表 was approved for (准予行政许可); '' while none is approved. */
const approvedKind = (file: CaseFile): string => {
  const approval = standingOf(file).papers.findLast(
    ({ templateId, status }) =>
      templateId === paperIds.decisionApproval && (status === 'approved' || status === 'issued'),
  );
  return approval === undefined ? '' : textOf(approval, 'decisionKind');
};

/** The papers a step may be done by, parted by what was approved. */
export interface ApprovedChoice {
  /** Those that carry it out; all of them while nothing is approved, and where none of them would. */
  fitting: string[];
  /** The others, and why they are out of the way. */
  spared: string[];
  why: string;
}

/** Of several decisions a step offers, the ones that carry out what was approved. */
export function approvedChoice(file: CaseFile, { doneBy, approvedAs }: Step): ApprovedChoice {
  const all = 'papers' in doneBy ? doneBy.papers : [];
  const kind = approvedAs === undefined ? '' : approvedKind(file);
  const fitting = all.filter((id) => approvedAs?.[id]?.includes(kind));
  if (fitting.length === 0) return { fitting: all, spared: [], why: '' };
  const spared = all.filter((id) => !fitting.includes(id));
  return { fitting, spared, why: `本案批准的是“${kind}”，另外${spared.length}种决定不适用` };
}
