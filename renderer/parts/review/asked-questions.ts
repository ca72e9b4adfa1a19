import type { Answer } from '../../../shared/case-file.ts';
import { isAskedBeforeFiling } from '../../../shared/regulation/answers.ts';
import type { Judgement } from '../../../shared/regulation/finding.ts';
import { questions } from '../../../shared/regulation/questions.ts';
import type { Question } from '../../../shared/regulation/questions.ts';

/** A question with the answer that counts. */
export interface AskedQuestion {
  question: Question;
  answer: Answer | undefined;
}

export interface AskedQuestions {
  /** To be answered before the case is filed. */
  filing: AskedQuestion[];
  /** Answered when a file or the office is reviewed; nobody misses them in one case. */
  review: AskedQuestion[];
}

/** The questions a machine cannot answer for this case, with what people answered. */
export function questionsOf(input: Judgement): AskedQuestions {
  const withAnswer = (question: Question): AskedQuestion => ({
    question,
    answer: input.file.answers.findLast(({ questionId }) => questionId === question.id),
  });
  return {
    filing: questions.filter((question) => isAskedBeforeFiling(question, input)).map(withAnswer),
    review: questions.filter(({ asked }) => asked === '评查').map(withAnswer),
  };
}

/** Why an answer cannot be kept yet; null when it can. An answer that stands against the file, or sets the question aside, says why. */
export function whyNotAnswered(chosen: Answer['answer'] | null, note: string): string | null {
  if (chosen === null) return '请先选“是”“否”或者“不适用”。';
  return chosen !== '是' && note.trim() === '' ? `回答“${chosen}”的，请写明情况。` : null;
}
