import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  openSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { createSealedFile } from '../../../../main/platform/vault/sealed-file.ts';
import { seal, sm3, verify } from '../../../../main/platform/vault/seal-worker.ts';
import type { SealTask } from '../../../../main/platform/vault/seal-job.ts';
import { filesIn, scratchFolder } from './support.ts';

const MIB = 1024 * 1024;
type Bench = { folder: string; path: string; task: SealTask; control: MessagePort };

/** A sealing in this thread, with the test in the place of the host. */
function sealing(bytes: number): Bench {
  const [folder, path] = [scratchFolder(), join(scratchFolder(), 'a')];
  writeFileSync(path, randomBytes(bytes));
  const { port1: control, port2: port } = new MessageChannel();
  const task = { target: join(folder, 'new'), filesKey: randomBytes(32), reserveBytes: 0, source: { path }, port };
  return { folder, path, task, control };
}

/** Happens when the sealing has begun, with most of the file still unread. */
function atFirst(control: MessagePort, happen: () => void): void {
  control.once('message', happen);
}

const changes: [string, (path: string) => void][] = [
  ['grows', (path) => appendFileSync(path, 'x')],
  [
    'is written over',
    (path) => {
      const file = openSync(path, 'r+');
      writeSync(file, 'x', 0);
      closeSync(file);
    },
  ],
  [
    'is replaced by another of the same size and time',
    (path) => {
      const { atime, mtime } = statSync(path);
      copyFileSync(path, `${path}2`);
      utimesSync(`${path}2`, atime, mtime);
      renameSync(`${path}2`, path);
    },
  ],
  ['disappears', (path) => renameSync(path, `${path}3`)],
  ['is cut', (path) => writeFileSync(path, 'x')],
];
it.each(changes)('refuses a file that %s while it is read, and leaves nothing', async (_what, change) => {
  const { folder, path, task, control } = sealing(20 * MIB);
  let isRefused = false;
  atFirst(control, () => {
    try {
      change(path);
    } catch (error) {
      // Windows lets nobody put another file in the place of one that is read: then nothing has changed.
      if (process.platform !== 'win32' || (error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
      isRefused = true;
    }
  });
  const sealed = await seal(task);
  expect(sealed).toMatchObject(isRefused ? { ok: true } : { ok: false, fault: { code: 'file-changed' } });
  expect(filesIn(folder)).toHaveLength(isRefused ? 1 : 0);
});

it.each([
  ['is told to stop', (control: MessagePort) => control.postMessage({ kind: 'stop' }, [])],
  ['is left alone by the host', (control: MessagePort) => control.close()],
])('ends when it %s, leaves nothing and wipes its copy of the key', async (_what, end) => {
  const { folder, task, control } = sealing(20 * MIB);
  atFirst(control, () => end(control));
  expect(await seal(task)).toEqual({ ok: false, fault: { code: 'stopped' } });
  expect(task.filesKey.every((byte) => byte === 0)).toBe(true);
  expect(filesIn(folder)).toEqual([]);
});

it.each([
  ['verification', verify],
  ['SM3', sm3],
])('stops a %s and wipes its copy of the key', async (_what, read) => {
  const path = join(scratchFolder(), 'a');
  const filesKey = randomBytes(32);
  const plain = randomBytes(20 * MIB);
  const writer = await createSealedFile(path, filesKey);
  await writer.write(plain);
  await writer.finish();
  const { port1: control, port2: port } = new MessageChannel();
  control.postMessage({ kind: 'stop' }, []);
  const sha256 = createHash('sha256').update(plain).digest('hex');
  expect(await read({ path, sha256, filesKey, port })).toEqual({ ok: false, fault: { code: 'stopped' } });
  expect(filesKey.every((byte) => byte === 0)).toBe(true);
});
