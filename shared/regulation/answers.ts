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

/**
 * An open question never costs points: only its answer can. One that could fail the file stands in the way until it is answered, or until
 * it is written down why the case is filed without: the thirty days of 第三十五条 do not wait for an officer who is away.
 */
const unanswered = (question: Question): Finding => {
  const stops = question.severity === 'veto' || question.severity === 'err';
  return {
    ...base(question),
    unanswered: true,
    severity: stops ? 'err' : 'info',
    sentence: `${stops ? '归档前请回答' : '可以回答，不影响归档'}：${question.question}`,
  };
};

/** Whether a person is asked this before the case is filed. */
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
