import { dirname } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { setTimeout } from 'node:timers/promises';
import { assertRoom, diskFull } from './disk-room.ts';
import { systemCode, throwIfStopped, VaultError } from './errors.ts';
import { createGate } from './gate.ts';
import { wipe } from './keys.ts';
import { release } from './release.ts';
import { outcome, post } from './seal-job.ts';
import type { FromSealer, Outcome, ReadTask, SealTask, ToSealer } from './seal-job.ts';
import { createSealedFile, openSealedFile } from './sealed-file.ts';
import type { SealedReader, SealedWriter } from './sealed-file.ts';
import { sealedSize } from './sealed-format.ts';
import type { SealedFacts } from './sealed-format.ts';
import { createSm3 } from './sm3.ts';
import { openSourceFile } from './source-file.ts';

/** How much of a host's file is read and sealed at a time; four frames. */
const STEP_BYTES = 1024 * 1024;
const PROGRESS_EVERY_MS = 100;
/** How long SM3 stands back, a frame at a time, while a file is being sealed: it costs sealing some 5 % and still gets on. */
const RIGHT_OF_WAY_MS = 20;

/** When this thread last sealed something, by `performance.now()`. */
let lastSealed = -Infinity;

/** Seals a file or a stream to `target`; resolves when it is on disk. */
export async function seal(task: SealTask): Promise<Outcome<SealedFacts>> {
  const job: Job = { task, inbox: openInbox(task.port), progress: progressTo(task.port) };
  try {
    return await outcome(() =>
      'path' in task.source ? sealPath(job, task.source.path) : sealStream(job, task.source.expectedBytes),
    );
  } finally {
    task.port.close();
    wipe(task.filesKey);
  }
}

/** Reads a sealed file whole and compares it with its seal; resolves to the plaintext's size. */
export function verify(task: ReadTask): Promise<Outcome<number>> {
  return reading(task, async (reader, signal, progress) => {
    await reader.verify({ signal, onProgress: (doneBytes) => progress(doneBytes, reader.bytes) });
    return reader.bytes;
  });
}

/** The SM3 of a sealed file's plaintext, hex. Every frame proves itself, so damage is refused and never hashed. */
export function sm3(task: ReadTask): Promise<Outcome<string>> {
  return reading(task, async (reader, signal) => {
    const hash = await createSm3();
    for await (const plain of reader.range(0, reader.bytes, signal)) {
      hash.update(plain);
      release([plain]);
      if (performance.now() - lastSealed < RIGHT_OF_WAY_MS) await setTimeout(RIGHT_OF_WAY_MS);
    }
    return hash.digest();
  });
}

type Inbox = ReturnType<typeof openInbox>;
type ReportProgress = (doneBytes: number, totalBytes: number) => void;
type Job = { task: SealTask; inbox: Inbox; progress: ReportProgress };

/** Runs work on a sealed file; file, port and key do not outlive it. */
async function reading<Result>(
  task: ReadTask,
  work: (reader: SealedReader, signal: AbortSignal, progress: ReportProgress) => Promise<Result>,
): Promise<Outcome<Result>> {
  const { signal } = openInbox(task.port);
  try {
    return await outcome(async () => {
      const reader = await openSealedFile(task.path, task.filesKey, task.sha256);
      try {
        return await work(reader, signal, progressTo(task.port));
      } finally {
        await reader.close();
      }
    });
  } finally {
    task.port.close();
    wipe(task.filesKey);
  }
}

async function sealPath(job: Job, path: string): Promise<SealedFacts> {
  const source = await openSourceFile(path);
  try {
    await assertRoom(dirname(job.task.target), source.bytes, job.task.reserveBytes);
    const buffer = new Uint8Array(STEP_BYTES);
    return await writing(job, source.bytes, async (writer) => {
      for (let done = 0; done < source.bytes;) {
        throwIfStopped(job.inbox.signal);
        const read = await source.read(buffer, done);
        if (read === 0) throw new VaultError({ code: 'file-changed' });
        await writer.write(buffer.subarray(0, read));
        lastSealed = performance.now();
        job.progress((done += read), source.bytes);
      }
      await source.assertUnchanged();
    });
  } finally {
    await source.close();
  }
}

function sealStream(job: Job, expectedBytes: number | undefined): Promise<SealedFacts> {
  return writing(job, expectedBytes ?? 0, async (writer) => {
    for await (const chunk of job.inbox.chunks()) {
      await writer.write(chunk);
      lastSealed = performance.now();
      // A sender who lies about the size is refused at once, not after filling the disk.
      if (writer.size() > (expectedBytes ?? Infinity)) break;
      post<FromSealer>(job.task.port, { kind: 'taken', bytes: chunk }, [chunk.buffer]);
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
  { task }: Job,
  totalBytes: number,
  fill: (writer: SealedWriter) => Promise<void>,
): Promise<SealedFacts> {
  const writer = await createSealedFile(task.target, task.filesKey);
  try {
    await fill(writer);
    return await writer.finish();
  } catch (error) {
    const neededBytes = sealedSize(Math.max(totalBytes, writer.size())) + task.reserveBytes;
    await writer.abort();
    const full = ['ENOSPC', 'EDQUOT'].includes(systemCode(error) ?? '');
    if (!full) throw error;
    throw await diskFull(dirname(task.target), neededBytes);
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

function progressTo(port: MessagePort): ReportProgress {
  let sentAt = 0;
  return (doneBytes, totalBytes) => {
    const now = performance.now();
    if (doneBytes < totalBytes && now - sentAt < PROGRESS_EVERY_MS) return;
    sentAt = now;
    post<FromSealer>(port, { kind: 'progress', progress: { doneBytes, totalBytes } });
  };
}
