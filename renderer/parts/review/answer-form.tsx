import { useMutation } from '@tanstack/react-query';
import { seenLine } from '../../../shared/typed-text.ts';
import { typedInto } from '../../ui/typed-into.ts';
import { useState } from 'react';
import { Answer } from '../../../shared/case-file.ts';
import type { Question } from '../../../shared/regulation/questions.ts';
import { api } from '../../data/api.ts';
import { Radio } from '../../ui/choices.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import css from './answer-form.module.css';
import { whyNotAnswered } from './asked-questions.ts';
import { useWhyNotMine } from './use-why-not-mine.ts';

interface AnswerFormProps {
  caseId: string;
  question: Question;
  /** What was answered before. */
  answer: Answer | undefined;
  /** The answer is on record; what shows the question may be asked anew before the form goes. */
  onSaved: () => Promise<void> | void;
}

/** 是, 否 or 不适用 to a question only a person can judge (第四十六条), with a word where the answer needs one. */
export function AnswerForm({ caseId, question, answer, onSaved }: AnswerFormProps) {
  const right = useWhyNotMine(question);
  const [chosen, setChosen] = useState<Answer['answer'] | null>(answer?.answer ?? null);
  const [note, setNote] = useState(answer?.note ?? '');
  const save = useMutation({
    mutationFn: async (choice: Answer['answer']) => {
      await api.cases.answer({ caseId, questionId: question.id, answer: choice, note: note.trim() });
      await onSaved();
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
        {...typedInto(seenLine, setNote)}
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
