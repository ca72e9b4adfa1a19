import { useEffect, useEffectEvent, useState } from 'react';
import { byteWords } from '../../../shared/byte-words.ts';
import { Progress } from '../../ui/progress.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import { FileChanged } from './upload-slices.ts';
import type { Upload } from './upload-store.ts';
import css from './upload.module.css';
import { Note } from '../../ui/note.tsx';

const stateWords: Record<Upload['state'], string> = {
  waiting: '排队',
  sending: '正在收存',
  sealing: '正在加密并计算校验值',
  failed: '没有收存',
};

/** Files on their way into the case, each with its progress and its stop. */
export function UploadList({ items, onDrop }: { items: readonly Upload[]; onDrop: (key: number) => void }) {
  return (
    <ul className={css.list} aria-label="正在收存的文件" aria-live="polite">
      {items.map((item) => (
        <li key={item.key}>
          {item.state === 'failed' ? (
            <UploadFault item={item} onClose={() => onDrop(item.key)} />
          ) : (
            <>
              <p className={css.head}>
                <span>{item.name}</span>
                <span>
                  {stateWords[item.state]}　{byteWords(item.sent)} / {byteWords(item.bytes)}
                </span>
              </p>
              <div className={css.line}>
                <Progress label={item.name} done={item.sent} of={item.bytes} />
                <ReasonButton
                  kind="quiet"
                  reason={item.state === 'sealing' ? '文件已收完，正在加密入库，不能再停。' : null}
                  onClick={() => onDrop(item.key)}
                >
                  停止
                </ReasonButton>
              </div>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function UploadFault({ item, onClose }: { item: Upload; onClose: () => void }) {
  if (!(item.error instanceof FileChanged)) return <RefusalNote error={item.error} onClose={onClose} />;
  return (
    <Note
      isAlert
      happened={`“${item.error.fileName}”在读取时被改动、移走或者存储设备被拔出，没有收存。`}
      actions={<ReasonButton onClick={onClose}>知道了</ReasonButton>}
      data-testid="refusal"
    >
      <p>已收到的部分已作废。请确认设备接好、没有其他程序在用这个文件，再添加一次。</p>
    </Note>
  );
}

/** Files dropped anywhere on the window, and pictures pasted from the clipboard. Answers whether files are held over the window. */
export function useDroppedFiles(onFiles: ((files: File[]) => void) | null): boolean {
  const [over, setOver] = useState(false);
  const take = useEffectEvent((files: File[]) => {
    if (files.length > 0) onFiles?.(files);
  });
  const enabled = onFiles !== null;
  useEffect(() => {
    if (!enabled) return undefined;
    const events = new AbortController();
    const listen = <Kind extends keyof WindowEventMap>(kind: Kind, act: (event: WindowEventMap[Kind]) => void): void =>
      window.addEventListener(kind, act, { signal: events.signal });
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    listen('dragover', (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    });
    listen('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    listen('drop', (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      take([...(event.dataTransfer?.files ?? [])]);
    });
    listen('paste', (event) => {
      const pictures = [...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith('image/'));
      if (pictures.length === 0) return;
      event.preventDefault();
      take(
        pictures.map((file) => new File([file], `粘贴的图片.${file.type.split('/')[1] ?? 'png'}`, { type: file.type })),
      );
    });
    return () => events.abort();
  }, [enabled]);
  return over;
}
