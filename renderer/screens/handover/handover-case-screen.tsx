import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseFile } from '../../../shared/case-file.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { CaseWizard } from '../../parts/cases/case-wizard.tsx';
import { useJobOfCase, type JobOfCase } from '../../parts/cases/job-of-case.ts';
import { useWizardProgress } from '../../parts/cases/use-wizard-progress.ts';
import { useFormDraft } from '../../parts/drafts/form-draft-state.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import { AnswerStep } from './answer-step.tsx';
import { HandoverDraft, newHandover } from './handover-draft.ts';
import css from './handover.module.css';
import { ItemsStep } from './items-step.tsx';
import { useNoticeScan } from './use-notice-scan.ts';
import { NoticeStep } from './notice-step.tsx';
import { PackageStep } from './package-step.tsx';
import { useChosenHandover, type ChosenHandover } from './use-chosen-handover.ts';

/** The hand-over of one case to a court or a reconsideration body, in four steps. */
export function HandoverCaseScreen() {
  const { caseId } = useParams({ from: '/handover/$caseId' });
  const mayNotPlan = useRight('handover.plan');
  const opened = useQuery({
    ...queries.cases.open.queryOptions({ input: { caseId } }),
    staleTime: 0,
    enabled: mayNotPlan === null,
  });
  if (mayNotPlan !== null)
    return (
      <div className={css.screen} data-ready>
        <EmptyState title="准备移送材料不在您的岗位之内。" why={mayNotPlan} article={41} />
      </div>
    );
  if (opened.data === undefined) return <RefusalNote error={opened.error} />;
  return <HandoverWizard key={caseId} file={opened.data.file} />;
}

const LAST_STEP = 3;

/** How far the package is; `done` once it is whole. */
type PackageState = 'notBegun' | 'building' | 'done';
const WHY_NOT_BACK: Readonly<Record<PackageState, string | null>> = {
  notBegun: null,
  building: '正在制作，请稍候。',
  done: '材料已经制作完成，内容固定，不能再改。',
};

function HandoverWizard({ file }: { file: CaseFile }) {
  const caseId = file.case.id;
  const [draft, setDraft, forget] = useFormDraft(`handover ${caseId}`, HandoverDraft, () => newHandover(file));
  const job = useJobOfCase('handover', caseId);
  const [handoverId, setHandoverId] = useState<string | null>(null);
  const progress = useWizardProgress({
    key: `handover step ${caseId}`,
    lastStep: LAST_STEP,
    job,
    isDone: handoverId !== null,
  });
  const chosen = useChosenHandover(caseId, draft);
  const { plan, answerName, missing } = chosen;
  const state: PackageState = handoverId !== null ? 'done' : job.running ? 'building' : 'notBegun';
  const whyNotBack = WHY_NOT_BACK[state];
  const whyNotNext = [missing.notice, missing.answer, missing.items, null][progress.step] ?? null;
  const finish = (id: string): void => {
    setHandoverId(id);
    job.forget();
    forget();
    progress.forget();
  };
  return (
    <CaseWizard
      title="准备移送材料"
      file={file}
      duty={<HandoverDuty />}
      label="移送步骤"
      steps={[
        { name: '收到通知', reason: whyNotBack },
        { name: answerName === '' ? '答辩、答复' : answerName, reason: whyNotBack ?? missing.notice },
        { name: '证据和材料', reason: whyNotBack ?? missing.notice },
        { name: '制作和回执', reason: missing.items },
      ]}
      progress={progress}
      whyNotBack={whyNotBack}
      whyNotNext={whyNotNext}
      missing={whyNotNext}
      isReady={plan.isFetched}
      leave={state === 'done' ? <BackToHandovers /> : undefined}
    >
      <HandoverStep
        file={file}
        draft={draft}
        chosen={chosen}
        step={progress.step}
        job={job}
        handoverId={handoverId}
        onChange={setDraft}
        onBuilt={finish}
      />
    </CaseWizard>
  );
}

function HandoverDuty() {
  return (
    <>
      提供的材料要完整、未经改动（
      <ArticleLink article={41} />）
    </>
  );
}

interface HandoverStepProps {
  file: CaseFile;
  draft: HandoverDraft;
  chosen: ChosenHandover;
  step: number;
  job: JobOfCase;
  /** The hand-over whose package is whole; null before. */
  handoverId: string | null;
  onChange: (draft: HandoverDraft) => void;
  onBuilt: (handoverId: string) => void;
}

/** The step in hand. */
function HandoverStep({ file, draft, chosen, step, job, handoverId, onChange, onBuilt }: HandoverStepProps) {
  const { plan, recipient, items, keys, answerName } = chosen;
  const caseId = file.case.id;
  const evidenceCaseId = plan.data?.evidenceCaseId ?? caseId;
  const scan = useNoticeScan(file, draft.kind);
  if (step === 0)
    return (
      <NoticeStep
        draft={draft}
        plan={plan.data}
        recipient={recipient}
        error={plan.error}
        scan={scan}
        onChange={onChange}
      />
    );
  if (step === 1)
    return (
      <AnswerStep
        file={file}
        decidedId={evidenceCaseId}
        answerName={answerName}
        draft={draft}
        scan={scan}
        onChange={onChange}
      />
    );
  if (step === 2)
    return <ItemsStep caseId={evidenceCaseId} items={items} keys={keys} draft={draft} onChange={onChange} />;
  return (
    <PackageStep
      caseId={caseId}
      draft={draft}
      recipient={recipient}
      keys={keys}
      findings={plan.data?.findings ?? []}
      answerName={answerName}
      onChange={onChange}
      job={job}
      handoverId={handoverId}
      onBuilt={onBuilt}
    />
  );
}

function BackToHandovers() {
  const navigate = useNavigate();
  return (
    <ReasonButton onClick={() => void navigate({ to: '/handover' })} data-testid="handover-finished">
      回到移送记录
    </ReasonButton>
  );
}
