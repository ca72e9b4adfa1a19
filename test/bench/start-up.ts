// How long a clerk waits: from starting the program to the password box painted, beside an empty page in the same browser.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { chromiumArguments } from '../../main/hosts/browser/chromium.ts';
import { findChromium } from '../../main/hosts/browser/find-chromium.ts';
import { startDisplay, type Display } from '../support/display.ts';
import { startInWindow, untilReady } from '../support/host-process.ts';
import { copyOfStage } from '../support/office-profile.ts';
import { temporaryFolder } from '../support/profile.ts';

const RUNS = 5;

/** Medians in milliseconds; `floor` is a Chromium window on an empty page, started in turn with the program. */
export async function benchStartUp(): Promise<{ hostMs: number; floorMs: number; ratio: number }> {
  await using display = await startDisplay();
  const profileDir = await copyOfStage('handed-over');
  const host: number[] = [];
  const floor: number[] = [];
  // The first pair only warms the disk cache.
  for (let run = 0; run <= RUNS; run += 1) {
    const floorMs = await timeEmptyPage(display);
    const hostMs = await timeHost(display, profileDir);
    if (run > 0) {
      floor.push(floorMs);
      host.push(hostMs);
    }
  }
  await rm(profileDir, { recursive: true });
  const [hostMs, floorMs] = [median(host), median(floor)];
  return { hostMs, floorMs, ratio: Number((hostMs / floorMs).toFixed(2)) };
}

async function timeHost(display: Display, profileDir: string): Promise<number> {
  await using folder = await temporaryFolder('case-bench');
  const start = Date.now();
  await using running = await startInWindow(profileDir, display.name, join(folder.path, 'log'));
  await untilReady(running.page, running);
  return (await paintedAt(running.page)) - start;
}

async function timeEmptyPage(display: Display): Promise<number> {
  await using folder = await temporaryFolder('case-bench');
  const server = createServer((_, answer) =>
    answer.setHeader('content-type', 'text/html; charset=utf-8').end('<!doctype html><p>案卷'),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const words = chromiumArguments({ origin, folder: join(folder.path, 'browser') }, process.getuid?.());
  const log = join(folder.path, 'log');
  const start = Date.now();
  const child = spawn(
    join(import.meta.dirname, '../support/chromium-with-port.sh'),
    words.filter((word) => word !== '--remote-debugging-pipe'),
    {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: display.name, CASE_TEST_CHROMIUM: findChromium(), CASE_TEST_CHROMIUM_LOG: log },
    },
  );
  const exited = once(child, 'exit');
  const browser = await chromium.connectOverCDP(await portIn(log));
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('the empty page did not open');
  const painted = await paintedAt(page);
  child.kill();
  await exited;
  server.close();
  return painted - start;
}

async function portIn(log: string): Promise<string> {
  for (;;) {
    const port = /ws:\/\/\S+/.exec(await readFile(log, 'utf8').catch(() => ''))?.[0];
    if (port !== undefined) return port;
    await pause(5);
  }
}

/** When the largest text of the page was painted, on the clock of Date.now(); looking later does not change it. */
function paintedAt(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) =>
          resolve(performance.timeOrigin + (list.getEntries().at(-1)?.startTime ?? 0)),
        );
        observer.observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
}
