import { v7 as newId } from 'uuid';
import { type WholeFile, wholeFile } from '../../../shared/file-content/whole-file.ts';
import { type FeatureContext, nowOf } from '../context.ts';
import { notFound, RefusalError } from '../../platform/refusal-error.ts';
import type { IntakeRow } from '../../platform/store/tables/papers.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import type { BlobStore, Intake } from '../../platform/vault/blob-store.ts';
import { headBytes, mimeOf, tailBytes } from './content.ts';
import { createIntakeRows } from './intake-rows.ts';

/** A file being taken in: `received` bytes so far, the next chunk's number, and what its kind is told by. */
interface RunningIntake {
  row: IntakeRow;
  intake: Intake;
  received: number;
  nextSeq: number;
  head: Buffer;
  tail: Buffer;
  whole: WholeFile;
  /** When its last bytes came, in milliseconds of the process. */
  heardAt: number;
}

/** Files that may be on their way at once: each holds a turn of the sealing thread, which has no more than 64 for everything. */
const mostAtOnce = 48;
/** A page that went away says nothing; the files it was sending are given up after this time when their turn is wanted. */
const abandonedAfterMs = 2 * 60_000;

export type NewFile = Pick<IntakeRow, 'caseId' | 'fileName' | 'bytes' | 'mime' | 'details'>;

/** A file whose bytes are all there and sealed. */
export interface SealedFile extends Pick<IntakeRow, 'caseId' | 'fileName' | 'details'> {
  mime: string;
  bytes: number;
  sha256: string;
}

export type Intakes = ReturnType<typeof createIntakes>;

/**
 * Taking files in, into a case or into 收件: the bytes are sealed as they arrive, so no plaintext ever touches the disk. SHA-256 seals the
 * file.
 */
export function createIntakes(context: FeatureContext, blobs: BlobStore) {
  const rows = createIntakeRows(context);
  const running = createRunningIntakes(rows);

  async function begin(file: NewFile): Promise<{ intakeId: string }> {
    await running.makeRoom();
    const entry = await opened(context, blobs, file);
    await rows.add(entry.row);
    running.add(entry);
    return { intakeId: entry.row.id };
  }

  /** Takes chunk `seq` (from 0, in order); resolves when it is on its way to the disk. */
  async function write(intakeId: string, seq: number, chunk: Uint8Array): Promise<void> {
    const entry = running.find(intakeId);
    noteChunk(entry, seq, chunk);
    if (entry.received > entry.row.bytes) await fail(entry, 'changed');
    await withVault(entry.row.fileName, () => entry.intake.write(chunk)).catch(async (error: unknown) => {
      await running.drop(entry);
      throw error;
    });
  }

  async function fail(entry: RunningIntake, why: 'changed' | 'truncated'): Promise<never> {
    await running.drop(entry);
    throw new RefusalError({ code: 'file', name: entry.row.fileName, why, limit: entry.row.bytes });
  }

  /** Seals what came; what `admit` makes of it and the end of the intake are one act. */
  async function finish<Admitted>(
    { intakeId, chunks }: { intakeId: string; chunks: number },
    admit: (file: SealedFile) => Promise<() => Promise<Admitted>>,
  ): Promise<Admitted> {
    const entry = running.find(intakeId);
    if (chunks !== entry.nextSeq || entry.received !== entry.row.bytes) await fail(entry, 'truncated');
    running.forget(entry);
    try {
      const admitted = await admit(await sealed(entry));
      return await context.store.unit.run(() => rows.remove(intakeId).then(admitted));
    } catch (error) {
      await running.drop(entry);
      throw error;
    }
  }

  async function cancel(intakeId: string): Promise<{ done: true }> {
    await running.drop(running.find(intakeId));
    return { done: true };
  }

  return { begin, write, finish, cancel, close: running.close, nameInterrupted: rows.nameInterrupted };
}

/** The files on their way, by the id of their intake. */
function createRunningIntakes(rows: ReturnType<typeof createIntakeRows>) {
  const running = new Map<string, RunningIntake>();

  async function drop(entry: RunningIntake): Promise<void> {
    running.delete(entry.row.id);
    await entry.intake.abort();
    await rows.remove(entry.row.id);
  }

  return {
    add: (entry: RunningIntake): void => void running.set(entry.row.id, entry),
    find: (intakeId: string): RunningIntake => {
      const entry = running.get(intakeId);
      if (!entry) throw notFound('intake');
      return entry;
    },
    forget: ({ row }: RunningIntake): void => void running.delete(row.id),
    drop,
    /** Gives up what nobody sends any more; refuses where as many files as can be are really on their way. */
    makeRoom: async (): Promise<void> => {
      if (running.size < mostAtOnce) return;
      const now = performance.now();
      for (const entry of running.values()) if (now - entry.heardAt > abandonedAfterMs) await drop(entry);
      if (running.size >= mostAtOnce) throw new RefusalError({ code: 'busy', what: '收录文件' });
    },
    close: async (): Promise<void> => {
      for (const entry of running.values()) await entry.intake.abort();
      running.clear();
    },
  };
}

async function opened(context: FeatureContext, blobs: BlobStore, file: NewFile): Promise<RunningIntake> {
  if (file.bytes === 0) throw new RefusalError({ code: 'file', name: file.fileName, why: 'empty', limit: null });
  const intake = await withVault(file.fileName, () => blobs.openIntake({ expectedBytes: file.bytes }));
  const row = { ...file, id: newId(), startedAt: nowOf(context), startedBy: context.operator.personId };
  const none = Buffer.alloc(0);
  return {
    row,
    intake,
    received: 0,
    nextSeq: 0,
    head: none,
    tail: none,
    whole: wholeFile(),
    heardAt: performance.now(),
  };
}

function noteChunk(entry: RunningIntake, seq: number, chunk: Uint8Array): void {
  if (seq !== entry.nextSeq)
    throw new RefusalError({ code: 'file', name: entry.row.fileName, why: 'incomplete', limit: null });
  entry.heardAt = performance.now();
  entry.nextSeq += 1;
  entry.received += chunk.length;
  if (entry.head.length < headBytes)
    entry.head = Buffer.concat([entry.head, chunk.subarray(0, headBytes - entry.head.length)]);
  entry.tail = Buffer.concat([entry.tail, chunk.subarray(-tailBytes)]).subarray(-tailBytes);
  entry.whole.read(chunk);
}

async function sealed({ row, intake, head, tail, whole }: RunningIntake): Promise<SealedFile> {
  const mime = await mimeOf(row.fileName, row.mime, { head, tail, lacksEnd: whole.lacksEnd() });
  const { bytes, sha256 } = await withVault(row.fileName, () => intake.finish());
  return { caseId: row.caseId, fileName: row.fileName, details: row.details, mime, bytes, sha256 };
}
