import { v7 as newId } from 'uuid';
import { notFound } from '../../platform/refusal-error.ts';
import { type ScanPage, UnreadableScan } from '../../platform/scans/scan-page.ts';
import type { ScanReader } from '../../platform/scans/scan-reader.ts';
import type { CameIn } from '../../platform/store/tables/papers.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { type FeatureContext, emitChanged, nowOf } from '../context.ts';
import type { Intakes } from '../evidence/intake.ts';
import { sealBytes } from '../../platform/vault/seal-bytes.ts';
import type { TrayFileRow } from './tray-rows.ts';

interface Tools {
  blobs: BlobStore;
  intakes: Intakes;
  scanReader: ScanReader;
}

export type TrayFiles = ReturnType<typeof createTrayFiles>;

/** Files into 收件. Their sheets are looked at in the background; files without that are the queue, which outlives lock and crash. */
export function createTrayFiles(context: FeatureContext, { blobs, intakes, scanReader }: Tools) {
  const reading = createReading(context, blobs, scanReader);

  const begin = (file: { fileName: string; bytes: number; mime: string }, how: CameIn) =>
    intakes.begin({ ...file, caseId: null, details: how });

  async function finish(intake: { intakeId: string; chunks: number }): Promise<{ fileId: string }> {
    const fileId = newId();
    await intakes.finish(intake, async ({ caseId, details, fileName, mime, bytes, sha256 }) => {
      if (caseId !== null || !('origin' in details)) throw notFound('intake');
      return async () => {
        const { personId, name } = context.operator;
        context.store.run(
          `insert into tray_file (id, "fileName", mime, bytes, sha256, origin, "changedAt", "receivedAt", "receivedBy", "receivedByName")
           values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          fileId,
          fileName,
          mime,
          bytes,
          sha256,
          details.origin,
          details.changedAt,
          nowOf(context),
          personId,
          name,
        );
        context.audit.append({ verb: '收件', what: fileName, subjectId: fileId, detail: { bytes, sha256 } });
      };
    });
    emitChanged(context, ['tray']);
    reading.catchUp();
    return { fileId };
  }

  return { begin, finish, cancel: intakes.cancel, catchUp: reading.catchUp, close: reading.close };
}

function createReading(context: FeatureContext, blobs: BlobStore, scanReader: ScanReader) {
  const { store } = context;
  const stopper = new AbortController();
  const isClosed = (): boolean => stopper.signal.aborted;
  let underWay: Promise<void> | null = null;

  /** Looks at what has come in since. */
  function catchUp(): void {
    if (isClosed() || underWay !== null) return;
    underWay = readAll()
      .catch((error: unknown) => void context.report(error, 'job', 'tray.read'))
      .finally(() => {
        underWay = null;
      });
  }

  async function readAll(): Promise<void> {
    const next = (): TrayFileRow | undefined =>
      store.get<TrayFileRow>('select * from tray_file where "readAt" is null order by "receivedAt" limit 1');
    for (let file = next(); file && !isClosed(); file = next()) {
      await readFile(file);
      emitChanged(context, ['tray']);
    }
  }

  async function readFile(file: TrayFileRow): Promise<void> {
    const sheets: { page: ScanPage; picture: string }[] = [];
    const unread: number[] = [];
    let fault: string | null = null;
    try {
      for await (const page of scanReader.read({ bytes: await blobs.read(file.sha256), mime: file.mime })) {
        if (isClosed()) return;
        if ('fault' in page) unread.push(page.index + 1);
        else sheets.push({ page, picture: await sealBytes(blobs, page.picture) });
      }
    } catch (error) {
      if (isClosed()) return;
      if (!(error instanceof UnreadableScan)) throw error;
      fault = error.why;
    }
    await store.unit.run(async () => {
      for (const sheet of sheets) insertSheet(context, file.id, sheet);
      store.run(
        'update tray_file set "readAt" = ?, fault = ?, "unreadPages" = ? where id = ?',
        nowOf(context),
        fault,
        JSON.stringify(unread),
        file.id,
      );
    });
  }

  async function close(): Promise<void> {
    stopper.abort();
    await scanReader.close();
    await underWay;
  }

  return { catchUp, close };
}

function insertSheet(
  { store }: FeatureContext,
  fileId: string,
  { page: { index, width, height, code, straightened }, picture }: { page: ScanPage; picture: string },
): void {
  store.run(
    `insert into tray_sheet (id, "fileId", seq, picture, width, height, "printId", page, straightened, state)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')`,
    newId(),
    fileId,
    index + 1,
    picture,
    width,
    height,
    code?.printId ?? null,
    code?.page ?? null,
    straightened ? 1 : 0,
  );
}
