import type { Paper } from '../case-file.ts';
import type { Finding, Judgement } from './finding.ts';
import { judge } from './judge.ts';

const keyOf = (finding: Finding): string =>
  [finding.checkId, finding.paperId, finding.exhibitId, finding.field, finding.sentence].join('|');

/**
 * What would be wrong if this paper were issued at `at` (a moment): the findings on the paper itself, as if it were issued, and those
 * its issue brings about elsewhere in the case.
 */
export function findingsOfIssue(judgement: Judgement, paper: Paper, moment: string): Finding[] {
  const before = new Set(judge(judgement).map(keyOf));
  const issued: Paper = { ...paper, status: 'issued', issuedAt: moment };
  const papers = judgement.file.papers.map((other) => (other.id === paper.id ? issued : other));
  return judge({ ...judgement, file: { ...judgement.file, papers } }, 'issue').filter(
    (finding) => finding.paperId === paper.id || !before.has(keyOf(finding)),
  );
}
