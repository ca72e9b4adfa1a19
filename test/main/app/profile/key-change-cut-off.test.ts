import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createErrorLog } from '../../../../main/app/error-log.ts';
import { changeKeyIfDue } from '../../../../main/app/profile/key-change.ts';
import { anchorOf, officeAnchorOf } from '../../../../main/app/session/first-start.ts';
import { createKeyring } from '../../../../main/platform/vault/keyring.ts';
import { deriveKey, type VaultKey } from '../../../../main/platform/vault/keys.ts';
import { openSealedFile } from '../../../../main/platform/vault/sealed-file.ts';
import { contentKeysOf } from '../../../../main/platform/vault/unlocked-keys.ts';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { databasesOpenedBy } from '../../../support/databases-opened.ts';
import { copyOfStage } from '../../../support/office-profile.ts';
import { vaultKeyOf } from '../../faults/support.ts';
import { filesIn } from '../../platform/vault/support.ts';

vi.mock('node:fs/promises', { spy: true });
const real = await vi.importActual<typeof fs>('node:fs/promises');

beforeEach(() => {
  vi.mocked(fs.statfs).mockImplementation(real.statfs);
});

/** The profile of an office that somebody has just left. */
async function withSomebodyGone(): Promise<{ dir: string; former: VaultKey }> {
  const dir = await copyOfStage('approved');
  const { keyring, keys } = await logIn(dir, 0);
  const left = (await keyring.people()).find(({ name }) => name === '李敏');
  await keyring.removePerson(keys, left?.id ?? '', '2026-11-30T01:00:00.000Z');
  return { dir, former: await vaultKeyOf(dir) };
}

/** Proves the password of one of those who open the cases, as a log-in does before anything is open. */
async function logIn(dir: string, n: number) {
  const keyring = createKeyring(dir);
  const holders = (await keyring.holders()).filter(({ reads }) => reads === 'content');
  const personId = holders[n % holders.length]?.personId ?? '';
  const keys = contentKeysOf(await keyring.unlock(personId, samplePassword));
  return { keyring, keys };
}

async function change(dir: string, n: number): Promise<string[]> {
  const request = { profileDir: dir, onKeyChange: () => {}, ...(await logIn(dir, n)) };
  return changeKeyIfDue(request, { errorLog: createErrorLog(dir, { print: () => {} }) });
}

/** From the `after`th on every change of the disk fails, as for a program that is no more; resolves with how many there were. */
async function killedAfter(after: number, work: () => Promise<unknown>): Promise<{ changes: number; ended: boolean }> {
  let changes = 0;
  const alive = (): void => {
    changes += 1;
    if (changes > after) throw new Error('killed');
  };
  vi.mocked(fs.rename).mockImplementation(async (...names) => {
    alive();
    return real.rename(...names);
  });
  vi.mocked(fs.rm).mockImplementation(async (...names) => {
    alive();
    return real.rm(...names);
  });
  vi.mocked(fs.open).mockImplementation(async (path, flags, mode) => {
    if (flags !== 'r') alive();
    return real.open(path, flags, mode);
  });
  const ended = await work().then(
    () => true,
    () => false,
  );
  vi.mocked(fs.rename).mockImplementation(real.rename);
  vi.mocked(fs.rm).mockImplementation(real.rm);
  vi.mocked(fs.open).mockImplementation(real.open);
  return { changes, ended };
}

async function damagedUnder(dir: string, vaultKey: VaultKey): Promise<string[]> {
  const filesKey = deriveKey(vaultKey, 'files');
  const damaged: string[] = [];
  for (const path of filesIn(join(dir, 'vault')))
    await openSealedFile(path, filesKey).then(
      (reader) => reader.close(),
      () => damaged.push(path),
    );
  return damaged;
}

/** Everything is under the key of the keyring, and nothing under the one of before. */
async function expectChanged(dir: string, former: VaultKey): Promise<void> {
  const { keyring, keys } = await logIn(dir, 0);
  expect(await keyring.keyChange(keys)).toMatchObject({ since: null, isUnderWay: false });
  expect(databasesOpenedBy(dir, former)).toEqual([]);
  expect(databasesOpenedBy(dir, keys.vaultKey)).toEqual(['content', 'office']);
  for (const anchor of [anchorOf(dir, keys.vaultKey), officeAnchorOf(dir, keys.officeKey)])
    expect(await anchor.read()).toMatchObject({ locked: true });
  expect(await damagedUnder(dir, keys.vaultKey)).toEqual([]);
  expect(await damagedUnder(dir, former)).toEqual(filesIn(join(dir, 'vault')));
  expect((await fs.readdir(dir)).filter((name) => /(rekeyed|rewrapping\.json|-wal|-shm)$/.test(name))).toEqual([]);
}

test('cut off at any change of the disk, the next log-in of anybody ends it; every key that is needed is there', async () => {
  const whole = await withSomebodyGone();
  const { changes: steps } = await killedAfter(Infinity, () => change(whole.dir, 0));
  await expectChanged(whole.dir, whole.former);
  expect(steps).toBeGreaterThan(40);
  let putOff = 0;
  // In the middle are the files, one like the other.
  const moments = Array.from({ length: steps }, (_, n) => n).filter((n) => n < 12 || n % 13 === 0 || n > steps - 6);
  for (const after of moments) {
    const { dir, former } = await withSomebodyGone();
    const { ended } = await killedAfter(after, () => change(dir, after));
    if (ended) putOff += 1;
    // Once more on the way back: what goes on after a kill may be killed too.
    await killedAfter(after % 7, () => change(dir, after + 1));
    await change(dir, after + 2);
    await expectChanged(dir, former);
    await fs.rm(dir, { recursive: true });
  }
  // Before the keyring is written, the log-in only puts the change off.
  expect(putOff).toBeGreaterThan(0);
  expect(putOff).toBeLessThan(10);
}, 300_000);

describe('a log-in goes on without the change', () => {
  test('where the disk has no room for it, and says how much is missing', async () => {
    const { dir, former } = await withSomebodyGone();
    vi.mocked(fs.statfs).mockImplementation((async () => ({ bavail: 10, bsize: 4096 })) as unknown as typeof fs.statfs);
    const [notice] = await change(dir, 0);
    expect(notice).toMatch(/2026年11月30日有人离开，案卷库的密钥应当更换，这次没有换成：.*MB/);
    expect(databasesOpenedBy(dir, former)).toEqual(['content', 'office']);
    expect(await damagedUnder(dir, former)).toEqual([]);
    vi.mocked(fs.statfs).mockImplementation(real.statfs);
    expect((await change(dir, 0)).join('')).toContain('案卷库的密钥已经更换');
    await expectChanged(dir, former);
  });

  test('of one file that another program holds, which the next log-in takes up', async () => {
    const { dir, former } = await withSomebodyGone();
    const [held = ''] = filesIn(join(dir, 'vault'));
    vi.mocked(fs.open).mockImplementation(async (path, ...rest) => {
      if (path === held) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
      return real.open(path, ...rest);
    });
    expect((await change(dir, 0)).join('')).toContain('还有1份材料正被别的程序占用');
    vi.mocked(fs.open).mockImplementation(real.open);
    const { keyring, keys } = await logIn(dir, 1);
    expect(await keyring.keyChange(keys)).toMatchObject({ isUnderWay: true });
    expect(await damagedUnder(dir, keys.vaultKey)).toEqual([held]);
    expect(await change(dir, 1)).toEqual([]);
    await expectChanged(dir, former);
  });
});
