import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Officer } from '../../../shared/case-file.ts';
import type { VolumePlan } from '../../../shared/contract/archive.ts';
import type { Job } from '../../../shared/contract/supervision.ts';
import type { JobOfCase } from '../../parts/cases/job-of-case.ts';
import { JobProgress } from '../../parts/cases/job-progress.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import css from './archive.module.css';
import { overridesOf, type FilingDraft, type FilingFindings } from './filing-draft.ts';

export interface MakeStepProps {
  caseId: string;
  plan: VolumePlan;
  people: readonly Officer[];
  draft: FilingDraft;
  findings: FilingFindings;
  job: JobOfCase;
  /** The volume is made and kept. */
  onMade: () => void;
}

/** 正卷18件、副卷6件: how many things stand in each volume. */
function itemsWords({ rows }: VolumePlan): string {
  const inner = rows.filter(({ part }) => part === '副卷').length;
  return inner === 0 ? `${rows.length} 件` : `正卷 ${rows.length - inner} 件、副卷 ${inner} 件`;
}

/** 成卷: sets cover, catalogue, papers, exhibits and 备考表 into one PDF and seals it. */
export function MakeStep({ caseId, plan, people, draft, findings, job, onMade }: MakeStepProps) {
  const notMine = useRight('archive.make');
  const cache = useQueryClient();
  const make = useMutation({ ...queries.archive.make.mutationOptions(), onSuccess: ({ jobId }) => job.begun(jobId) });
  const overrides = overridesOf(findings, draft);
  const onEnd = ({ state }: Job): void => {
    if (state !== 'done') return;
    job.forget();
    onMade();
    void cache.invalidateQueries({ queryKey: queries.archive.key() });
  };
  const begin = (): void =>
    make.mutate({
      caseId,
      retention: draft.retention,
      archiveNo: draft.archiveNo.trim(),
      catalogNo: draft.catalogNo.trim(),
      volumeNo: draft.volumeNo.trim(),
      inspectorId: draft.inspectorId,
      situation: draft.situation.trim(),
      overrides,
      order: [...draft.order],
    });
  return (
    <div className={css.make} data-pane>
      <Facts>
        <Fact term="案卷题名">{plan.title}</Fact>
        <Fact term="归档号">{draft.archiveNo}</Fact>
        <Fact term="卷内文件">
          {itemsWords(plan)}，按{draft.order.length > 0 ? '您排定的' : '目录'}
          顺序装订，封面、卷内目录、备考表由程序编制，各卷页号从1起编
        </Fact>
        <Fact term="保管期限">{draft.retention}</Fact>
        <Fact term="检查人">{people.find(({ personId }) => personId === draft.inspectorId)?.name}</Fact>
        <Fact term="情况说明">{draft.situation}</Fact>
        {overrides.map(({ checkId, reason }) => (
          <Fact key={checkId} term="未补正理由">
            {reason}
          </Fact>
        ))}
      </Facts>
      <p className="second">成卷以后案件转为“已归档”，案卷加密保存，不能再改。</p>
      {job.jobId !== null && <JobProgress key={job.jobId} jobId={job.jobId} onEnd={onEnd} />}
      <RefusalNote error={make.error} onClose={make.reset} />
      <p>
        <ReasonButton
          kind="primary"
          reason={notMine ?? (job.running ? '正在成卷，请稍候。' : null)}
          busy={make.isPending}
          onClick={begin}
          data-testid="make-volume"
        >
          成卷归档
        </ReasonButton>
      </p>
    </div>
  );
}
