import { spawnSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createErrorLog } from '../../../../main/app/error-log.ts';
import { forkWorkstation } from '../../../../main/hosts/browser/fork.ts';
import { runBrowserHost, type BrowserHostOptions } from '../../../../main/hosts/browser/run.ts';
import { installPaths } from '../../../../main/hosts/install-paths.ts';
import { temporaryFolder } from '../../../support/profile.ts';

/** The process of the workstation starts beside other tests. */
const PATIENCE_MS = 60_000;
const support = join(import.meta.dirname, '../../../support');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder.path, 'renderer'));
  await writeFile(join(folder.path, 'renderer', 'index.html'), '<title>案卷工作站</title>');
});
afterEach(() => folder.remove());

function start(changes: Partial<BrowserHostOptions> = {}) {
  const printed: string[] = [];
  const warned: string[] = [];
  const stopper = new AbortController();
  const profileDir = join(folder.path, 'profile');
  const ended = runBrowserHost({
    errorLog: createErrorLog(profileDir, { print: (line) => warned.push(line) }),
    folders: { profileDir, ...installPaths(folder.path) },
    wantsWindow: false,
    start: () => forkWorkstation(join(support, 'fixture-program.ts')),
    stop: stopper.signal,
    print: (sentence) => printed.push(sentence),
    warn: (line) => warned.push(line),
    ...changes,
  });
  const address = () =>
    vi.waitFor(() => {
      const found = printed.map((sentence) => /http:\S+/.exec(sentence)?.[0]).find((url) => url !== undefined);
      if (found === undefined) throw new Error('no address yet');
      return found;
    }, PATIENCE_MS);
  return { printed, warned, ended, address, stop: () => stopper.abort() };
}

test('prints a one-time address that leads to the page', async () => {
  const host = start();
  const ticket = await fetch(await host.address(), { redirect: 'manual' });
  const cookie = ticket.headers.get('set-cookie')?.split(';')[0] ?? '';
  const origin = new URL(await host.address()).origin;
  expect(await (await fetch(origin, { headers: { cookie } })).text()).toContain('案卷工作站');
  host.stop();
  expect(await host.ended).toBe(0);
  await expect(fetch(origin)).rejects.toThrow('fetch failed');
});

test('a second start on the same profile says so and ends well', async () => {
  const first = start();
  await first.address();
  const second = start();
  expect(await second.ended).toBe(0);
  expect(second.printed).toEqual(['案卷工作站已经在运行，不能重复启动。']);
  first.stop();
  await first.ended;
  const third = start();
  await third.address();
  third.stop();
  expect(await third.ended).toBe(0);
  expect(await readdir(join(folder.path, 'profile'))).toEqual(['host.lock', 'open.lock']);
});

test('a workstation that cannot start ends the host with a fault and frees the profile', async () => {
  const broken = start({ start: () => forkWorkstation(join(support, 'broken-program.ts')) });
  expect(await broken.ended).toBe(1);
  expect(broken.warned.join('\n')).toContain('案卷工作站没有启动成功');
  expect(broken.printed).toEqual([]);
  expect(await readdir(join(folder.path, 'profile'))).toEqual(['host.lock']);
});

test('a process that dies again and again ends the host', async () => {
  const dying = start({ start: () => forkWorkstation('/nowhere.js') });
  expect(await dying.ended).toBe(1);
  expect(await readdir(join(folder.path, 'profile'))).toEqual(['host.lock']);
});

test.each([
  ['cannot be run', '/etc/hostname'],
  ['ends at once', '/bin/true'],
])('a browser that %s ends the host with a fault and frees the profile', async (_, executable) => {
  vi.stubEnv('CASE_CHROMIUM', executable);
  const host = start({ wantsWindow: true });
  expect(await host.ended).toBe(1);
  expect(host.warned.join('\n')).toContain('案卷工作站没有启动成功');
  expect((await readdir(join(folder.path, 'profile'))).filter((name) => !name.endsWith('.lock'))).toEqual([]);
  vi.unstubAllEnvs();
});

test('without any browser the address is printed, after a sentence on what is missing', async () => {
  vi.stubEnv('CASE_CHROMIUM', '/nowhere');
  const host = start({ wantsWindow: true });
  await host.address();
  expect(host.printed[0]).toContain('没有找到 Chromium 浏览器');
  host.stop();
  expect(await host.ended).toBe(0);
  vi.unstubAllEnvs();
});

test('a wrong option is answered with the ones there are', () => {
  const entry = join(import.meta.dirname, '../../../../main/browser.ts');
  const { status, stderr } = spawnSync(process.execPath, [entry, '--bogus'], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain('--profile 资料目录');
});
