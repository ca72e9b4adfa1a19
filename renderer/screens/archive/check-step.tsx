import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, type ReactNode } from 'react';
import type { Finding } from '../../../shared/regulation/finding.ts';
import { FindingLine, findingKey, useGoToFinding } from '../../parts/findings/finding-line.tsx';
import { AnswerForm } from '../../parts/review/answer-form.tsx';
import { questions as allQuestions } from '../../../shared/regulation/questions.ts';
import { queries } from '../../data/queries.ts';
import { useKey } from '../../ui/keys.ts';
import css from './archive.module.css';
import { hasReason, type FilingDraft, type FilingFindings } from './filing-draft.ts';

export interface CheckStepProps {
  caseId: string;
  findings: FilingFindings;
  draft: FilingDraft;
  onChange: (draft: FilingDraft) => void;
}

/** 核对: what stands in the way of filing, each with the way to the place in the case, and reasons for what stays. */
export function CheckStep({ caseId, findings, draft, onChange }: CheckStepProps) {
  const { vetoes, errs } = findings;
  const questions = findings.reminders.filter(isQuestion);
  const reminders = findings.reminders.filter((finding) => !isQuestion(finding));
  const go = useGoToFinding(caseId, 'archive');
  const firstOpen = vetoes[0] ?? errs.find((err) => !hasReason(draft, err.checkId)) ?? questions[0];
  useKey('F2', firstOpen === undefined ? null : () => go(firstOpen), { hint: '去第一处' });
  const setReason = (checkId: string, reason: string): void =>
    onChange({ ...draft, reasons: { ...draft.reasons, [checkId]: reason } });
  // A reason is given once for each check, at its first finding.
  const askingReason = new Set(
    errs.filter((err, index) => errs.findIndex((other) => other.checkId === err.checkId) === index),
  );
  return (
    <div className={css.groups} data-pane>
      {vetoes.length + errs.length === 0 && (
        <p className={css.ready}>文书、签名、送达、音像都已核对，没有挡住归档的问题。</p>
      )}
      <Group title={`必须补正（${vetoes.length}项）`} count={vetoes.length}>
        {vetoes.map((finding) => (
          <FindingLine key={findingKey(finding)} caseId={caseId} finding={finding} back="archive" />
        ))}
      </Group>
      <Group title={`须补正，或者写明理由（${errs.length}项）`} count={errs.length}>
        {errs.map((finding) => (
          <FindingLine key={findingKey(finding)} caseId={caseId} finding={finding} back="archive">
            {askingReason.has(finding) ? (
              <Reason
                checkId={finding.checkId}
                value={draft.reasons[finding.checkId] ?? ''}
                onChange={(reason) => setReason(finding.checkId, reason)}
              />
            ) : undefined}
          </FindingLine>
        ))}
      </Group>
      <Group title={`需要人判断的问题（${questions.length}个，归档前请回答）`} count={questions.length}>
        {questions.map((finding) => (
          <FindingLine key={findingKey(finding)} caseId={caseId} finding={finding} back="archive">
            <Answer caseId={caseId} questionId={finding.questionId ?? ''} />
          </FindingLine>
        ))}
      </Group>
      <Group title={`提醒（${reminders.length}项，不影响归档）`} count={reminders.length}>
        {reminders.map((finding) => (
          <FindingLine key={findingKey(finding)} caseId={caseId} finding={finding} back="archive" />
        ))}
      </Group>
    </div>
  );
}

/** The answer is given here; what it is judged by is a button away. The next question takes the caret. */
function Answer({ caseId, questionId }: { caseId: string; questionId: string }) {
  const cache = useQueryClient();
  const place = useRef<HTMLDivElement>(null);
  const question = allQuestions.find(({ id }) => id === questionId);
  if (question === undefined) return null;
  const saved = async (): Promise<void> => {
    const line = place.current?.closest('li');
    const next = line?.nextElementSibling ?? line?.previousElementSibling;
    await cache.invalidateQueries({ queryKey: queries.archive.plan.key() });
    next?.querySelector<HTMLElement>('input')?.focus();
  };
  return (
    <div ref={place}>
      <AnswerForm caseId={caseId} question={question} answer={undefined} onSaved={saved} />
    </div>
  );
}

/** What a person has to judge and has not answered yet. */
const isQuestion = ({ questionId }: Finding): boolean => questionId !== undefined;

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className={css.lines}>{children}</ul>
    </section>
  );
}

function Reason({ checkId, value, onChange }: { checkId: string; value: string; onChange: (reason: string) => void }) {
  const id = useId();
  return (
    <div className={css.reason}>
      <label htmlFor={id}>不补正的理由（记入办理记录，法规科可查）</label>
      <input
        id={id}
        name={`reason-${checkId}`}
        autoComplete="off"
        maxLength={512}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
