import { useQueryClient } from '@tanstack/react-query';
import { seenLine } from '../../../shared/typed-text.ts';
import { typedInto } from '../../ui/typed-into.ts';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { CaseFile } from '../../../shared/case-file.ts';
import type { Finding } from '../../../shared/regulation/finding.ts';
import type { Template } from '../../../shared/template/template.ts';
import { FindingLine, findingKey, useGoToFinding } from '../../parts/findings/finding-line.tsx';
import { RecordPreview } from '../../parts/records/record-preview.tsx';
import { AnswerForm } from '../../parts/review/answer-form.tsx';
import { useWhyNotMine } from '../../parts/review/use-why-not-mine.ts';
import { questions as allQuestions, type Question } from '../../../shared/regulation/questions.ts';
import { queries } from '../../data/queries.ts';
import { useKey } from '../../ui/keys.ts';
import { useSettled } from '../../ui/use-settled.ts';
import css from './archive.module.css';
import { hasReason, mustBeAnswered, type FilingDraft, type FilingFindings } from './filing-draft.ts';
import { judgedBy } from './judged-by.ts';

export interface CheckStepProps {
  file: CaseFile;
  templates: readonly Template[];
  findings: FilingFindings;
  draft: FilingDraft;
  onChange: (draft: FilingDraft) => void;
}

const SETTLE_MS = 150;

/** 核对: what stands in the way of filing, with the paper it is about beside it, and reasons for what stays. */
export function CheckStep(props: CheckStepProps) {
  const { file, templates, findings, draft } = props;
  const { vetoes, errs, questions, reminders } = findings;
  const go = useGoToFinding(file.case.id, 'archive');
  const all = [...vetoes, ...errs, ...questions, ...reminders];
  const firstOpen = [...vetoes, ...[...errs, ...questions].filter(({ checkId }) => !hasReason(draft, checkId))][0];
  useKey('F2', firstOpen === undefined ? null : () => go(firstOpen), { hint: '去第一处' });
  const [inHand, setInHand] = useState<string | null>(null);
  const looked = all.find((finding) => findingKey(finding) === inHand) ?? all[0];
  const settled = useSettled(looked, SETTLE_MS);
  if (looked === undefined)
    return (
      <div className={css.groups} data-pane>
        <Ready />
      </div>
    );
  const shown = settled === undefined ? null : judgedBy(settled, file, templates);
  return (
    <div className={css.split}>
      <div className={css.groups} data-pane>
        {vetoes.length + errs.length === 0 && <Ready />}
        <Groups {...props} looked={looked} onHand={setInHand} />
      </div>
      {shown === null ? (
        <p className={css.nothingToShow}>这一项没有对应的文书，要对照纸质卷核对。</p>
      ) : (
        <RecordPreview caseId={file.case.id} {...shown} />
      )}
    </div>
  );
}

const Ready = () => <p className={css.ready}>文书、签名、送达、音像都已核对，没有挡住归档的问题。</p>;

interface GroupsProps extends CheckStepProps {
  looked: Finding;
  onHand: (key: string) => void;
}

function Groups({ file, findings, draft, onChange, looked, onHand }: GroupsProps) {
  const { vetoes, errs, questions, reminders } = findings;
  const setReason = (checkId: string, reason: string): void =>
    onChange({ ...draft, reasons: { ...draft.reasons, [checkId]: reason } });
  // A reason is given once for each check, at its first finding.
  const askingReason = new Set(
    errs.filter((err, index) => errs.findIndex((other) => other.checkId === err.checkId) === index),
  );
  const reasonFor = (checkId: string, label: string) => (
    <Reason
      checkId={checkId}
      label={label}
      value={draft.reasons[checkId] ?? ''}
      onChange={(reason) => setReason(checkId, reason)}
    />
  );
  const line = (finding: Finding, extra?: ReactNode) => (
    <FindingLine
      key={findingKey(finding)}
      caseId={file.case.id}
      finding={finding}
      back="archive"
      isInHand={finding === looked}
      onHand={() => onHand(findingKey(finding))}
    >
      {extra}
    </FindingLine>
  );
  return (
    <>
      <Group title={`必须补正（${vetoes.length}项）`} count={vetoes.length}>
        {vetoes.map((finding) => line(finding))}
      </Group>
      <Group title={`须补正，或者写明理由（${errs.length}项）`} count={errs.length}>
        {errs.map((finding) =>
          line(finding, askingReason.has(finding) ? reasonFor(finding.checkId, NOT_MENDED) : undefined),
        )}
      </Group>
      <Group title={questionsTitle(questions)} count={questions.length}>
        {questions.map((finding) =>
          line(
            finding,
            <Answer
              caseId={file.case.id}
              questionId={finding.questionId ?? ''}
              without={mustBeAnswered(finding) ? reasonFor(finding.checkId, NOT_ANSWERED) : null}
            />,
          ),
        )}
      </Group>
      <Group title={`提醒（${reminders.length}项，不影响归档）`} count={reminders.length}>
        {reminders.map((finding) => line(finding))}
      </Group>
    </>
  );
}

/** How many must be answered before filing, and how many need not. */
function questionsTitle(questions: readonly Finding[]): string {
  const must = questions.filter(mustBeAnswered).length;
  const may = questions.length - must;
  const words = [must > 0 ? `${must}个归档前请回答` : '', may > 0 ? `${may}个可以不答` : ''].filter(
    (part) => part !== '',
  );
  return `需要人判断的问题（${words.join('，')}）`;
}

const NOT_MENDED = '不补正的理由（记入办理记录，法规科可查）';
const NOT_ANSWERED = '等不到回答，先归档的理由（记入办理记录，法规科可查）';

interface AnswerProps {
  caseId: string;
  questionId: string;
  /** Where somebody else has to judge: the reason to file without their answer. */
  without: ReactNode;
}

function Answer({ questionId, ...props }: AnswerProps) {
  const question = allQuestions.find(({ id }) => id === questionId);
  return question === undefined ? null : <AnswerTo question={question} {...props} />;
}

/** Who may judge answers here, and the next question takes the caret; others read whose it is. */
function AnswerTo({ caseId, question, without }: Omit<AnswerProps, 'questionId'> & { question: Question }) {
  const cache = useQueryClient();
  const place = useRef<HTMLDivElement>(null);
  const notMine = useWhyNotMine(question);
  if (notMine !== null)
    return (
      <>
        <p className="second">{notMine}</p>
        {without}
      </>
    );
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

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className={css.lines}>{children}</ul>
    </section>
  );
}

interface ReasonProps {
  checkId: string;
  label: string;
  value: string;
  onChange: (reason: string) => void;
}

function Reason({ checkId, label, value, onChange }: ReasonProps) {
  const id = useId();
  return (
    <div className={css.reason}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={`reason-${checkId}`}
        autoComplete="off"
        maxLength={512}
        value={value}
        {...typedInto(seenLine, onChange)}
      />
    </div>
  );
}
