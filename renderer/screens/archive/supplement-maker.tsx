import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type CaseFile, ExhibitDetails, type Officer } from '../../../shared/case-file.ts';
import type { Supplement } from '../../../shared/contract/archive.ts';
import type { Job } from '../../../shared/contract/supervision.ts';
import { queries } from '../../data/queries.ts';
import { useRight } from '../../data/rights.ts';
import { useOperator } from '../../data/session.ts';
import { useJobOfCase } from '../../parts/cases/job-of-case.ts';
import { JobProgress } from '../../parts/cases/job-progress.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { UploadList } from '../../parts/uploads/upload.tsx';
import { useUploads } from '../../parts/uploads/uploads.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { SelectField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import css from './archive.module.css';

interface SupplementMakerProps {
  file: CaseFile;
  people: readonly Officer[];
  supplement: Supplement;
}

const titleOf = (name: string): string => name.replace(/\.[^.]+$/, '').slice(0, 128) || name;

/** The material of a supplement that was agreed to, taken in file by file, and its volume. */
export function SupplementMaker({ file, people, supplement }: SupplementMakerProps) {
  const refresh = useRefresh();
  const mayNotAdd = useRight('evidence.begin');
  const uploads = useUploads({
    owner: `supplement ${supplement.id}`,
    caseId: file.case.id,
    detailsOf: ({ name }) => ExhibitDetails.parse({ title: titleOf(name), kind: '书证' }),
    onAdmitted: refresh,
  });
  const taken = file.exhibits.filter(
    ({ supplementId, withdrawnReason }) => supplementId === supplement.id && withdrawnReason === null,
  );
  return (
    <div className={css.supplement}>
      <FileButton data-testid="add-to-supplement" reason={mayNotAdd} onFiles={uploads.add}>
        添加文件
      </FileButton>
      <UploadList items={uploads.items} onDrop={uploads.drop} />
      {taken.length > 0 && (
        <ol aria-label="补卷的材料">
          {taken.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ol>
      )}
      <Making caseId={file.case.id} people={people} supplementId={supplement.id} count={taken.length} />
    </div>
  );
}

/** What the page knows of the case and its volumes is asked again. */
function useRefresh(): () => void {
  const cache = useQueryClient();
  return () => {
    void cache.invalidateQueries({ queryKey: queries.archive.key() });
    void cache.invalidateQueries({ queryKey: queries.cases.open.key() });
  };
}

interface MakingProps {
  caseId: string;
  people: readonly Officer[];
  supplementId: string;
  /** How many files it holds. */
  count: number;
}

/** 检查人 and 补卷成卷. */
function Making({ caseId, people, supplementId, count }: MakingProps) {
  const refresh = useRefresh();
  const operator = useOperator();
  const mayNotMake = useRight('archive.makeSupplement');
  const [inspectorId, setInspectorId] = useState('');
  const job = useJobOfCase('volume', caseId);
  const make = useMutation({
    ...queries.archive.makeSupplement.mutationOptions(),
    onSuccess: ({ jobId }) => job.begun(jobId),
  });
  const onEnd = ({ state }: Job): void => {
    if (state === 'done') job.forget();
    refresh();
  };
  const inspectors = people.filter(({ active, personId }) => active && personId !== operator.personId);
  return (
    <>
      <SelectField
        label="检查人"
        required
        width="full"
        name="supplement-inspector"
        options={[
          { value: '', label: '请选择', disabled: true },
          ...inspectors.map(({ personId, name }) => ({ value: personId, label: name })),
        ]}
        value={inspectorId}
        onChange={setInspectorId}
      />
      {job.jobId !== null && <JobProgress key={job.jobId} jobId={job.jobId} onEnd={onEnd} />}
      <RefusalNote error={make.error} onClose={make.reset} />
      <ReasonButton
        kind="primary"
        data-testid="make-supplement"
        reason={mayNotMake ?? whyNotMade(count, inspectorId, job.running)}
        busy={make.isPending}
        onClick={() => make.mutate({ supplementId, inspectorId, situation: '' })}
      >
        补卷成卷
      </ReasonButton>
    </>
  );
}

function whyNotMade(count: number, inspectorId: string, isRunning: boolean): string | null {
  if (count === 0) return '请先添加补卷的文件。';
  if (inspectorId === '') return '请选定检查人。';
  return isRunning ? '正在成卷，请稍候。' : null;
}
