import type { Paper } from '../case-file.ts';
import type { Finding, Judgement } from './finding.ts';
import { judge } from './judge.ts';

const keyOf = (finding: Finding): string =>
  [finding.checkId, finding.paperId, finding.exhibitId, finding.field, finding.sentence].join('|');

/**
 * What would be wrong if this paper were issued at `at` (a moment): the findings on the paper itself, as if it were issued, and those
 * its issue brings about elsewhere in the case.
 */
export function findingsOfIssue(input: Judgement, paper: Paper, moment: string): Finding[] {
  const before = new Set(judge(input).map(keyOf));
  const issued: Paper = { ...paper, status: 'issued', issuedAt: moment };
  const papers = input.file.papers.map((item) => (item.id === paper.id ? issued : item));
  return judge({ ...input, file: { ...input.file, papers } }, 'issue').filter(
    (finding) => finding.paperId === paper.id || !before.has(keyOf(finding)),
  );
}
