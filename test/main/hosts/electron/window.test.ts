// The built entry and preload, over the fake electron whose window is a real Chromium page (see test/support/fake-electron.ts).
import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { holdProfile } from '../../../../main/hosts/profile-lock.ts';
import { temporaryFolder } from '../../../support/profile.ts';

const root = join(import.meta.dirname, '../../../..');
const runner = join(root, 'test/support/run-fake-electron.ts');
const entry = join(root, 'out/main/electron.js');

interface Told {
  sandboxed: boolean;
  switches: string[];
  paths: Record<string, string>;
  partition: string;
  menu: unknown;
  options: BrowserWindowConstructorOptions;
  shown: boolean;
}

let profile: Awaited<ReturnType<typeof temporaryFolder>>;
let program: ChildProcess;
let errors = '';
/** Chromium's first start on a cold disk, beside other tests, takes more than half a minute. */
const COLD_START = 200_000;
let lastId = 0;

function start(): ChildProcess {
  return fork(runner, [entry, '--profile', profile.path], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
}

async function ask<Answer>(question: string, ...given: string[]): Promise<Answer> {
  const id = (lastId += 1);
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const listen = (message: { id: number; answer: Answer; error?: string }): void => {
    if (message.id !== id) return;
    program.off('message', listen);
    if (message.error === undefined) resolve(message.answer);
    else reject(new Error(message.error));
  };
  program.on('message', listen);
  program.send({ id, question, given });
  return promise;
}

beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')]);
  profile = await temporaryFolder();
  program = start();
  program.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  await vi.waitFor(async () => {
    const ready = await ask<boolean>('evaluate', "document.querySelector('[data-ready]') !== null");
    expect(ready, errors).toBe(true);
  }, COLD_START);
});

afterAll(async () => {
  program.kill('SIGKILL');
  await profile.remove();
});

test('the page comes up to the log-in over its own door, with its scripts, under the strict policy', async () => {
  expect(await ask('evaluate', 'document.documentElement.lang')).toBe('zh-CN');
  expect(await ask('evaluate', "fetch('/nothing.js').then((answer) => answer.status)")).toBe(404);
  const policy = await ask<string>(
    'evaluate',
    "fetch('/').then((answer) => answer.headers.get('content-security-policy'))",
  );
  expect(policy).toContain("default-src 'none'");
  expect((await ask<Told>('told')).shown).toBe(true);
});

test('the preload gives the page plain data and nothing else', async () => {
  expect(await ask('evaluate', 'desktop')).toEqual({ host: 'electron' });
  expect(await ask('evaluate', '[typeof require, typeof process, typeof ipcRenderer].join()')).toBe(
    'undefined,undefined,undefined',
  );
});

test('the window is sandboxed and isolated, and keeps nothing on the disk', async () => {
  const told = await ask<Told>('told');
  expect(told.sandboxed).toBe(true);
  expect(told.options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  });
  expect(told.options.webPreferences?.partition).toBe(told.partition);
  expect(told.partition).not.toMatch(/^persist:/);
  expect(told.paths['userData']).toMatch(/case-window-/);
  expect(told.switches).toContainEqual(expect.stringMatching(/^host-resolver-rules=MAP \* ~NOTFOUND, EXCLUDE 127\./));
  expect(told.menu).toBeNull();
});

test('the page cannot be left, nor another window opened but an empty one with the same settings', async () => {
  await ask('evaluate', "location.href = 'https://evil.example/'; 0");
  await ask('evaluate', 'new Promise((done) => setTimeout(done, 200))');
  expect(await ask('address')).toMatch(/^http:\/\/127\./);
  expect(await ask('open', 'https://evil.example/')).toEqual({ action: 'deny' });
  expect(await ask('open', await ask('address'))).toEqual({ action: 'deny' });
  const { webPreferences } = (await ask<Told>('told')).options;
  expect(await ask('open', 'about:blank')).toEqual({ action: 'allow', webPreferences });
});

test('camera and microphone are for our page only', async () => {
  const own = await ask<string>('address');
  expect(await ask('request', 'media', own)).toBe(true);
  expect(await ask('request', 'media', 'https://evil.example/')).toBe(false);
  expect(await ask('check', 'geolocation', own)).toBe(false);
});

test('a page whose process died is loaded again and goes on record', async () => {
  await ask('evaluate', 'window.before = true');
  await ask('die', 'crashed');
  await vi.waitFor(async () => {
    const ready = "window.before === undefined && document.querySelector('[data-ready]') !== null";
    expect(await ask('evaluate', ready)).toBe(true);
  }, COLD_START);
  await vi.waitFor(() => expect(errors).toContain('render-process-gone'));
  errors = '';
});

test('when the machine is left, the page is asked to lock by the key of a person', async () => {
  await ask('evaluate', "window.keys = []; addEventListener('keydown', ({ key }) => window.keys.push(key)); 0");
  for (const [index, event] of ['suspend', 'lock-screen'].entries()) {
    await ask('power', event);
    await vi.waitFor(async () => expect(await ask('evaluate', 'window.keys.length')).toBe(index + 1));
  }
  expect(await ask('evaluate', 'window.keys')).toEqual(['F8', 'F8']);
});

test('a second start raises the first window and ends well', async () => {
  const raised = once(program, 'message');
  const second = start();
  let said = '';
  second.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  expect(said).toBe('案卷工作站已经打开，已切换到它的窗口。\n');
  expect(await raised).toEqual([{ focused: true }, undefined]);
});

test('closing the window ends the program in order', async () => {
  const ended = once(program, 'exit');
  const folder = (await ask<Told>('told')).paths['userData'] ?? '';
  program.send({ id: 0, question: 'close', given: [] });
  expect(await ended).toEqual([0, null]);
  const hold = await holdProfile(profile.path, () => false);
  expect(hold.held).toBe(true);
  if (hold.held) await hold.release();
  await expect(readdir(folder)).rejects.toThrow('ENOENT');
  expect(errors).toBe('');
});
