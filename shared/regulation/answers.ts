import type { Answer } from '../case-file.ts';
import { dayOf, isMoment } from '../time/moments.ts';
import type { Finding, Judgement, Moment } from './finding.ts';
import { questions, type Question } from './questions.ts';

const base = ({ id, article, basis }: Question): Pick<Finding, 'checkId' | 'article' | 'basis' | 'questionId'> => ({
  checkId: id,
  article,
  basis,
  questionId: id,
});

const whenSaid = ({ by, at: moment }: Answer): string =>
  [by, isMoment(moment) ? dayOf(moment) : moment].filter((part) => part !== '').join('，');

const answeredNo = (question: Question, answer: Answer): Finding => {
  const note = answer.note.trim().replace(/。$/, '');
  return {
    ...base(question),
    severity: question.severity,
    sentence: `“${question.question}”回答为“否”（${whenSaid(answer)}）${note === '' ? '' : `：${note}`}。`,
  };
};

/** An open question says so and never costs points: only its answer can. */
const unanswered = (question: Question): Finding => ({
  ...base(question),
  severity: question.severity === 'veto' || question.severity === 'err' ? 'warn' : 'info',
  sentence: `归档前请回答：${question.question}`,
});

/** Whether the case cannot be filed before a person has answered this. */
export const isAskedBeforeFiling = ({ asked, about }: Question, judgement: Judgement): boolean =>
  asked === '归档' && (about === undefined || about(judgement));

/** What the answers of people say about the case: 否 is a defect at any time, a question left open is one to answer before filing. */
export const findingsOfAnswers = (judgement: Judgement, moment: Moment): Finding[] =>
  questions.flatMap((question) => {
    const answer = judgement.file.answers.findLast(({ questionId }) => questionId === question.id);
    if (answer === undefined)
      return moment === 'filing' && isAskedBeforeFiling(question, judgement) ? [unanswered(question)] : [];
    return answer.answer === '否' ? [answeredNo(question, answer)] : [];
  });
