import type { CaseFile, Paper } from '../case-file.ts';
import { papersOf } from '../case-file.ts';
import { paperIds } from '../template/paper-ids.ts';
import { flagOf, textOf } from './paper-values.ts';

/** Sources that somebody outside gave and is told the outcome of (第十四条). */
const outsideSources = ['投诉', '举报', '其他机关移送', '稽核移送', '上级交办'];

/** The 案源登记表 whose giver can be told; a case has one, and that of each case that was joined to it (并案). */
export const sourcesToAnswer = (file: CaseFile): Paper[] =>
  papersOf(file, paperIds.sourceRegistration, true).filter(
    (paper) => outsideSources.includes(textOf(paper, 'sourceType')) && !flagOf(paper, 'anonymous'),
  );

/** Those of them that none of these answers is about: an answer is about the one whose number it names, and about each where it names none of them. */
export function unanswered(file: CaseFile, answers: readonly Paper[]): Paper[] {
  const sources = sourcesToAnswer(file);
  const numbers = new Set(sources.map(({ number }) => number));
  return sources.filter(
    ({ number }) =>
      !answers.some((answer) => {
        const named = textOf(answer, 'sourceRef');
        return named === number || !numbers.has(named);
      }),
  );
}
