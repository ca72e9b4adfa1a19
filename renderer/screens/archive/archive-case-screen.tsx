import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { CaseFile, Officer } from '../../../shared/case-file.ts';
import type { VolumePlan } from '../../../shared/contract/archive.ts';
import type { Template } from '../../../shared/template/template.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { DayText, PeriodTag } from '../../parts/days/day.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { CaseWizard } from '../../parts/cases/case-wizard.tsx';
import { useJobOfCase } from '../../parts/cases/job-of-case.ts';
import { useWizardProgress } from '../../parts/cases/use-wizard-progress.ts';
import { useFormDraft } from '../../parts/drafts/form-draft-state.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useOperator, useToday } from '../../data/session.ts';
import { useDefinitions } from '../../data/definitions.ts';
import { queries } from '../../data/queries.ts';
import css from './archive.module.css';
import { CatalogueStep } from './catalogue-step.tsx';
import { CheckStep } from './check-step.tsx';
import { FiledVolume } from './filed-volume.tsx';
import { byEffect, FilingDraft, newFiling, whyNotChecked, whyNotDescribed } from './filing-draft.ts';
import { filingPeriod } from './filing-period.ts';
import { MakeStep } from './make-step.tsx';

/** Filing of one case: the wizard while it waits, its dossier once it is filed. */
export function ArchiveCaseScreen() {
  const { caseId } = useParams({ from: '/archive/$caseId' });
  return <ArchiveCase key={caseId} caseId={caseId} />;
}

function ArchiveCase({ caseId }: { caseId: string }) {
  const navigate = useNavigate();
  const opened = useQuery({ ...queries.cases.open.queryOptions({ input: { caseId } }), staleTime: 0 });
  const volumes = useQuery(queries.archive.volumes.queryOptions({ input: { caseId } }));
  const definitions = useDefinitions();
  const staff = useQuery(queries.staff.list.queryOptions());
  const file = opened.data?.file;
  const closed = file?.case.state === 'closed';
  const plan = useQuery({
    ...queries.archive.plan.queryOptions({ input: { caseId } }),
    enabled: closed,
    staleTime: 0,
    gcTime: 0,
  });
  const volume = volumes.data?.find(({ supplementId }) => supplementId === null);
  const error = opened.error ?? volumes.error ?? definitions.error ?? staff.error ?? plan.error;
  if (error !== null)
    return (
      <div className={css.screen}>
        <RefusalNote error={error} />
      </div>
    );
  if (file === undefined || volumes.data === undefined || definitions.data === undefined || staff.data === undefined)
    return null;
  const procedure = definitions.data.procedures.find(({ id }) => id === file.case.procedure);
  if (volume !== undefined)
    return (
      <FiledVolume
        file={file}
        volumes={[volume, ...volumes.data.filter(({ id }) => id !== volume.id)]}
        people={staff.data.people}
        ownMotion={procedure?.ownMotion ?? false}
      />
    );
  if (!closed) {
    return (
      <div className={css.screen} data-ready>
        <EmptyState
          title="这件案子还没有结案。"
          why="结案审批表出具以后，才能立卷归档。"
          article={35}
          action={
            <ReasonButton
              kind="primary"
              onClick={() => void navigate({ to: '/cases/$id', params: { id: caseId }, search: {} })}
            >
              打开案件
            </ReasonButton>
          }
        />
      </div>
    );
  }
  return plan.data === undefined ? null : (
    <FilingWizard file={file} plan={plan.data} people={staff.data.people} templates={definitions.data.templates} />
  );
}

const LAST_STEP = 2;

interface FilingWizardProps {
  file: CaseFile;
  plan: VolumePlan;
  people: readonly Officer[];
  templates: readonly Template[];
}

function FilingWizard({ file, plan, people, templates }: FilingWizardProps) {
  const caseId = file.case.id;
  const operator = useOperator();
  const [draft, setDraft, forget] = useFormDraft(`filing ${caseId}`, FilingDraft, () => newFiling(plan));
  const job = useJobOfCase('volume', caseId);
  const progress = useWizardProgress({ key: `filing step ${caseId}`, lastStep: LAST_STEP, job });
  const { step } = progress;
  const busy = job.running ? '正在成卷，请稍候。' : null;
  const findings = byEffect(plan.findings);
  const notChecked = whyNotChecked(findings, draft);
  const notReady = notChecked ?? whyNotDescribed(draft, operator.personId);
  const finish = (): void => {
    forget();
    progress.forget();
  };
  return (
    <CaseWizard
      title="立卷归档"
      file={file}
      duty={plan.due === null ? null : <FilingDuty due={plan.due} />}
      label="归档步骤"
      steps={[
        { name: '核对', reason: busy },
        { name: '卷内目录', reason: busy },
        { name: '成卷', reason: notReady },
      ]}
      progress={progress}
      whyNotBack={busy}
      // The catalogue may be looked at before all is put right; nothing is made before.
      whyNotNext={step === 1 ? notReady : null}
      missing={[notChecked, notReady, null][step] ?? null}
      isReady
    >
      {step === 0 && (
        <CheckStep file={file} templates={templates} findings={findings} draft={draft} onChange={setDraft} />
      )}
      {step === 1 && <CatalogueStep caseId={caseId} plan={plan} people={people} draft={draft} onChange={setDraft} />}
      {step === LAST_STEP && (
        <MakeStep
          caseId={caseId}
          plan={plan}
          people={people}
          draft={draft}
          findings={findings}
          job={job}
          onMade={finish}
        />
      )}
    </CaseWizard>
  );
}

function FilingDuty({ due }: { due: string }) {
  const today = useToday();
  return (
    <>
      结案后30日内归档（
      <ArticleLink article={35} />）<DayText value={due} />
      {'　'}
      <PeriodTag period={filingPeriod(due)} now={today} />
    </>
  );
}
