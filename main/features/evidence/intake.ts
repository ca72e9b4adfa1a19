import { v7 as newId } from 'uuid';
import type { Exhibit, ExhibitDetails } from '../../../shared/case-file.ts';
import { type FeatureContext, nowOf } from '../context.ts';
import { notFound, RefusalError } from '../../platform/refusal-error.ts';
import { requireAccess } from '../staff/access.ts';
import type { ExhibitRow, IntakeRow } from '../../platform/store/tables/papers.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import type { BlobStore, Intake } from '../../platform/vault/blob-store.ts';
import { headBytes, mimeOf, tailBytes } from './content.ts';
import type { ExhibitSm3 } from './exhibit-sm3.ts';
import type { Exhibits } from './exhibits.ts';
import { createIntakeRows } from './intake-rows.ts';
import { thumbnailOf } from './thumbnail.ts';

/** A file being taken in: `received` bytes so far, the next chunk's number, and both ends of it to tell its kind by. */
interface RunningIntake {
  row: IntakeRow;
  intake: Intake;
  received: number;
  nextSeq: number;
  head: Buffer;
  tail: Buffer;
  /** When its last bytes came, in milliseconds of the process. */
  heardAt: number;
}

/** Files that may be on their way at once: each holds a turn of the sealing thread, which has no more than 64 for everything. */
const mostAtOnce = 48;
/** A page that went away says nothing; the files it was sending are given up after this time when their turn is wanted. */
const abandonedAfterMs = 2 * 60_000;

export interface NewFile {
  caseId: string;
  fileName: string;
  bytes: number;
  mime: string;
  details: ExhibitDetails;
}
export interface IntakeTools {
  blobs: BlobStore;
  exhibits: Exhibits;
  exhibitSm3: ExhibitSm3;
}

export type Intakes = ReturnType<typeof createIntakes>;

/**
 * Taking files in: the bytes are sealed as they arrive, so no plaintext ever touches the disk. SHA-256 seals the file; its SM3
 * follows in the background.
 */
export function createIntakes(context: FeatureContext, { blobs, exhibits, exhibitSm3 }: IntakeTools) {
  const rows = createIntakeRows(context);
  const running = createRunningIntakes(rows);

  async function begin(file: NewFile): Promise<{ intakeId: string }> {
    requireAccess(context, file.caseId);
    exhibits.refuseClosed(file.caseId);
    exhibits.requireOwnLinks(file.caseId, file.details);
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

  async function finish({ intakeId, chunks }: { intakeId: string; chunks: number }): Promise<Exhibit> {
    const entry = running.find(intakeId);
    if (chunks !== entry.nextSeq || entry.received !== entry.row.bytes) await fail(entry, 'truncated');
    running.forget(entry);
    try {
      const row = await sealed(context, blobs, entry);
      const exhibit = await context.store.unit.run(() => rows.remove(intakeId).then(() => exhibits.admit(row)));
      exhibitSm3.catchUp();
      return exhibit;
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
  return { row, intake, received: 0, nextSeq: 0, head: none, tail: none, heardAt: performance.now() };
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
}

/** Seals what came, with its thumbnail; resolves with the row that makes it an exhibit. */
async function sealed(context: FeatureContext, blobs: BlobStore, entry: RunningIntake): Promise<ExhibitRow> {
  const { row, intake, head, tail } = entry;
  const mime = await mimeOf(row.fileName, row.mime, head, tail);
  const { bytes, sha256 } = await withVault(row.fileName, () => intake.finish());
  const picture = await thumbnailOf(row.fileName, mime, bytes, () => blobs.read(sha256));
  return {
    ...row.details,
    id: newId(),
    caseId: row.caseId,
    fileName: row.fileName,
    mime,
    bytes,
    sha256,
    sm3: null,
    importedAt: nowOf(context),
    importedBy: context.operator.name,
    thumbnail: picture === undefined ? null : await sealSmall(blobs, picture),
    damage: null,
    withdrawnReason: null,
  };
}

async function sealSmall(blobs: BlobStore, content: Uint8Array): Promise<string> {
  const intake = await blobs.openIntake({ expectedBytes: content.length });
  await intake.write(content);
  return (await intake.finish()).sha256;
}
