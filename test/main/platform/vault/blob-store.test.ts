import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBlobStore } from '../../../../main/platform/vault/blob-store.ts';
import type { BlobStore } from '../../../../main/platform/vault/blob-store.ts';
import { createKeyring } from '../../../../main/platform/vault/keyring.ts';
import { deriveKey } from '../../../../main/platform/vault/keys.ts';
import { FRAME_BYTES, frameOffset } from '../../../../main/platform/vault/sealed-format.ts';
import { flipByte } from '../../../support/flip-byte.ts';
import { collect, faultOf, filesIn, filesShowing, scratchFolder, someBytes } from './support.ts';
import { failOnFault } from '../../../support/fail-on-fault.ts';

const MIB = 1024 * 1024;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function storeIn(
  profileFolder: string,
  filesKey: Uint8Array = randomBytes(32),
  reserveBytes = 0,
): Promise<BlobStore> {
  const store = await openBlobStore({ profileFolder, filesKey, reserveBytes, onFault: failOnFault });
  onTestFinished(() => store.close());
  return store;
}

async function put(store: BlobStore, bytes: Uint8Array): Promise<string> {
  const intake = await store.openIntake({ expectedBytes: bytes.length });
  await intake.write(bytes);
  return (await intake.finish()).sha256;
}

/** A file that takes seconds to seal and no room, so that there is time to do something meanwhile. */
function gigabyteFile(): string {
  const path = join(scratchFolder(), 'long');
  writeFileSync(path, '');
  truncateSync(path, 1024 * MIB);
  return path;
}

const blobPath = (profile: string, hash: string): string => join(profile, 'vault', hash.slice(0, 2), hash);
const inVault = (profile: string): string[] => filesIn(join(profile, 'vault'));

describe('taking in', () => {
  it.each([1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, MIB, MIB + 1, 5 * MIB + 12_345])(
    'a file of %i bytes, named by its hash and given back the same',
    async (length) => {
      const profile = scratchFolder();
      const store = await storeIn(profile);
      const bytes = someBytes(length);
      const path = join(scratchFolder(), 'a.mp4');
      writeFileSync(path, bytes);
      const seen: number[] = [];
      const admitted = await store.sealFile(path, {
        onProgress: ({ doneBytes, totalBytes }) => seen.push(doneBytes / totalBytes),
      });
      expect(admitted).toEqual({
        bytes: length,
        sha256: sha256(bytes),
        alreadyThere: false,
        replaced: null,
      });
      expect(seen.at(-1)).toBe(1);
      expect(inVault(profile)).toEqual([blobPath(profile, admitted.sha256)]);
      expect((await store.read(admitted.sha256)).equals(bytes)).toBe(true);
      expect(await store.sm3(admitted.sha256)).toBe(createHash('sm3').update(bytes).digest('hex'));
      expect(await store.verify(admitted.sha256)).toEqual({ ok: true, bytes: length });
      expect(await collect(store.all())).toEqual([admitted.sha256]);
    },
  );

  it('a stream in pieces of any size, without touching the caller’s memory', async () => {
    const store = await storeIn(scratchFolder());
    const bytes = someBytes(9 * MIB + 5);
    const intake = await store.openIntake();
    for (let index = 0; index < bytes.length; index += 777_777)
      await intake.write(bytes.subarray(index, index + 777_777));
    const { sha256: hash } = await intake.finish();
    expect(hash).toBe(sha256(bytes));
    const reader = await store.open(hash);
    expect(
      Buffer.concat(await collect(reader.range(MIB - 1, 7 * MIB + 1))).equals(bytes.subarray(MIB - 1, 7 * MIB + 1)),
    ).toBe(true);
    await reader.close();
  });

  it('the same content again, at the same time too, is kept once', async () => {
    const profile = scratchFolder();
    const store = await storeIn(profile);
    const path = join(scratchFolder(), 'a');
    writeFileSync(path, someBytes(2 * MIB));
    const admitted = await Promise.all([store.sealFile(path), store.sealFile(path), store.sealFile(path)]);
    expect(admitted.map(({ alreadyThere }) => alreadyThere).toSorted()).toEqual([false, true, true]);
    expect((await store.sealFile(path)).alreadyThere).toBe(true);
    expect(inVault(profile)).toHaveLength(1);
  });

  it('a good copy takes the place of a damaged one, which is kept in quarantine', async () => {
    const profile = scratchFolder();
    const store = await storeIn(profile);
    const bytes = someBytes(3 * FRAME_BYTES);
    const hash = await put(store, bytes);
    await flipByte(blobPath(profile, hash), frameOffset(1, FRAME_BYTES));
    expect(await store.verify(hash)).toEqual({
      ok: false,
      damage: { kind: 'frame', frame: 1, from: FRAME_BYTES, to: 2 * FRAME_BYTES },
    });
    const intake = await store.openIntake();
    await intake.write(bytes);
    const { replaced, alreadyThere } = await intake.finish();
    expect(alreadyThere).toBe(false);
    expect(replaced).toMatchObject({ reason: 'damaged', name: join(hash.slice(0, 2), hash) });
    expect(statSync(join(profile, 'vault', replaced?.movedTo ?? '')).size).toBe(replaced?.bytes);
    expect((await store.read(hash)).equals(bytes)).toBe(true);
  });

  it('a long file does not hold up a short one', async () => {
    const store = await storeIn(scratchFolder());
    const stop = new AbortController();
    const started = Promise.withResolvers<void>();
    const long = faultOf(store.sealFile(gigabyteFile(), { signal: stop.signal, onProgress: () => started.resolve() }));
    await started.promise;
    await put(store, someBytes(300_000));
    stop.abort();
    expect(await long).toEqual({ code: 'stopped' });
  });
});

describe('refusing, with nothing left behind', () => {
  it('an empty, a missing file and a folder', async () => {
    const profile = scratchFolder();
    const store = await storeIn(profile);
    const folder = scratchFolder();
    writeFileSync(join(folder, 'empty'), '');
    expect(await faultOf(store.sealFile(join(folder, 'empty')))).toEqual({ code: 'empty-file' });
    expect(await faultOf(store.sealFile(join(folder, 'none')))).toEqual({ code: 'file-unreadable', reason: 'ENOENT' });
    expect(await faultOf(store.sealFile(folder))).toMatchObject({ code: 'file-unreadable' });
    expect(await faultOf((await store.openIntake()).finish())).toEqual({ code: 'empty-file' });
    expect(inVault(profile)).toEqual([]);
  });

  it('a stream that is shorter or longer than announced', async () => {
    const profile = scratchFolder();
    const store = await storeIn(profile);
    const short = await store.openIntake({ expectedBytes: 11 });
    await short.write(someBytes(10));
    expect(await faultOf(short.finish())).toEqual({ code: 'size-mismatch', expectedBytes: 11, receivedBytes: 10 });
    const long = await store.openIntake({ expectedBytes: 10 });
    const fault = await faultOf(async () => {
      for (;;) await long.write(someBytes(MIB));
    });
    expect(fault).toEqual({ code: 'size-mismatch', expectedBytes: 10, receivedBytes: MIB });
    expect(await faultOf(long.finish())).toMatchObject({ code: 'size-mismatch' });
    expect(inVault(profile)).toEqual([]);
  });

  it('what is stopped or aborted', async () => {
    const profile = scratchFolder();
    const store = await storeIn(profile);
    const path = gigabyteFile();
    const stop = new AbortController();
    expect(await faultOf(store.sealFile(path, { signal: stop.signal, onProgress: () => stop.abort() }))).toEqual({
      code: 'stopped',
    });
    expect(await faultOf(store.sealFile(path, { signal: stop.signal }))).toEqual({ code: 'stopped' });
    const intake = await store.openIntake();
    await intake.write(someBytes(2 * MIB));
    await intake.abort();
    expect(inVault(profile)).toEqual([]);
    expect(await faultOf(store.verify(await put(store, someBytes(10)), { signal: stop.signal }))).toEqual({
      code: 'stopped',
    });
  });

  it('what would not leave room on the disk, before anything is written', async () => {
    const profile = scratchFolder();
    const store = await storeIn(profile, randomBytes(32), Number.MAX_SAFE_INTEGER);
    const path = join(scratchFolder(), 'a');
    writeFileSync(path, 'x');
    expect(await faultOf(store.sealFile(path))).toMatchObject({ code: 'disk-full' });
    const fault = await faultOf(store.openIntake({ expectedBytes: 5 }));
    expect(
      fault.code === 'disk-full' && fault.neededBytes > Number(fault.freeBytes) && Number(fault.freeBytes) > 0,
    ).toBe(true);
    expect(inVault(profile)).toEqual([]);
  });

  // A real full disk: a file system of 8 MiB, which only root may mount.
  it.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
    'what meets a full disk half-way, and what was there stays whole',
    async () => {
      const profile = scratchFolder();
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', profile]);
      onTestFinished(() => void execFileSync('umount', ['--lazy', profile]));
      const store = await storeIn(profile);
      const kept = await put(store, someBytes(3 * MIB));
      const intake = await store.openIntake();
      const fault = await faultOf(async () => {
        for (;;) await intake.write(someBytes(MIB));
      });
      expect(fault.code === 'disk-full' && fault.neededBytes > 4 * MIB && Number(fault.freeBytes) > 3 * MIB).toBe(true);
      expect(inVault(profile)).toEqual([blobPath(profile, kept)]);
      const path = join(scratchFolder(), 'a');
      writeFileSync(path, someBytes(6 * MIB));
      expect(await faultOf(store.sealFile(path))).toMatchObject({ code: 'disk-full' });
      expect(await store.verify(kept)).toEqual({ ok: true, bytes: 3 * MIB });
      await put(store, someBytes(MIB));
    },
  );
});

describe('the digests of a sealed content', () => {
  it.each([
    [
      'abc',
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    ],
    [
      'abcd'.repeat(16),
      '625b41490b883891943c5fa54ad45d7c900b9b6e91e159334e320b1f5215a209',
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    ],
  ])('are those of FIPS 180 and GB/T 32905: %s', async (text, expectedSha256, expectedSm3) => {
    const store = await storeIn(scratchFolder());
    expect([await put(store, Buffer.from(text)), await store.sm3(expectedSha256)]).toEqual([
      expectedSha256,
      expectedSm3,
    ]);
  });

  it('are not told of a damaged one', async () => {
    const profile = scratchFolder();
    const store = await storeIn(profile);
    const hash = await put(store, someBytes(3 * FRAME_BYTES));
    await flipByte(blobPath(profile, hash), frameOffset(2, FRAME_BYTES));
    expect(await faultOf(store.sm3(hash))).toMatchObject({ code: 'damaged', damage: { kind: 'frame', frame: 2 } });
  });

  it('stop when they are no longer wanted', async () => {
    const store = await storeIn(scratchFolder());
    const hash = await put(store, someBytes(32 * MIB));
    const stop = new AbortController();
    const digest = faultOf(store.sm3(hash, { signal: stop.signal }));
    stop.abort();
    expect(await digest).toEqual({ code: 'stopped' });
  });

  it('SM3 gets on while a file is being sealed', async () => {
    const store = await storeIn(scratchFolder());
    const bytes = someBytes(2 * FRAME_BYTES);
    const hash = await put(store, bytes);
    const stop = new AbortController();
    const started = Promise.withResolvers<void>();
    const long = faultOf(store.sealFile(gigabyteFile(), { signal: stop.signal, onProgress: () => started.resolve() }));
    await started.promise;
    expect(await store.sm3(hash)).toBe(createHash('sm3').update(bytes).digest('hex'));
    stop.abort();
    expect(await long).toEqual({ code: 'stopped' });
  });
});

describe('keeping', () => {
  it('tells two exchanged files, though each is genuine', async () => {
    const profile = scratchFolder();
    const store = await storeIn(profile);
    const [text, two] = [await put(store, someBytes(1000, 1)), await put(store, someBytes(1000, 2))];
    copyFileSync(blobPath(profile, text), blobPath(profile, two));
    expect(await faultOf(store.open(two))).toEqual({ code: 'damaged', damage: { kind: 'other-content' } });
    expect(await store.verify(two)).toEqual({ ok: false, damage: { kind: 'other-content' } });
    expect(await store.verify('0'.repeat(64))).toEqual({ ok: false, damage: { kind: 'missing' } });
  });

  it('takes no name that is not a hash', async () => {
    const store = await storeIn(scratchFolder());
    await expect(store.read('../../keyring.json')).rejects.toThrow(TypeError);
  });

  it('shows nothing of content or names on the disk', async () => {
    const profile = scratchFolder();
    const keyring = createKeyring(profile, { memoryKiB: 8 * 1024, passes: 1, lanes: 1 });
    const { vaultKey } = await keyring.create({ id: 'p1', name: '王五' }, 'CANARY-password');
    const store = await storeIn(profile, deriveKey(vaultKey, 'files'));
    const path = join(scratchFolder(), 'CANARY-name.txt');
    writeFileSync(path, 'CANARY-content '.repeat(100_000));
    const { sha256: hash } = await store.sealFile(path);
    const streaming = await store.openIntake();
    // More than may be on its way, so that some of it is certainly on the disk.
    for (let index = 0; index < 10; index++) await streaming.write(Buffer.from('CANARY-stream '.repeat(100_000)));
    // The keyring, its copy, the content, and what is streaming.
    expect(filesIn(profile).length).toBe(4);
    expect(filesShowing(profile, 'CANARY')).toEqual([]);
    await streaming.abort();
    expect((await store.read(hash)).subarray(0, 14).toString()).toBe('CANARY-content');
  });

  it('refuses everything after it was closed, instead of calling it damaged', async () => {
    const filesKey = randomBytes(32);
    const store = await storeIn(scratchFolder(), filesKey);
    const hash = await put(store, someBytes(10));
    await store.close();
    expect(filesKey.every((byte) => byte === 0)).toBe(true);
    expect(await faultOf(store.open(hash))).toEqual({ code: 'key-wiped' });
  });
});

describe('after a crash', () => {
  it('sweeps what is unfinished, unknown or strange into quarantine and says so', async () => {
    const profile = scratchFolder();
    const store = await storeIn(profile);
    const [known, orphan] = [await put(store, someBytes(500, 1)), await put(store, someBytes(500, 2))];
    const vault = join(profile, 'vault');
    writeFileSync(join(vault, 'incoming', 'left-over'), 'half');
    writeFileSync(join(vault, 'Thumbs.db'), 'x');
    mkdirSync(join(vault, 'zz'));
    renameSync(blobPath(profile, orphan), join(vault, 'zz', orphan));
    const misplaced = await put(store, someBytes(500, 2));
    const moved = await store.sweep((hash) => hash === known);
    expect(moved.map(({ reason, name }) => `${reason} ${name}`).toSorted()).toEqual([
      `orphan ${join(misplaced.slice(0, 2), misplaced)}`,
      'stranger Thumbs.db',
      `stranger ${join('zz', orphan)}`,
      `unfinished ${join('incoming', 'left-over')}`,
    ]);
    for (const { movedTo, bytes } of moved) expect(statSync(join(vault, movedTo)).size).toBe(bytes);
    expect(readFileSync(join(vault, moved[0]?.movedTo ?? ''), 'utf8')).toBe('half');
    expect(await store.has(orphan)).toBe(false);
    expect(await store.verify(known)).toMatchObject({ ok: true });
    expect(await store.sweep((hash) => hash === known)).toEqual([]);
  });

  it('kill -9 in the middle of a file leaves one file, named, and what was promised before', async () => {
    const profile = scratchFolder();
    const filesKey = randomBytes(32);
    const lines = await sealUntilKilled(
      [profile, filesKey.toString('hex'), '2'],
      (said) => said.includes('half-way'),
      0,
    );
    const promised = new Set(lines.slice(0, 2));
    const store = await storeIn(profile, filesKey);
    expect((await store.sweep((hash) => promised.has(hash))).map(({ reason }) => reason)).toEqual(['unfinished']);
    for (const hash of promised) expect(await store.verify(hash)).toEqual({ ok: true, bytes: 2_800_004 });
  });

  it('kill -9 at any moment loses nothing that was promised', async () => {
    for (const [count, delay] of [
      [1, 0],
      [2, 4],
      [3, 9],
      [4, 15],
    ] as const) {
      const profile = scratchFolder();
      const filesKey = randomBytes(32);
      const promised = new Set(
        await sealUntilKilled([profile, filesKey.toString('hex')], (said) => said.length >= count, delay),
      );
      const store = await storeIn(profile, filesKey);
      const reasons = (await store.sweep((hash) => promised.has(hash))).map(({ reason }) => reason);
      // At most the one at work: still being written, or in its place but not promised yet.
      expect(['', 'unfinished', 'orphan']).toContain(reasons.join());
      for (const hash of promised) expect(await store.verify(hash)).toEqual({ ok: true, bytes: 2_800_004 });
      expect((await collect(store.all())).toSorted()).toEqual([...promised].toSorted());
    }
  });
});

/** Lets a process seal until what it said is enough, kills it `delay` ms later, and gives the lines it said. */
async function sealUntilKilled(args: string[], enough: (said: string[]) => boolean, delay: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'seal-until-killed.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const lines = (): string[] => said.split('\n').slice(0, -1);
  let killing: NodeJS.Timeout | undefined;
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
    if (enough(lines())) killing ??= setTimeout(() => child.kill('SIGKILL'), delay);
  });
  await new Promise((resolve) => child.on('close', resolve));
  return lines();
}
