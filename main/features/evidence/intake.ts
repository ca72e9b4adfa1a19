import { v7 as newId } from 'uuid';
import type { Exhibit, ExhibitDetails } from '../../../shared/case-file.ts';
import { type Desk, nowOf } from '../context.ts';
import { notFound, Refused } from '../../platform/refusal-error.ts';
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
export function createIntakes(desk: Desk, blobs: BlobStore, exhibits: Exhibits) {
  const running = new Map<string, Running>();
  const { store } = desk;

  async function begin({ caseId, fileName, bytes, mime, details }: NewFile): Promise<{ intakeId: string }> {
    requireAccess(desk, caseId);
    exhibits.refuseClosed(caseId);
    exhibits.requireOwnLinks(caseId, details);
    if (bytes === 0) throw new Refused({ code: 'file', name: fileName, why: 'empty', limit: null });
    const intake = await withVault(fileName, () => blobs.openIntake({ expectedBytes: bytes }));
    const row: IntakeRow = {
      id: newId(),
      caseId,
      fileName,
      bytes,
      mime,
      details,
      startedAt: nowOf(desk),
      startedBy: desk.operator.personId,
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
    const one = running.get(intakeId);
    if (!one) throw notFound('intake');
    return one;
  };

  /** Takes chunk `seq` (from 0, in order); resolves when it is on its way to the disk. */
  async function write(intakeId: string, seq: number, chunk: Uint8Array): Promise<void> {
    const one = find(intakeId);
    if (seq !== one.nextSeq)
      throw new Refused({ code: 'file', name: one.row.fileName, why: 'incomplete', limit: null });
    one.nextSeq += 1;
    one.received += chunk.length;
    if (one.received > one.row.bytes) await fail(one, 'changed');
    if (one.head.length < headBytes)
      one.head = Buffer.concat([one.head, chunk.subarray(0, headBytes - one.head.length)]);
    one.tail = Buffer.concat([one.tail, chunk.subarray(-tailBytes)]).subarray(-tailBytes);
    one.work = one.intake.write(chunk);
    await withVault(one.row.fileName, () => one.work as Promise<void>).catch(async (error: unknown) => {
      await drop(one);
      throw error;
    });
  }

  async function fail(one: Running, why: 'changed' | 'truncated'): Promise<never> {
    await drop(one);
    throw new Refused({ code: 'file', name: one.row.fileName, why, limit: one.row.bytes });
  }

  async function drop(one: Running): Promise<void> {
    running.delete(one.row.id);
    await one.intake.abort();
    await forget(one.row.id);
  }

  const forget = (intakeId: string): Promise<void> =>
    store.unit.run(async (tx) => {
      await tx.delete(intakeTable, { id: intakeId });
    });

  async function finish({ intakeId, chunks }: { intakeId: string; chunks: number }): Promise<Exhibit> {
    const one = find(intakeId);
    if (chunks !== one.nextSeq || one.received !== one.row.bytes) await fail(one, 'truncated');
    running.delete(intakeId);
    try {
      return await admit(one);
    } catch (error) {
      await one.intake.abort();
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
        importedAt: nowOf(desk),
        importedBy: desk.operator.name,
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
      for (const one of left) {
        desk.audit.append({
          verb: '导入中断',
          what: one.fileName,
          subjectId: one.id,
          caseId: one.caseId,
          detail: { startedAt: one.startedAt },
        });
        await tx.delete(intakeTable, { id: one.id });
      }
    });
    return left.map((one) => `上次导入“${one.fileName}”时中断，没有收进案件，请重新添加这个文件。`);
  }

  async function close(): Promise<void> {
    for (const one of running.values()) await one.intake.abort();
    running.clear();
  }

  return { begin, write, finish, cancel, nameInterrupted, close };
}
