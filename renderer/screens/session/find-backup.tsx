import { useState } from 'react';
import type { Snapshot } from '../../../shared/contract/backup.ts';
import { api } from '../../data/api.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { FieldAndButton } from '../../ui/form-grid.tsx';
import { isComposing } from '../../ui/keys.ts';
import { Labelled } from '../../ui/labelled.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';

interface FindBackupProps {
  canChooseFolder: boolean;
  folder: string;
  onFolder: (folder: string) => void;
  onFound: (snapshots: readonly Snapshot[] | null) => void;
}

/** Nobody is logged in, so the folder is named by the person at the machine, in the dialog of the window or by its full place. */
export function FindBackup({ canChooseFolder, folder, onFolder, onFound }: FindBackupProps) {
  const [error, setError] = useState<unknown>(null);
  const find = async (place: string): Promise<void> => {
    setError(null);
    try {
      onFound(await api.restore.find({ folder: place }));
    } catch (fault) {
      onFound(null);
      setError(fault);
    }
  };
  const choose = async (): Promise<void> => {
    const { folder: place } = await api.restore.chooseFolder();
    if (place === null) return;
    onFolder(place);
    await find(place);
  };
  return (
    <>
      <Labelled label="备份所在的文件夹" required width="full" help="做备份时选的那个文件夹，填写完整位置。">
        {(control) => (
          <FieldAndButton>
            <input
              {...control}
              name="backup-folder"
              autoComplete="off"
              spellCheck={false}
              maxLength={1024}
              autoFocus
              value={folder}
              onChange={(event) => {
                onFolder(event.target.value);
                onFound(null);
              }}
              onKeyDown={(event) =>
                event.key === 'Enter' &&
                !isComposing(event.nativeEvent) &&
                folder.trim() !== '' &&
                void find(folder.trim())
              }
            />
            {canChooseFolder && <ReasonButton onClick={() => void choose()}>选择文件夹</ReasonButton>}
            <ReasonButton
              reason={folder.trim() === '' ? '请先填写文件夹的完整位置。' : null}
              onClick={() => void find(folder.trim())}
              data-testid="find-backup"
            >
              查找备份
            </ReasonButton>
          </FieldAndButton>
        )}
      </Labelled>
      <RefusalNote error={error} />
    </>
  );
}
