import { dirname } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { assertRoom, freeBytes } from './disk-room.ts';
import { systemCode, throwIfStopped, VaultError } from './errors.ts';
import { createGate } from './gate.ts';
import { wipe } from './keys.ts';
import { outcome, post } from './seal-job.ts';
import type { FromSealer, Outcome, Sealed, SealTask, ToSealer, VerifyTask } from './seal-job.ts';
import { createSealedFile, openSealedFile } from './sealed-file.ts';
import type { SealedWriter } from './sealed-file.ts';
import { sealedSize } from './sealed-format.ts';
import { openSm3Lane } from './sm3-lane.ts';
import type { Sm3Lane } from './sm3-lane.ts';
import { openSourceFile } from './source-file.ts';

const PROGRESS_EVERY_MS = 100;

/** Seals a file or a stream to `target` while the SM3 thread hashes the same buffers; resolves when both are done and on disk. */
export async function seal(task: SealTask): Promise<Outcome<Sealed>> {
  const inbox = openInbox(task.port);
  const lane = openSm3Lane(task.sm3);
  const job: Job = { task, inbox, lane, progress: progressTo(task.port) };
  try {
    return await outcome(() =>
      'path' in task.source ? sealPath(job, task.source.path) : sealStream(job, task.source.expectedBytes),
    );
  } finally {
    lane.close();
    task.port.close();
    wipe(task.filesKey);
  }
}

/** Reads a sealed file whole and compares it with its seal. */
export async function verify(task: VerifyTask): Promise<Outcome<number>> {
  const { signal } = openInbox(task.port);
  const progress = progressTo(task.port);
  try {
    return await outcome(async () => {
      const reader = await openSealedFile(task.path, task.filesKey, task.sha256);
      try {
        await reader.verify({ signal, onProgress: (doneBytes) => progress(doneBytes, reader.bytes) });
        return reader.bytes;
      } finally {
        await reader.close();
      }
    });
  } finally {
    task.port.close();
    wipe(task.filesKey);
  }
}

type Inbox = ReturnType<typeof openInbox>;
type Job = { task: SealTask; inbox: Inbox; lane: Sm3Lane; progress: (doneBytes: number, totalBytes: number) => void };

async function sealPath(job: Job, path: string): Promise<Sealed> {
  const source = await openSourceFile(path);
  try {
    await assertRoom(dirname(job.task.target), source.bytes, job.task.reserveBytes);
    return await writing(job, source.bytes, async (writer) => {
      for (let done = 0; done < source.bytes;) {
        await job.lane.room();
        throwIfStopped(job.inbox.signal);
        const buffer = new Uint8Array(job.lane.spare());
        const read = await source.read(buffer, done);
        if (read === 0) throw new VaultError({ code: 'file-changed' });
        const chunk = buffer.subarray(0, read);
        await writer.write(chunk);
        job.lane.send(chunk);
        job.progress((done += read), source.bytes);
      }
      await source.assertUnchanged();
    });
  } finally {
    await source.close();
  }
}

function sealStream(job: Job, expectedBytes: number | undefined): Promise<Sealed> {
  return writing(job, expectedBytes ?? 0, async (writer) => {
    for await (const chunk of job.inbox.chunks()) {
      const bytes = chunk.length;
      await job.lane.room();
      await writer.write(chunk);
      job.lane.send(chunk);
      // A sender who lies about the size is refused at once, not after filling the disk.
      if (writer.size() > (expectedBytes ?? Infinity)) break;
      post<FromSealer>(job.task.port, { kind: 'taken', bytes });
    }
    throwIfStopped(job.inbox.signal);
    const receivedBytes = writer.size();
    if (expectedBytes !== undefined && receivedBytes !== expectedBytes)
      throw new VaultError({ code: 'size-mismatch', expectedBytes, receivedBytes });
    if (receivedBytes === 0) throw new VaultError({ code: 'empty-file' });
  });
}

/** Runs `fill` on a new sealed file and finishes it; whatever goes wrong, nothing half-written stays. */
async function writing(
  { task, lane }: Job,
  totalBytes: number,
  fill: (writer: SealedWriter) => Promise<void>,
): Promise<Sealed> {
  const writer = await createSealedFile(task.target, task.filesKey);
  try {
    await fill(writer);
    const [facts, sm3] = await Promise.all([writer.finish(), lane.finish()]);
    return { ...facts, sm3 };
  } catch (error) {
    const neededBytes = sealedSize(Math.max(totalBytes, writer.size())) + task.reserveBytes;
    await writer.abort();
    const full = ['ENOSPC', 'EDQUOT'].includes(systemCode(error) ?? '');
    if (!full) throw error;
    throw new VaultError({ code: 'disk-full', neededBytes, freeBytes: await freeBytes(dirname(task.target)) });
  }
}

/** The worker's end of a job's port: the stop signal, and the chunks of a stream in order. */
function openInbox(port: MessagePort) {
  const stop = new AbortController();
  const waiting: Uint8Array<ArrayBuffer>[] = [];
  const gate = createGate();
  let ended = false;
  port.on('message', (message: ToSealer) => {
    if (message.kind === 'chunk') waiting.push(message.bytes);
    else if (message.kind === 'end') ended = true;
    else stop.abort();
    gate.changed();
  });
  // A host that went away will not say stop.
  port.on('close', () => {
    stop.abort();
    gate.changed();
  });

  async function* chunks(): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
    for (;;) {
      await gate.until(() => waiting.length > 0 || ended || stop.signal.aborted);
      const chunk = waiting.shift();
      if (!chunk || stop.signal.aborted) return;
      yield chunk;
    }
  }

  return { signal: stop.signal, chunks };
}

function progressTo(port: MessagePort): (doneBytes: number, totalBytes: number) => void {
  let sentAt = 0;
  return (doneBytes, totalBytes) => {
    const now = performance.now();
    if (doneBytes < totalBytes && now - sentAt < PROGRESS_EVERY_MS) return;
    sentAt = now;
    post<FromSealer>(port, { kind: 'progress', progress: { doneBytes, totalBytes } });
  };
}
