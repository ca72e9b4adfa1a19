import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FolderTicket } from '../../../shared/contract/desktop.ts';
import { queries } from '../../data/queries.ts';
import { DayText } from '../../parts/days/day.tsx';
import { TargetFolder } from '../../parts/folders/target-folder.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import css from './tray.module.css';

/** The folder into which the scanner writes: what appears there is taken in by itself. */
export function ScanFolderDialog({ onClose }: { onClose: () => void }) {
  const [folder, setFolder] = useState<FolderTicket | null>(null);
  const named = useQuery(queries.tray.folder.queryOptions());
  const name = useMutation({ ...queries.tray.nameFolder.mutationOptions(), onSuccess: onClose });
  const drop = useMutation({ ...queries.tray.dropFolder.mutationOptions(), onSuccess: onClose });
  return (
    <Dialog title="扫描仪文件夹" onClose={onClose} width={640} data-testid="scan-folder-dialog">
      <div className={css.aside}>
        <p>
          把扫描仪设成存到一个固定的文件夹，在这里指定它：有人登录时，扫进去的文件会自己进收件。文件夹里的原文件不会改动，也不会删除，收进来以后请自行清空。
        </p>
        {named.data && (
          <Facts>
            <Fact term="现在用">{named.data.folder}</Fact>
            <Fact term="指定于">
              <DayText value={named.data.namedAt} />
            </Fact>
            <Fact term="现在">
              {named.data.isThere ? '打得开' : <strong className="harm">打不开，请检查扫描仪或者网络文件夹</strong>}
            </Fact>
          </Facts>
        )}
        <TargetFolder
          title="选择扫描仪存放文件的文件夹"
          label="扫描仪存到"
          help="图片（JPEG、PNG、TIFF）和 PDF 都收。"
          folder={folder}
          onFolder={setFolder}
        />
        <RefusalNote error={name.error ?? drop.error} />
        <ActBar>
          {named.data && (
            <ReasonButton busy={drop.isPending} onClick={() => drop.mutate(undefined)} data-testid="drop-scan-folder">
              停用
            </ReasonButton>
          )}
          <ReasonButton
            kind="primary"
            reason={folder === null ? '请先选好扫描仪的文件夹。' : null}
            busy={name.isPending}
            onClick={() => folder !== null && name.mutate({ folderTicket: folder.ticket })}
            data-testid="name-scan-folder"
          >
            就用这个文件夹
          </ReasonButton>
        </ActBar>
      </div>
    </Dialog>
  );
}
