import { v7 as newId } from 'uuid';
import type { Exhibit, ExhibitDetails } from '../../../shared/case-file.ts';
import { type FeatureContext, nowOf } from '../context.ts';
import { notFound, RefusalError } from '../../platform/refusal-error.ts';
import { requireAccess } from '../staff/access.ts';
import { type IntakeRow, intakeTable } from '../../platform/store/tables/papers.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import type { BlobStore, Intake } from '../../platform/vault/blob-store.ts';
import { headBytes, mimeOf, tailBytes } from './content.ts';
import type { Exhibits } from './exhibits.ts';
import { thumbnailOf } from './thumbnail.ts';

interface Running {
  row: IntakeRow;
  intake: Intake;
  received: number;
  nextSeq: number;
  head: Buffer;
  tail: Buffer;
  work: Promise<unknown>;
}
export interface NewFile {
  caseId: string;
  fileName: string;
  bytes: number;
  mime: string;
  details: ExhibitDetails;
}

export type Intakes = ReturnType<typeof createIntakes>;

/**
 * Taking files in: the bytes are sealed as they arrive, so no plaintext ever touches the disk. The row of an intake is
 * written first; what is left of it after a crash is named at the next start.
 */
export function createIntakes(context: FeatureContext, blobs: BlobStore, exhibits: Exhibits) {
  const running = new Map<string, Running>();
  const { store } = context;

  async function begin({ caseId, fileName, bytes, mime, details }: NewFile): Promise<{ intakeId: string }> {
    requireAccess(context, caseId);
    exhibits.refuseClosed(caseId);
    exhibits.requireOwnLinks(caseId, details);
    if (bytes === 0) throw new RefusalError({ code: 'file', name: fileName, why: 'empty', limit: null });
    const intake = await withVault(fileName, () => blobs.openIntake({ expectedBytes: bytes }));
    const row: IntakeRow = {
      id: newId(),
      caseId,
      fileName,
      bytes,
      mime,
      details,
      startedAt: nowOf(context),
      startedBy: context.operator.personId,
    };
    await store.unit.run(async (tx) => {
      await tx.insert(intakeTable, row);
    });
    running.set(row.id, {
      row,
      intake,
      received: 0,
      nextSeq: 0,
      head: Buffer.alloc(0),
      tail: Buffer.alloc(0),
      work: Promise.resolve(),
    });
    return { intakeId: row.id };
  }

  const find = (intakeId: string): Running => {
    const entry = running.get(intakeId);
    if (!entry) throw notFound('intake');
    return entry;
  };

  /** Takes chunk `seq` (from 0, in order); resolves when it is on its way to the disk. */
  async function write(intakeId: string, seq: number, chunk: Uint8Array): Promise<void> {
    const entry = find(intakeId);
    if (seq !== entry.nextSeq)
      throw new RefusalError({ code: 'file', name: entry.row.fileName, why: 'incomplete', limit: null });
    entry.nextSeq += 1;
    entry.received += chunk.length;
    if (entry.received > entry.row.bytes) await fail(entry, 'changed');
    if (entry.head.length < headBytes)
      entry.head = Buffer.concat([entry.head, chunk.subarray(0, headBytes - entry.head.length)]);
    entry.tail = Buffer.concat([entry.tail, chunk.subarray(-tailBytes)]).subarray(-tailBytes);
    entry.work = entry.intake.write(chunk);
    await withVault(entry.row.fileName, () => entry.work as Promise<void>).catch(async (error: unknown) => {
      await drop(entry);
      throw error;
    });
  }

  async function fail(entry: Running, why: 'changed' | 'truncated'): Promise<never> {
    await drop(entry);
    throw new RefusalError({ code: 'file', name: entry.row.fileName, why, limit: entry.row.bytes });
  }

  async function drop(entry: Running): Promise<void> {
    running.delete(entry.row.id);
    await entry.intake.abort();
    await forget(entry.row.id);
  }

  const forget = (intakeId: string): Promise<void> =>
    store.unit.run(async (tx) => {
      await tx.delete(intakeTable, { id: intakeId });
    });

  async function finish({ intakeId, chunks }: { intakeId: string; chunks: number }): Promise<Exhibit> {
    const entry = find(intakeId);
    if (chunks !== entry.nextSeq || entry.received !== entry.row.bytes) await fail(entry, 'truncated');
    running.delete(intakeId);
    try {
      return await admit(entry);
    } catch (error) {
      await entry.intake.abort();
      await forget(intakeId);
      throw error;
    }
  }

  async function admit({ row, intake, head, tail }: Running): Promise<Exhibit> {
    const mime = await mimeOf(row.fileName, row.mime, head, tail);
    const sealed = await withVault(row.fileName, () => intake.finish());
    const picture = await thumbnailOf(row.fileName, mime, sealed.bytes, () => blobs.read(sealed.sha256));
    const thumbnail = picture === undefined ? null : await sealSmall(picture);
    return store.unit.run(async (tx) => {
      await tx.delete(intakeTable, { id: row.id });
      return exhibits.admit({
        ...row.details,
        id: newId(),
        caseId: row.caseId,
        fileName: row.fileName,
        mime,
        bytes: sealed.bytes,
        sha256: sealed.sha256,
        sm3: sealed.sm3,
        importedAt: nowOf(context),
        importedBy: context.operator.name,
        thumbnail,
        damage: null,
        withdrawnReason: null,
      });
    });
  }

  async function sealSmall(content: Uint8Array): Promise<string> {
    const intake = await blobs.openIntake({ expectedBytes: content.length });
    await intake.write(content);
    return (await intake.finish()).sha256;
  }

  async function cancel(intakeId: string): Promise<{ done: true }> {
    await drop(find(intakeId));
    return { done: true };
  }

  /** Names imports that a crash or power cut interrupted, and forgets them; their bytes are in quarantine already. */
  async function nameInterrupted(): Promise<string[]> {
    const left = store.all<{ id: string; caseId: string; fileName: string; startedAt: string }>(
      'select id, caseId, fileName, startedAt from intake',
    );
    if (left.length === 0) return [];
    await store.unit.run(async (tx) => {
      for (const item of left) {
        context.audit.append({
          verb: '导入中断',
          what: item.fileName,
          subjectId: item.id,
          caseId: item.caseId,
          detail: { startedAt: item.startedAt },
        });
        await tx.delete(intakeTable, { id: item.id });
      }
    });
    return left.map((item) => `上次导入“${item.fileName}”时中断，没有收进案件，请重新添加这个文件。`);
  }

  async function close(): Promise<void> {
    for (const entry of running.values()) await entry.intake.abort();
    running.clear();
  }

  return { begin, write, finish, cancel, nameInterrupted, close };
}
