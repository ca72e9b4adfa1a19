import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FolderTicket } from '../../../shared/contract/desktop.ts';
import type { Finding } from '../../../shared/regulation/finding.ts';
import type { Job } from '../../../shared/contract/supervision.ts';
import { FindingLine, findingKey } from '../../parts/findings/finding-line.tsx';
import type { JobOfCase } from '../../parts/cases/job-of-case.ts';
import { JobProgress } from '../../parts/cases/job-progress.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import { HandoverDetail } from './handover-detail.tsx';
import type { HandoverDraft } from './handover-draft.ts';
import css from './handover.module.css';
import { TargetFolder } from './target-folder.tsx';

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
  made: string | null;
  onMade: (handoverId: string) => void;
}

const FORMS = [
  { form: 'folder', name: '文件夹' },
  { form: 'zip', name: '一个压缩包' },
] as const;

/** 制作: writes the package, reads it back and compares every file, keeps a duplicate; then the receipt. */
export function PackageStep(props: PackageStepProps) {
  const { caseId, draft, recipient, keys, findings, answerName, onChange, job, made, onMade } = props;
  const notMine = useRight('handover.make');
  const cache = useQueryClient();
  const proposed = useQuery({ ...queries.desktop.proposedFolder.queryOptions(), staleTime: Infinity });
  // Undefined until the person has another wish than the proposed folder.
  const [chosen, setChosen] = useState<FolderTicket | null | undefined>(undefined);
  const make = useMutation({ ...queries.handover.make.mutationOptions(), onSuccess: ({ jobId }) => job.begun(jobId) });
  const folder = chosen === undefined ? (proposed.data ?? null) : chosen;
  const reason =
    notMine ??
    (job.running
      ? '正在制作，请稍候。'
      : keys.length === 0
        ? '没有选中任何材料。'
        : folder === null
          ? '请按“用这个文件夹”，核对能不能写入。'
          : null);
  const onEnd = ({ state, resultId }: Job): void => {
    void cache.invalidateQueries({ queryKey: queries.handover.list.key() });
    if (state === 'done' && resultId !== null) onMade(resultId);
  };
  const begin = (): void => {
    if (folder === null) return;
    const { kind, receivedAt, simplified, form } = draft;
    const said = {
      recipient: recipient.trim(),
      caseNo: draft.caseNo.trim(),
      opponents: draft.opponents.map((opponent) => opponent.trim()).filter((text) => text !== ''),
      answer: draft.answer.trim(),
      agent: draft.agent.trim(),
    };
    make.mutate({ caseId, kind, receivedAt, simplified, form, keys: [...keys], folderTicket: folder.ticket, ...said });
  };
  if (made !== null) return <Made handoverId={made} />;
  return (
    <div className={css.make} data-pane>
      <dl className={css.facts}>
        <dt>提供给</dt>
        <dd>
          {recipient}　{draft.caseNo}
        </dd>
        <dt>材料</dt>
        <dd>
          {answerName}、证据目录、证据卷（统一页码），原件 {keys.length} 件，校验清单
        </dd>
        {findings.length > 0 && (
          <>
            <dt>核查</dt>
            <dd>有 {findings.length} 项提醒，见下方，先看清楚再制作</dd>
          </>
        )}
        <dt>份数</dt>
        <dd>
          正本一份，副本 {draft.opponents.filter((opponent) => opponent.trim() !== '').length} 份（按对方当事人人数）
        </dd>
      </dl>
      {proposed.isFetched && <TargetFolder folder={folder} onFolder={setChosen} />}
      <fieldset className="choice-row">
        <legend>形式</legend>
        {FORMS.map(({ form, name }) => (
          <label key={form} className="check">
            <input
              type="radio"
              name="package-form"
              checked={draft.form === form}
              onChange={() => onChange({ ...draft, form })}
            />
            {name}
          </label>
        ))}
      </fieldset>
      {job.jobId !== null && <JobProgress key={job.jobId} jobId={job.jobId} onEnd={onEnd} />}
      <RefusalNote error={make.error ?? proposed.error} onClose={make.reset} />
      <p>
        <ReasonButton kind="primary" reason={reason} busy={make.isPending} onClick={begin} data-testid="make-handover">
          制作并核验
        </ReasonButton>
      </p>
      {findings.length > 0 && (
        <section aria-label="移送前核查">
          <h2>移送前核查（{findings.length}项，不妨碍移送）</h2>
          <ul className={css.findings}>
            {findings.map((finding) => (
              <FindingLine key={findingKey(finding)} caseId={caseId} finding={finding} back="handover" />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Made({ handoverId }: { handoverId: string }) {
  const list = useQuery(queries.handover.list.queryOptions({ input: {} }));
  const made = list.data?.find((item) => item.id === handoverId);
  return (
    <div className={css.done} data-pane data-testid="handover-made">
      <RefusalNote error={list.error} />
      {made !== undefined && <HandoverDetail handover={made} />}
    </div>
  );
}
