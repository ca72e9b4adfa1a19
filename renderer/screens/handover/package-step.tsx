import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FolderTicket } from '../../../shared/contract/desktop.ts';
import type { Finding } from '../../../shared/regulation/finding.ts';
import type { Job } from '../../../shared/contract/supervision.ts';
import { FindingLine, findingKey } from '../../parts/findings/finding-line.tsx';
import type { JobOfCase } from '../../parts/cases/job-of-case.ts';
import { JobProgress } from '../../parts/cases/job-progress.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { RadioRow } from '../../ui/choices.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import { HandoverDetail } from './handover-detail.tsx';
import type { HandoverDraft } from './handover-draft.ts';
import css from './handover.module.css';
import { TargetFolder } from '../../parts/folders/target-folder.tsx';

export interface PackageStepProps {
  caseId: string;
  draft: HandoverDraft;
  recipient: string;
  keys: readonly string[];
  findings: readonly Finding[];
  answerName: string;
  onChange: (draft: HandoverDraft) => void;
  job: JobOfCase;
  /** The hand-over whose package is whole; null before. */
  handoverId: string | null;
  onBuilt: (handoverId: string) => void;
}

const FORMS = [
  { value: 'folder', label: '文件夹' },
  { value: 'zip', label: '一个压缩包' },
] as const;

/** 制作: writes the package, reads it back and compares every file, keeps a duplicate; then the receipt. */
export function PackageStep(props: PackageStepProps) {
  const { caseId, draft, findings, onChange, job, handoverId, onBuilt } = props;
  const cache = useQueryClient();
  const proposed = useQuery({ ...queries.desktop.proposedFolder.queryOptions(), staleTime: Infinity });
  // Undefined until the person has another wish than the proposed folder.
  const [chosen, setChosen] = useState<FolderTicket | null | undefined>(undefined);
  const folder = chosen === undefined ? (proposed.data ?? null) : chosen;
  const make = useMutation({ ...queries.handover.make.mutationOptions(), onSuccess: ({ jobId }) => job.begun(jobId) });
  const reason = useWhyNotMade(props, folder);
  const begin = (): void => {
    if (folder !== null) make.mutate(packageOf(props, folder));
  };
  const onEnd = ({ state, resultId }: Job): void => {
    void cache.invalidateQueries({ queryKey: queries.handover.list.key() });
    if (state === 'done' && resultId !== null) onBuilt(resultId);
  };
  if (handoverId !== null) return <BuiltPackage handoverId={handoverId} />;
  return (
    <div className={css.make} data-pane>
      <Contents {...props} />
      {proposed.isFetched && <TargetFolder title="选择存放移送材料的文件夹" folder={folder} onFolder={setChosen} />}
      <RadioRow
        legend="形式"
        name="package-form"
        options={FORMS}
        value={draft.form}
        onChange={(form) => onChange({ ...draft, form })}
      />
      {job.jobId !== null && <JobProgress key={job.jobId} jobId={job.jobId} onEnd={onEnd} />}
      <RefusalNote error={make.error ?? proposed.error} onClose={make.reset} />
      <p>
        <ReasonButton kind="primary" reason={reason} busy={make.isPending} onClick={begin} data-testid="make-handover">
          制作并核验
        </ReasonButton>
      </p>
      {findings.length > 0 && <HandoverFindings caseId={caseId} findings={findings} />}
    </div>
  );
}

/** Why the package cannot be made now; null when it can. */
function useWhyNotMade({ job, keys }: PackageStepProps, folder: FolderTicket | null): string | null {
  const notMine = useRight('handover.make');
  if (notMine !== null) return notMine;
  if (job.running) return '正在制作，请稍候。';
  if (keys.length === 0) return '没有选中任何材料。';
  return folder === null ? '请按“用这个文件夹”，核对能不能写入。' : null;
}

/** What main is told to make. */
const packageOf = ({ caseId, draft, recipient, keys }: PackageStepProps, folder: FolderTicket) => ({
  caseId,
  kind: draft.kind,
  receivedAt: draft.receivedAt,
  simplified: draft.simplified,
  form: draft.form,
  keys: [...keys],
  folderTicket: folder.ticket,
  recipient: recipient.trim(),
  caseNo: draft.caseNo.trim(),
  opponents: namedOpponents(draft),
  answer: draft.answer.trim(),
  agent: draft.agent.trim(),
  leave: draft.leave,
});

const namedOpponents = ({ opponents }: HandoverDraft): string[] =>
  opponents.map((opponent) => opponent.trim()).filter((opponent) => opponent !== '');

function Contents({ recipient, draft, answerName, keys, findings }: PackageStepProps) {
  return (
    <Facts>
      <Fact term="提供给">
        {recipient}　{draft.caseNo}
      </Fact>
      <Fact term="材料">
        {answerName}、证据目录、证据卷（统一页码），原件 {keys.length} 件，校验清单
      </Fact>
      {findings.length > 0 && <Fact term="核查">有 {findings.length} 项提醒，见下方，先看清楚再制作</Fact>}
      <Fact term="份数">正本一份，副本 {namedOpponents(draft).length} 份（按对方当事人人数）</Fact>
    </Facts>
  );
}

function HandoverFindings({ caseId, findings }: { caseId: string; findings: readonly Finding[] }) {
  return (
    <section aria-label="移送前核查">
      <h2>移送前核查（{findings.length}项，不妨碍移送）</h2>
      <ul className={css.findings}>
        {findings.map((finding) => (
          <FindingLine key={findingKey(finding)} caseId={caseId} finding={finding} back="handover" />
        ))}
      </ul>
    </section>
  );
}

function BuiltPackage({ handoverId }: { handoverId: string }) {
  const handovers = useQuery(queries.handover.list.queryOptions({ input: {} }));
  const handover = handovers.data?.find(({ id }) => id === handoverId);
  return (
    <div className={css.done} data-pane data-testid="handover-made">
      <RefusalNote error={handovers.error} />
      {handover !== undefined && <HandoverDetail handover={handover} />}
    </div>
  );
}
