import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Exhibit, ExhibitDetails } from '../../shared/case-file.ts';
import { intakeChunkBytes } from '../../shared/contract/evidence.ts';
import { api } from '../api.ts';
import { plainFetch } from './plain-fetch.ts';
import { ReasonButton } from './reason-button.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { FileChanged, sendSlices } from './upload-slices.ts';
import css from './upload.module.css';

export interface Upload {
  key: number;
  name: string;
  bytes: number;
  sent: number;
  /** Sealing is the time between the last byte and the answer of main. */
  state: 'waiting' | 'sending' | 'sealing' | 'failed';
  error: unknown;
}

interface Uploads {
  items: readonly Upload[];
  add: (files: readonly File[]) => void;
  /** Stops one that is under way, or puts a failed one away. */
  drop: (key: number) => void;
}

interface UploadOptions {
  caseId: string;
  /** What is known of a file before a person describes it. */
  detailsOf: (file: File) => ExhibitDetails;
  onAdmitted: (exhibit: Exhibit) => void;
}

/** Takes files into the case one after the other; a failed one stays on show until it is read. */
export function useUploads({ caseId, detailsOf, onAdmitted }: UploadOptions): Uploads {
  const [items, setItems] = useState<readonly Upload[]>([]);
  const stops = useRef(new Map<number, AbortController>());
  const queue = useRef<Promise<void>>(Promise.resolve());
  const counter = useRef(0);
  const change = (key: number, part: Partial<Upload>): void => setItems((now) => now.map((item) => (item.key === key ? { ...item, ...part } : item)));
  const remove = (key: number): void => setItems((now) => now.filter((item) => item.key !== key));
  const describe = useEffectEvent(detailsOf);
  const admitted = useEffectEvent(onAdmitted);

  async function upload(key: number, file: File, signal: AbortSignal): Promise<void> {
    try {
      signal.throwIfAborted();
      change(key, { state: 'sending' });
      const exhibit = await sendFile(caseId, file, describe(file), { signal, onProgress: (sent) => change(key, { sent, state: sent === file.size ? 'sealing' : 'sending' }) });
      remove(key);
      admitted(exhibit);
    } catch (error) {
      if (signal.aborted) remove(key);
      else change(key, { state: 'failed', error });
    } finally {
      stops.current.delete(key);
    }
  }

  const add = (files: readonly File[]): void => {
    for (const file of files) {
      const key = (counter.current += 1);
      const stop = new AbortController();
      stops.current.set(key, stop);
      setItems((now) => [...now, { key, name: file.name, bytes: file.size, sent: 0, state: 'waiting', error: null }]);
      queue.current = queue.current.then(() => upload(key, file, stop.signal));
    }
  };
  const drop = (key: number): void => {
    stops.current.get(key)?.abort();
    remove(key);
  };
  useEffect(() => () => stops.current.forEach((stop) => stop.abort()), []);
  return { items, add, drop };
}

interface SendOptions {
  signal: AbortSignal;
  onProgress: (bytes: number) => void;
}

async function sendFile(caseId: string, file: File, details: ExhibitDetails, { signal, onProgress }: SendOptions): Promise<Exhibit> {
  const { intakeId } = await api.evidence.begin({ caseId, fileName: file.name, bytes: file.size, mime: file.type, details });
  const chunks = await sendSlices(file, {
    // An ArrayBuffer, because other bodies do not arrive whole in the Electron window.
    send: async (seq, bytes) => void (await plainFetch(`/intake/${intakeId}/${seq}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: bytes })),
    cancel: async () => void (await api.evidence.cancel({ intakeId })),
  }, { sliceBytes: intakeChunkBytes, onProgress, signal });
  return api.evidence.finish({ intakeId, chunks });
}

const stateWords: Record<Upload['state'], string> = { waiting: '排队', sending: '正在收存', sealing: '正在加密并计算校验值', failed: '没有收存' };

/** Files on their way into the case, each with its progress and its stop. */
export function UploadList({ items, onDrop }: { items: readonly Upload[]; onDrop: (key: number) => void }) {
  return (
    <ul className={css.list} aria-label="正在收存的文件" aria-live="polite">
      {items.map((item) => (
        <li key={item.key}>
          {item.state === 'failed' ? <UploadFault item={item} onClose={() => onDrop(item.key)} /> : (
            <>
              <p className={css.head}><span>{item.name}</span><span>{stateWords[item.state]}　{megabytes(item.sent)} / {megabytes(item.bytes)}</span></p>
              <div className={css.line}>
                <progress value={item.sent} max={Math.max(1, item.bytes)} aria-label={item.name} />
                <ReasonButton kind="quiet" reason={item.state === 'sealing' ? '文件已收完，正在加密入库，不能再停。' : null} onClick={() => onDrop(item.key)}>停止</ReasonButton>
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
    <div role="alert" className="note" data-testid="refusal">
      <p className="note-happened">“{item.error.fileName}”在读取时被改动、移走或者存储设备被拔出，没有收存。</p>
      <p className="note-press">已收到的部分已作废。请确认设备接好、没有其他程序在用这个文件，再添加一次。</p>
      <p className="note-actions"><button type="button" className="button" onClick={onClose}>知道了</button></p>
    </div>
  );
}

export const megabytes = (bytes: number): string => (bytes >= 1024 ** 3 ? `${(bytes / 1024 ** 3).toFixed(2)} GB` : bytes >= 1024 ** 2 ? `${(bytes / 1024 ** 2).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`);

/** Files dropped anywhere on the window, and pictures pasted from the clipboard. Answers whether files are held over the window. */
export function useDroppedFiles(onFiles: ((files: File[]) => void) | null): boolean {
  const [over, setOver] = useState(false);
  const take = useEffectEvent((files: File[]) => {
    if (files.length > 0) onFiles?.(files);
  });
  const on = onFiles !== null;
  useEffect(() => {
    if (!on) return undefined;
    const events = new AbortController();
    const listen = <Kind extends keyof WindowEventMap>(kind: Kind, act: (event: WindowEventMap[Kind]) => void): void => window.addEventListener(kind, act, { signal: events.signal });
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
      take(pictures.map((file) => new File([file], `粘贴的图片.${file.type.split('/')[1] ?? 'png'}`, { type: file.type })));
    });
    return () => events.abort();
  }, [on]);
  return over;
}
