import { useEffect, useState } from 'react';
import { Basis } from '../../parts/articles/basis.tsx';
import { DayText } from '../../parts/days/day.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { AnswerForm } from '../../parts/review/answer-form.tsx';
import { useWhyNotMine } from '../../parts/review/use-why-not-mine.ts';
import { questionsOf, type AskedQuestion } from '../../parts/review/asked-questions.ts';
import css from './review-questions.module.css';
import { useCalmCase, useCaseWork } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';

/** What only a person can judge (第四十六条): asked here, with who answered what and when. */
export function ReviewQuestions() {
  const { input, periods } = useCalmCase();
  const asked = questionsOf({ ...input, periods });
  const isFiled = input.file.case.state === 'filed';
  const open = asked.filing.filter(({ answer }) => answer === undefined);
  // Once the case is filed nobody is asked before filing: what was left open is a matter of the review.
  const filing = isFiled ? asked.filing.filter(({ answer }) => answer !== undefined) : asked.filing;
  const review = isFiled ? [...open, ...asked.review] : asked.review;
  const { question } = useWorkspace();
  useEffect(() => {
    if (question !== null) goToQuestion(question.id);
  }, [question]);
  const answered = review.filter(({ answer }) => answer !== undefined).length;
  return (
    <section className={css.questions} aria-label="需要人判断的问题">
      <h2>
        需要人判断的问题
        {asked.filing.length > 0 && <span className={css.state}>{stateWords(open, isFiled)}</span>}
      </h2>
      <ul>
        {filing.map((row) => (
          <QuestionRow key={row.question.id} {...row} />
        ))}
      </ul>
      <details>
        <summary>
          案卷评查时回答的问题（已回答{answered}个，共{review.length}个）
        </summary>
        <ul>
          {review.map((row) => (
            <QuestionRow key={row.question.id} {...row} />
          ))}
        </ul>
      </details>
    </section>
  );
}

/** How many are open; of those before filing, how many must be answered. */
function stateWords(open: readonly AskedQuestion[], isFiled: boolean): string {
  if (open.length === 0) return '归档前的问题都已回答';
  if (isFiled) return `归档时有${open.length}个没有回答`;
  const must = open.filter(({ question: { severity } }) => severity === 'veto' || severity === 'err').length;
  return must === 0 ? `还有${open.length}个可以不答` : `归档前请回答，还有${must}个`;
}

function QuestionRow({ question, answer }: AskedQuestion) {
  const [changing, setChanging] = useState(false);
  const right = useWhyNotMine(question);
  const { file, refresh } = useCaseWork();
  const saved = async (): Promise<void> => {
    await refresh();
    setChanging(false);
    requestAnimationFrame(() => goOnFrom(question.id));
  };
  return (
    <li className={css.question} data-question={question.id}>
      <p>{question.question}</p>
      <p className={css.why}>
        <Basis article={question.article}>{question.why}</Basis>
        {question.seeAt !== undefined && `可在“${question.seeAt}”核对。`}
      </p>
      {answer === undefined || changing ? (
        <AnswerForm caseId={file.case.id} question={question} answer={answer} onSaved={saved} />
      ) : (
        <p className={css.given} data-answer={answer.answer}>
          <strong>{answer.answer}</strong>
          {answer.note !== '' && <span>{answer.note}</span>}
          <span className={css.who}>
            {answer.by}　<DayText value={answer.at} />
          </span>
          <ReasonButton kind="quiet" reason={right} onClick={() => setChanging(true)}>
            重新回答
          </ReasonButton>
        </p>
      )}
    </li>
  );
}

/** To the next question still to be answered before filing; after the last, to the way back where there is one. */
function goOnFrom(answered: string): void {
  const open = [...document.querySelectorAll<HTMLElement>('[data-question]')].find(
    (row) => row.dataset['question'] !== answered && row.checkVisibility() && row.querySelector('form') !== null,
  );
  const back = document.querySelector<HTMLElement>('[data-back]');
  if (open === undefined && back !== null) back.focus();
  else goToQuestion(open?.dataset['question'] ?? answered);
}

/** Brings a question to the eye and puts the caret into it. */
function goToQuestion(id: string): void {
  const row = document.querySelector<HTMLElement>(`[data-question="${id}"]`);
  row?.closest('details')?.toggleAttribute('open', true);
  row?.scrollIntoView({ block: 'center' });
  row?.querySelector<HTMLElement>('input:not(:disabled), form button, [data-answer] button')?.focus();
}
