import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../../main/hosts/browser/find-chromium.ts';
import { endWithUs } from './child.ts';

const root = join(import.meta.dirname, '../..');
const PATIENCE_MS = 100_000;

export interface HostProcess extends AsyncDisposable {
  child: ChildProcess;
  /** All that it has printed so far. */
  output: () => string;
  /** Settles with the exit code. */
  ended: Promise<number | null>;
}

/** Starts the built program as `npm start` does. */
export const startHost = (words: readonly string[], env: NodeJS.ProcessEnv = {}): HostProcess =>
  startProgram(join(root, 'out/main/browser.js'), words, { env });

function startProgram(
  program: string,
  words: readonly string[],
  { env = {}, hears = false }: { env?: NodeJS.ProcessEnv; hears?: boolean },
): HostProcess {
  const child = spawn(process.execPath, [program, ...words], {
    stdio: ['ignore', 'pipe', 'pipe', ...(hears ? ['ipc' as const] : [])],
    env: { ...process.env, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = endWithUs(child);
  return {
    child,
    output: () => output,
    ended,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Starts the program without a window and waits for its one-time address. */
export async function startHeadless(profileDir: string): Promise<HostProcess & { address: string }> {
  const host = startHost(['--profile', profileDir, '--no-window']);
  return { ...host, address: await addressOf(host) };
}

export interface DatedHost extends HostProcess {
  address: string;
  /** Puts the clock of the host to `YYYY-MM-DDTHH:mm` of the office's time zone; it runs on from there. */
  setClock: (moment: string) => Promise<void>;
}

/** Starts the program from source on a day of the test's choosing. */
export async function startDated(profileDir: string, moment: string): Promise<DatedHost> {
  const host = startProgram(
    join(import.meta.dirname, 'dated-host.ts'),
    ['--profile', profileDir, '--at', withZone(moment)],
    { hears: true },
  );
  const setClock = async (next: string): Promise<void> => {
    const told = once(host.child, 'message');
    host.child.send(withZone(next));
    await told;
  };
  return { ...host, address: await addressOf(host), setClock };
}

/** A moment of the office's time zone, as `Date` reads it. */
export const withZone = (moment: string): string => `${moment}:00+08:00`;

const addressOf = (host: HostProcess): Promise<string> =>
  eventually(async () => /http:\/\/127\.\S+/.exec(host.output())?.[0], host);

/** Starts the program with its own window on `display`, and looks into that window through a second debugging port. */
export async function startInWindow(
  profileDir: string,
  display: string,
  log: string,
): Promise<HostProcess & { browser: Browser; page: Page }> {
  const host = startHost(['--profile', profileDir], {
    DISPLAY: display,
    CASE_CHROMIUM: join(import.meta.dirname, 'chromium-with-port.sh'),
    CASE_TEST_CHROMIUM: findChromium() ?? '',
    CASE_TEST_CHROMIUM_LOG: log,
  });
  const port = await eventually(async () => /ws:\/\/\S+/.exec(await readFile(log, 'utf8').catch(() => ''))?.[0], host);
  const browser = await chromium.connectOverCDP(port);
  const page = await eventually(async () => browser.contexts()[0]?.pages()[0], host);
  return { ...host, browser, page };
}

/** Waits for the mark that the page sets when its first screen is painted. */
export async function untilReady(page: Page, host: HostProcess): Promise<void> {
  try {
    await page.locator('[data-ready]').first().waitFor({ state: 'attached', timeout: PATIENCE_MS });
  } catch (cause) {
    throw new Error(`the first screen did not come: ${host.output()}`, { cause });
  }
}

async function eventually<Value>(look: () => Promise<Value | undefined>, host: HostProcess): Promise<Value> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && host.child.exitCode === null) {
    const value = await look();
    if (value !== undefined) return value;
    await pause(20);
  }
  throw new Error(`the host did not come up: ${host.output()}`);
}
