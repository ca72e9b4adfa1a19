import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import * as z from 'zod';
import type { CaseFile, Officer } from '../../../shared/case-file.ts';
import type { VolumePlan } from '../../../shared/contract/archive.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { DayText, PeriodTag } from '../../parts/days/day.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { useJobOfCase } from '../../parts/cases/job-of-case.ts';
import { useFormDraft } from '../../parts/drafts/form-draft-state.ts';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useOperator, useToday } from '../../data/session.ts';
import { useDefinitions } from '../../data/definitions.ts';
import { WizardSteps } from '../../ui/wizard-steps.tsx';
import { queries } from '../../data/queries.ts';
import css from './archive.module.css';
import { CatalogueStep } from './catalogue-step.tsx';
import { CheckStep } from './check-step.tsx';
import { FiledVolume } from './filed-volume.tsx';
import { FilingDraft, judged, newFiling, whyNotChecked, whyNotDescribed } from './filing-draft.ts';
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
  const volume = volumes.data?.at(-1);
  const error = opened.error ?? volumes.error ?? definitions.error ?? staff.error ?? plan.error;
  if (error !== null)
    return (
      <div className={css.screen}>
        <RefusalNote error={error} />
      </div>
    );
  if (file === undefined || volumes.data === undefined || definitions.data === undefined || staff.data === undefined)
    return null;
  const procedure = definitions.data.procedures.find((candidate) => candidate.id === file.case.procedure);
  if (volume !== undefined)
    return <FiledVolume file={file} volume={volume} ownMotion={procedure?.ownMotion ?? false} />;
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
  return plan.data === undefined ? null : <Wizard file={file} plan={plan.data} people={staff.data.people} />;
}

const LAST = 2;
const Step = z.int().min(0).max(LAST);

function Wizard({ file, plan, people }: { file: CaseFile; plan: VolumePlan; people: readonly Officer[] }) {
  const caseId = file.case.id;
  const operator = useOperator();
  const today = useToday();
  const [draft, setDraft, forget] = useFormDraft(`filing ${caseId}`, FilingDraft, () => newFiling(plan));
  const [reached, setAt, forgetStep] = useFormDraft(`filing step ${caseId}`, Step, () => 0);
  const job = useJobOfCase('volume', caseId);
  // Who comes back while the volume is made comes back to its progress.
  const index = job.jobId === null ? reached : LAST;
  const goTo = (step: number): void => {
    job.forget();
    setAt(step);
  };
  const stays = job.running ? '正在成卷，请稍候。' : null;
  const finish = (): void => {
    forget();
    forgetStep();
  };
  const found = judged(plan.findings);
  const notChecked = whyNotChecked(found, draft);
  const notReady = notChecked ?? whyNotDescribed(draft, operator.personId);
  // The catalogue may be looked at before all is put right; nothing is made before.
  const whyNotNext = index === 1 ? notReady : null;
  const next = (): void => setAt(index + 1);
  useKey('Ctrl+Enter', index < LAST && whyNotNext === null ? next : null, { hint: '下一步' });
  return (
    <div className={css.wizard} data-ready>
      <header className={css.head}>
        <h1>立卷归档</h1>
        <p>
          <strong>{partiesTitle(file.parties.map((party) => party.name))}</strong>　{file.case.causeName}　
          {file.case.number}
        </p>
        {plan.due !== null && (
          <p className={css.due}>
            结案后30日内归档（
            <ArticleLink article={35} />）<DayText value={plan.due} />　
            <PeriodTag period={filingPeriod(plan.due)} now={today} />
          </p>
        )}
      </header>
      <WizardSteps
        label="归档步骤"
        at={index}
        onGo={goTo}
        steps={[
          { name: '核对', reason: stays },
          { name: '卷内目录', reason: stays },
          { name: '成卷', reason: notReady },
        ]}
      />
      <div className={css.body}>
        {index === 0 && <CheckStep caseId={caseId} found={found} draft={draft} onChange={setDraft} />}
        {index === 1 && <CatalogueStep caseId={caseId} plan={plan} people={people} draft={draft} onChange={setDraft} />}
        {index === LAST && (
          <MakeStep caseId={caseId} plan={plan} people={people} draft={draft} found={found} job={job} onMade={finish} />
        )}
      </div>
      <footer className={css.foot}>
        <span>{[notChecked, notReady, null][index]}</span>
        {index > 0 && (
          <ReasonButton reason={stays} onClick={() => goTo(index - 1)}>
            上一步
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
