import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FolderTicket } from '../../../../shared/contract/desktop.ts';
import { queries } from '../../../data/queries.ts';
import { useRight } from '../../../data/rights.ts';
import { TargetFolder } from '../../../parts/folders/target-folder.tsx';
import { RefusalNote } from '../../../parts/refusals/refusal-note.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import css from '../settings.module.css';
import { ButtonRow } from '../../../ui/button-row.tsx';

/** Writes the whole log as one text file into a folder that the person names. */
export function ExportFaults({ onClose }: { onClose: () => void }) {
  const [folder, setFolder] = useState<FolderTicket | null>(null);
  const write = useMutation(queries.supervision.exportFaults.mutationOptions());
  const reason = useRight('supervision.exportFaults') ?? (folder === null ? '请先定下存放的文件夹。' : null);
  return (
    <Dialog title="导出故障记录" onClose={onClose}>
      <div className={css.section}>
        <p>导出的文件没有加密，里面是编号、时间和程序里的位置，没有案件内容；导出会记入办理记录。</p>
        <TargetFolder title="选择存放故障记录的文件夹" folder={folder} onFolder={setFolder} />
        <RefusalNote error={write.error} onClose={write.reset} />
        <ButtonRow>
          <ReasonButton
            kind="primary"
            reason={reason}
            busy={write.isPending}
            onClick={() => folder !== null && write.mutate({ folderTicket: folder.ticket })}
            data-testid="write-faults"
          >
            导出
          </ReasonButton>
        </ButtonRow>
        {write.data !== undefined && (
          <p role="status" className={css.saved}>
            已导出 {write.data.entries} 条到：{write.data.file}
          </p>
        )}
      </div>
    </Dialog>
  );
}
