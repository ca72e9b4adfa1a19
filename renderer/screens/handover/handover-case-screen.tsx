import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import * as z from 'zod';
import type { CaseFile } from '../../../shared/case-file.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { useJobOfCase } from '../../parts/cases/job-of-case.ts';
import { useFormDraft } from '../../parts/drafts/form-draft-state.ts';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useToday } from '../../data/session.ts';
import { useRight } from '../../data/rights.ts';
import { WizardSteps } from '../../ui/wizard-steps.tsx';
import { queries } from '../../data/queries.ts';
import { AnswerStep } from './answer-step.tsx';
import { chosenKeys, HandoverDraft, newHandover, whyNotAnswered, whyNotNoticed } from './handover-draft.ts';
import css from './handover.module.css';
import { ItemsStep } from './items-step.tsx';
import { NoticeStep } from './notice-step.tsx';
import { PackageStep } from './package-step.tsx';
import { useHandoverPlan } from './use-handover-plan.ts';

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
  return <Wizard key={caseId} file={opened.data.file} />;
}

const LAST = 3;
const Step = z.int().min(0).max(LAST);
/** `made` once the package is whole. */
type Work = 'none' | 'making' | 'made';
const WHY_IT_STAYS: Readonly<Record<Work, string | null>> = {
  none: null,
  making: '正在制作，请稍候。',
  made: '材料已经制作完成，内容固定，不能再改。',
};

function Wizard({ file }: { file: CaseFile }) {
  const caseId = file.case.id;
  const today = useToday();
  const [draft, setDraft, forget] = useFormDraft(`handover ${caseId}`, HandoverDraft, () =>
    newHandover(file.parties.map((party) => party.name)),
  );
  const [reached, setAt, forgetStep] = useFormDraft(`handover step ${caseId}`, Step, () => 0);
  const job = useJobOfCase('handover', caseId);
  const [made, setMade] = useState<string | null>(null);
  // Who comes back while the package is written comes back to its progress.
  const index = job.jobId === null && made === null ? reached : LAST;
  const goTo = (step: number): void => {
    job.forget();
    setAt(step);
  };
  const plan = useHandoverPlan(caseId, draft);
  const items = plan.data?.items ?? [];
  const keys = chosenKeys(items, draft.keys);
  const recipient = draft.recipient ?? plan.data?.recipients[0] ?? '';
  const answerName = plan.data?.answerName ?? '';
  const notNoticed = plan.error === null ? whyNotNoticed(draft, recipient, today) : '这件案子现在不能准备移送材料。';
  const notAnswered = notNoticed ?? whyNotAnswered(draft, answerName);
  const notChosen = notAnswered ?? (keys.length === 0 ? '请至少选一件材料。' : null);
  const whyNotNext = [notNoticed, notAnswered, notChosen, null][index] ?? null;
  const work: Work = made !== null ? 'made' : job.running ? 'making' : 'none';
  const navigate = useNavigate();
  const next = (): void => setAt(index + 1);
  const onMade = (handoverId: string): void => {
    setMade(handoverId);
    job.forget();
    forget();
    forgetStep();
  };
  const stays = WHY_IT_STAYS[work];
  useKey('Ctrl+Enter', index < LAST && whyNotNext === null ? next : null, { hint: '下一步' });
  return (
    <div className={css.wizard} data-ready={plan.isFetched || undefined}>
      <header className={css.wizardHead}>
        <h1>准备移送材料</h1>
        <p>
          <strong>{partiesTitle(file.parties.map((party) => party.name))}</strong>　{file.case.causeName}　
          {file.case.number}
        </p>
        <p className={css.due}>
          提供的材料要完整、未经改动（
          <ArticleLink article={41} />）
        </p>
      </header>
      <WizardSteps
        label="移送步骤"
        at={index}
        onGo={goTo}
        steps={[
          { name: '收到通知', reason: stays },
          { name: answerName === '' ? '答辩、答复' : answerName, reason: stays ?? notNoticed },
          { name: '证据和材料', reason: stays ?? notNoticed },
          { name: '制作和回执', reason: notChosen },
        ]}
      />
      <div className={css.body}>
        {index === 0 && (
          <NoticeStep draft={draft} plan={plan.data} recipient={recipient} error={plan.error} onChange={setDraft} />
        )}
        {index === 1 && <AnswerStep file={file} answerName={answerName} draft={draft} onChange={setDraft} />}
        {index === 2 && (
          <ItemsStep
            caseId={caseId}
            items={items}
            keys={keys}
            onChange={(chosen) => setDraft({ ...draft, keys: chosen })}
          />
        )}
        {index === LAST && (
          <PackageStep
            caseId={caseId}
            draft={draft}
            recipient={recipient}
            keys={keys}
            findings={plan.data?.findings ?? []}
            answerName={answerName}
            onChange={setDraft}
            job={job}
            made={made}
            onMade={onMade}
          />
        )}
      </div>
      <footer className={css.foot}>
        <span>{whyNotNext}</span>
        {index > 0 && work !== 'made' && (
          <ReasonButton reason={stays} onClick={() => goTo(index - 1)}>
            上一步
          </ReasonButton>
        )}
        {work === 'made' && (
          <ReasonButton onClick={() => void navigate({ to: '/handover' })} data-testid="handover-finished">
            回到移送记录
          </ReasonButton>
        )}
        {index < LAST && (
          <ReasonButton kind="primary" reason={whyNotNext} keyHint="Ctrl+Enter" onClick={next} data-testid="next-step">
            下一步
          </ReasonButton>
        )}
      </footer>
    </div>
  );
}
