import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Answer } from '../../../shared/case-file.ts';
import { api } from '../../data/api.ts';
import { Basis } from '../../parts/articles/basis.tsx';
import { DayText } from '../../parts/days/day.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useRight } from '../../data/rights.ts';
import { whyNotAnswered, questionsOf } from './review-answers.ts';
import type { AskedQuestion } from './review-answers.ts';
import css from './review-questions.module.css';
import { useCalmCase, useCaseWork } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';
import { Radio } from '../../ui/choices.tsx';

/** What only a person can judge (第四十六条): asked here, with who answered what and when. */
export function ReviewQuestions() {
  const { input, periods } = useCalmCase();
  const { filing, review } = questionsOf({ ...input, periods });
  const open = filing.filter(({ answer }) => answer === undefined).length;
  const { question } = useWorkspace();
  useEffect(() => {
    if (question !== null) goToQuestion(question.id);
  }, [question]);
  const answered = review.filter(({ answer }) => answer !== undefined).length;
  return (
    <section className={css.questions} aria-label="需要人判断的问题">
      <h3>
        需要人判断的问题
        {filing.length > 0 && (
          <span className={css.state}>{open === 0 ? '归档前的问题都已回答' : `归档前请回答，还有${open}个`}</span>
        )}
      </h3>
      <ul>
        {filing.map(({ question: asked, answer }) => (
          <QuestionRow key={asked.id} question={asked} answer={answer} />
        ))}
      </ul>
      <details>
        <summary>
          案卷评查时回答的问题（已回答{answered}个，共{review.length}个）
        </summary>
        <ul>
          {review.map(({ question: asked, answer }) => (
            <QuestionRow key={asked.id} question={asked} answer={answer} />
          ))}
        </ul>
      </details>
    </section>
  );
}

function QuestionRow({ question, answer }: AskedQuestion) {
  const [changing, setChanging] = useState(false);
  const right = useRight('cases.answer');
  return (
    <li className={css.question} data-question={question.id}>
      <p>{question.question}</p>
      <p className={css.why}>
        <Basis article={question.article}>{question.why}</Basis>
        {question.seeAt !== undefined && `可在“${question.seeAt}”核对。`}
      </p>
      {answer === undefined || changing ? (
        <AnswerForm question={question} answer={answer} right={right} onDone={() => setChanging(false)} />
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

function AnswerForm({
  question,
  answer,
  right,
  onDone,
}: AskedQuestion & {
  right: string | null;
  onDone: () => void;
}) {
  const { file, refresh } = useCaseWork();
  const [chosen, setChosen] = useState<Answer['answer'] | null>(answer?.answer ?? null);
  const [note, setNote] = useState(answer?.note ?? '');
  const save = useMutation({
    mutationFn: async (choice: Answer['answer']) => {
      await api.cases.answer({ caseId: file.case.id, questionId: question.id, answer: choice, note: note.trim() });
      await refresh();
      onDone();
      requestAnimationFrame(() => goOnFrom(question.id));
    },
  });
  const reason = right ?? whyNotAnswered(chosen, note);
  return (
    <form className={css.form} onSubmit={(event) => event.preventDefault()}>
      <div className={css.choices} role="radiogroup" aria-label={`回答：${question.question}`}>
        {Answer.shape.answer.options.map((option) => (
          <Radio
            key={option}
            name={`answer-${question.id}`}
            checked={chosen === option}
            disabled={right !== null}
            onChange={() => setChosen(option)}
          >
            {option}
          </Radio>
        ))}
      </div>
      <input
        aria-label="说明"
        placeholder={chosen === null || chosen === '是' ? '说明（可不填）' : '写明情况'}
        maxLength={512}
        readOnly={right !== null}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <ReasonButton
        type="submit"
        data-testid={`answer-${question.id}`}
        reason={reason}
        busy={save.isPending}
        onClick={() => chosen !== null && save.mutate(chosen)}
      >
        记下
      </ReasonButton>
      <RefusalNote error={save.error} onClose={save.reset} />
    </form>
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
