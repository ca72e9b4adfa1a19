import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createErrorLog } from '../../../main/app/error-log.ts';
import { deriveKey, newVaultKey, officeKeyOf, wipe } from '../../../main/platform/vault/keys.ts';
import { createSealedLog } from '../../../main/platform/vault/sealed-log.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { holdsText } from '../faults/support.ts';

const all = { most: 500, wanted: () => true };
/** As the system administrator has them. */
const newKeys = () => ({ officeKey: officeKeyOf(newVaultKey()), vaultKey: null });
afterEach(() => void vi.restoreAllMocks());

async function openLog(dir?: string) {
  const lines: string[] = [];
  const profileDir = dir ?? (await tempDir());
  return { profileDir, lines, log: createErrorLog(profileDir, { print: (line) => lines.push(line) }) };
}

test('a fault gets an id to be read out, and the log keeps where and when but not what was said', async () => {
  const { log, lines, profileDir } = await openLog();
  const keys = newKeys();
  await log.unlocked(keys.officeKey);
  const id = log.report(new RangeError('陈福来 440524188001010014'), 'call', 'cases.open');
  expect(id).toMatch(/^[34679ACDEFGHJKMNPQRTVWXY]{4}-[34679ACDEFGHJKMNPQRTVWXY]{4}$/);
  const [entry] = await log.read(keys, all);
  expect(entry).toMatchObject({ id, source: 'call', call: 'cases.open', kind: 'RangeError', code: null });
  expect(entry?.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(Math.abs(Date.parse(entry?.moment ?? '') - Date.now())).toBeLessThan(60_000);
  expect(entry?.places[0]).toMatch(/test\/main\/app\/error-log\.test\.ts:\d+:\d+$/);
  expect(JSON.stringify([entry, lines])).not.toMatch(/陈福来|440524|file:\/\//);
  expect(lines[0]).toContain(id);
  const files = await readdir(join(profileDir, 'error-log'));
  expect(files.toSorted()).toEqual(['00000001.log', 'public-key']);
  for (const text of [id, 'RangeError', 'cases.open', 'error-log.test'])
    expect([text, await holdsText(join(profileDir, 'error-log', '00000001.log'), text)]).toEqual([text, false]);
});

test('what happens before the first start waits for a key; what happens while locked, or in another run, does not', async () => {
  const { log, profileDir } = await openLog();
  const early = log.report(new Error('no profile yet'), 'start');
  expect(await readdir(profileDir)).toEqual([]);
  const keys = newKeys();
  await log.unlocked(keys.officeKey);
  const locked = (await openLog(profileDir)).log.report(new Error('before the log-in'), 'process');
  expect((await log.read(keys, all)).map(({ id }) => id)).toEqual([locked, early]);
});

test('reading needs the office key: a wiped one and another one show nothing', async () => {
  const { log } = await openLog();
  const keys = newKeys();
  await log.unlocked(keys.officeKey);
  log.report(new Error('x'), 'job', 'verify');
  expect(await log.read(newKeys(), all)).toEqual([]);
  wipe(keys.officeKey);
  await expect(log.read(keys, all)).rejects.toThrow('key-wiped');
});

test('the same fault again within a minute has the same id, and later a new one', async () => {
  const { log } = await openLog();
  const keys = newKeys();
  await log.unlocked(keys.officeKey);
  const begun = performance.now();
  const clock = vi.spyOn(performance, 'now');
  const again = (seconds: number): string => {
    clock.mockReturnValue(begun + seconds * 1000);
    return log.report(Object.assign(new Error('x'), { stack: '' }), 'call', 'cases.list');
  };
  const [first, second, other] = [again(0), again(59), again(61)];
  expect(second).toBe(first);
  expect(other).not.toBe(first);
  expect(await log.read(keys, all)).toHaveLength(2);
});

test('a page that reports without end is refused after a while, and other faults are still kept', async () => {
  const { log } = await openLog();
  const keys = newKeys();
  await log.unlocked(keys.officeKey);
  const report = (line: number): string =>
    log.reportPage({ kind: 'TypeError', code: null, places: [`assets/main.js:${line}:1`] });
  for (let line = 1; line <= 30; line += 1) report(line);
  expect(() => report(31)).toThrow(expect.objectContaining({ refusal: { code: 'busy', what: '故障登记' } }));
  log.report(new Error('x'), 'process');
  expect((await log.read(keys, all)).map(({ source }) => source).filter((source) => source !== 'page')).toEqual([
    'process',
  ]);
});

test('entries of before, sealed for a key of the vault, are read by who holds it', async () => {
  const { log, profileDir } = await openLog();
  const vaultKey = newVaultKey();
  const officeKey = officeKeyOf(vaultKey);
  const former = createSealedLog(join(profileDir, 'error-log'));
  await former.putPublicKey(deriveKey(vaultKey, 'error-log'));
  former.append(Buffer.from(JSON.stringify({ id: 'K7M4-9QXD', source: 'call' })));
  await log.unlocked(officeKey);
  const id = log.report(new RangeError('x'), 'call', 'cases.open');
  expect((await log.read({ officeKey, vaultKey }, all)).map((entry) => entry.id)).toEqual([id, 'K7M4-9QXD']);
  expect((await log.read({ officeKey, vaultKey: null }, all)).map((entry) => entry.id)).toEqual([id]);
});
