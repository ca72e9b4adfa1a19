import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FolderTicket } from '../../../shared/contract/desktop.ts';
import { TargetFolder } from '../../parts/folders/target-folder.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import css from './dialogs.module.css';

interface SaveAsPdfProps {
  /** Why there is nothing to save yet; null when there is. */
  reason: string | null;
  save: (folderTicket: string) => Promise<{ folder: string; files: string[] }>;
  onDone: () => void;
}

/** 另存为 PDF: outside the profile nothing is encrypted, and that is said. */
export function SaveAsPdf({ reason, save, onDone }: SaveAsPdfProps) {
  const [folder, setFolder] = useState<FolderTicket | null>(null);
  const saving = useMutation({
    mutationFn: save,
    onSuccess: ({ files, folder: where }) => {
      sayDone(`${files.length}个 PDF 已存到 ${where}`);
      onDone();
    },
  });
  return (
    <section aria-label="另存为 PDF" className={css.issue}>
      <p className="second">存出去的 PDF 不加密，用完请自行删除。</p>
      <TargetFolder title="PDF 存放到" folder={folder} onFolder={setFolder} />
      <RefusalNote error={saving.error} onClose={saving.reset} />
      <ReasonButton
        reason={folder === null ? '请先选定文件夹。' : reason}
        busy={saving.isPending}
        onClick={() => folder !== null && saving.mutate(folder.ticket)}
        data-testid="confirm-save-pdfs"
      >
        存到这里
      </ReasonButton>
    </section>
  );
}
