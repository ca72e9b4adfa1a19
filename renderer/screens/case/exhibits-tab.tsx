import { useState } from 'react';
import type { Exhibit } from '../../../shared/case-file.ts';
import { isRecording } from '../../../shared/case-file.ts';
import { Camera } from '../../parts/uploads/camera.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { UploadList, useDroppedFiles } from '../../parts/uploads/upload.tsx';
import { useUploads } from '../../parts/uploads/uploads.ts';
import { firstDetails, missingDetails } from './exhibit-details.ts';
import { DescribeTogether } from './describe-together.tsx';
import { ExhibitDialog } from './exhibit-dialog.tsx';
import { ExhibitThumb } from './exhibit-thumb.tsx';
import { EvidenceStillWanted } from './evidence-wanted.tsx';
import css from './exhibits.module.css';
import { TakeOver } from './take-over.tsx';
import { useCalmCase } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';
import { useCaseRight } from './use-paper-rights.ts';

/**
 * The exhibits of the case: add by file, drop, paste or camera; look at them, describe them, withdraw them.
 * `hidden`: another tab is shown; dropped files are taken all the same.
 */
export function ExhibitsTab({ hidden }: { hidden: boolean }) {
  const { file } = useCalmCase();
  const { paperId, showTab, exhibitId, showExhibit } = useWorkspace();
  const [camera, setCamera] = useState(false);
  const paper = file.papers.find(({ id }) => id === paperId);
  const right = useCaseRight('evidence.begin');
  const reason = file.case.state === 'filed' ? '本案已经归档，不能再增加证据。' : right;
  const uploads = useUploads({
    owner: `case ${file.case.id}`,
    caseId: file.case.id,
    detailsOf: (added) => firstDetails(added, paper),
    onAdmitted: (exhibit) => showExhibit(exhibitId ?? exhibit.id),
  });
  const take = (files: readonly File[]): void => {
    showTab('exhibits');
    uploads.add(files);
  };
  const isDragging = useDroppedFiles(reason === null ? take : null);
  const inUse = file.exhibits.filter((exhibit) => exhibit.withdrawnReason === null);
  const withdrawn = file.exhibits.filter((exhibit) => exhibit.withdrawnReason !== null);
  const open = file.exhibits.find((exhibit) => exhibit.id === exhibitId);
  return (
    <>
      {isDragging && (
        <div className={css.drop} role="status">
          松开鼠标，收存为本案证据{paper === undefined ? '' : `（关联 ${paper.name}）`}
        </div>
      )}
      <div className={css.exhibits} hidden={hidden}>
        <AddExhibits reason={reason} onFiles={take} onCamera={() => setCamera(true)} exhibits={inUse} />
        <UploadList items={uploads.items} onDrop={uploads.drop} />
        {inUse.length === 0 && uploads.items.length === 0 && (
          <EmptyState
            title="还没有证据"
            why="书证、照片、录音录像要与文书对应收存；执法过程的音像记录应当关联到它记录的那份文书。"
            article={9}
          />
        )}
        <ExhibitGrid label="证据" exhibits={inUse} onOpen={showExhibit} />
        <EvidenceStillWanted />
        {withdrawn.length > 0 && (
          <details className={css.withdrawn}>
            <summary>已撤下的证据（{withdrawn.length}）</summary>
            <ExhibitGrid exhibits={withdrawn} onOpen={showExhibit} />
          </details>
        )}
      </div>
      {camera && (
        <Camera
          stillDevice={file.office.stillDevice}
          onClose={() => setCamera(false)}
          onPhoto={(photo) => take([photo])}
        />
      )}
      {open !== undefined && !camera && (
        <ExhibitDialog key={open.id} exhibit={open} onClose={() => showExhibit(null)} />
      )}
    </>
  );
}

function AddExhibits({
  reason,
  onFiles,
  onCamera,
  exhibits,
}: {
  reason: string | null;
  onFiles: (files: File[]) => void;
  onCamera: () => void;
  exhibits: readonly Exhibit[];
}) {
  const [together, setTogether] = useState(false);
  return (
    <div className={css.add}>
      <FileButton data-add-exhibit data-testid="add-files" reason={reason} onFiles={onFiles}>
        添加文件
      </FileButton>
      <ReasonButton data-testid="take-photo" reason={reason} onClick={onCamera}>
        拍照
      </ReasonButton>
      {exhibits.length > 1 && (
        <ReasonButton data-testid="describe-several" reason={reason} onClick={() => setTogether(true)}>
          一起说明
        </ReasonButton>
      )}
      {together && <DescribeTogether exhibits={exhibits} onClose={() => setTogether(false)} />}
      <TakeOver />
      <span className={css.hint}>也可以把文件拖到窗口里，或者粘贴图片</span>
    </div>
  );
}

function ExhibitGrid({
  label,
  exhibits,
  onOpen,
}: {
  label?: string;
  exhibits: readonly Exhibit[];
  onOpen: (exhibitId: string) => void;
}) {
  return (
    <ul className={css.grid} aria-label={label}>
      {exhibits.map((exhibit) => (
        <ExhibitCard key={exhibit.id} exhibit={exhibit} onOpen={() => onOpen(exhibit.id)} />
      ))}
    </ul>
  );
}

function ExhibitCard({ exhibit, onOpen }: { exhibit: Exhibit; onOpen: () => void }) {
  const { file } = useCalmCase();
  const paper = file.papers.find(({ id }) => id === exhibit.paperId);
  const missing = exhibit.withdrawnReason === null ? missingDetails(exhibit) : null;
  return (
    <li>
      <button type="button" className={css.card} data-testid="exhibit" data-exhibit={exhibit.id} onClick={onOpen}>
        <ExhibitThumb exhibit={exhibit} />
        <span className={css.title}>{exhibit.title}</span>
        <span className={css.meta}>
          {isRecording(exhibit) ? '音像' : exhibit.kind}
          {paper === undefined ? '　未关联文书' : `　${paper.name}`}
        </span>
        {missing !== null && <span className={css.lack}>{missing}</span>}
        {exhibit.withdrawnReason !== null && <span className={css.meta}>撤下：{exhibit.withdrawnReason}</span>}
      </button>
    </li>
  );
}
