// How long a clerk waits from the key to the screen in a full office, and what kept the page from answering meanwhile.
import { chromium, type Page } from '@playwright/test';
import { railPlaces } from '../../renderer/app/places.ts';
import { findChromium } from '../../main/hosts/browser/find-chromium.ts';
import { enter } from '../e2e/support/sample-desk.ts';
import { startHeadless, untilReady } from '../support/host-process.ts';
import { PAPERS, quantile, seeded } from './store.ts';

/** Each place is gone to this often; the first time loads its part of the program and is told apart. */
const ROUNDS = 6;
const PEOPLE = ['赵强', '王建国'];

interface Watched {
  /** When the last key was pressed, on the clock of the page. */
  keyAt: number;
  /** Tasks over 50 ms, milliseconds. */
  longTasks: number[];
}
declare global {
  interface Window {
    watched: Watched;
  }
}

/**
 * Milliseconds from the key of a place to the frame that shows its content, with 100 000 papers, as somebody who sees every case and as an
 * officer; and the tasks over 50 ms of the page.
 */
export async function benchScreens(dir: string): Promise<Record<string, unknown>> {
  const full = await seeded(dir, PAPERS);
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    await using host = await startHeadless(full.dir);
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.addInitScript(watch);
    await page.goto(host.address);
    await untilReady(page, host);
    const results: Record<string, unknown> = {};
    for (const name of PEOPLE) {
      await page.keyboard.press('F8');
      await page.getByLabel('密码').waitFor();
      await enter(page, name);
      await page.locator('[data-ready=today]').waitFor();
      results[name] = await measurePlaces(page);
    }
    return { papers: PAPERS, limitMs: 100, limitTaskMs: 50, ...results };
  } finally {
    await browser.close();
  }
}

async function measurePlaces(page: Page): Promise<Record<string, unknown>> {
  const results: Record<string, unknown> = {};
  const longTasks: string[] = [];
  const rail = await page.getByRole('navigation', { name: '主导航' }).getByRole('link').allInnerTexts();
  const theirs = railPlaces.filter(({ name }) => rail.some((link) => link.includes(name)));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { name, path, shortcut } of theirs) {
      const ms = await goTo(page, { name, shortcut, path });
      const long = await page.evaluate(() => window.watched.longTasks.splice(0));
      longTasks.push(...long.map((taskMs) => `${name} ${round + 1}: ${taskMs}`));
      const known = (results[name] ?? { firstMs: ms, ms: [] }) as { firstMs: number; ms: number[] };
      if (round > 0) known.ms.push(ms);
      results[name] = known;
    }
  const summed = Object.entries(results as Record<string, { firstMs: number; ms: number[] }>).map(
    ([name, { firstMs, ms }]) => [name, { firstMs, p50: quantile(ms, 0.5), worst: Math.max(...ms) }],
  );
  return { ...Object.fromEntries(summed), tasksOver50Ms: longTasks };
}

/** From the key to the first frame in which the screen has its data. */
async function goTo(
  page: Page,
  { name, shortcut, path }: Pick<(typeof railPlaces)[number], 'name' | 'shortcut' | 'path'>,
): Promise<number> {
  await page.keyboard.press(shortcut);
  const shown = await page.waitForFunction(
    ({ to, called }) => {
      // The screen before stays until the next one can be drawn.
      const isDrawn = document.querySelector('main h1')?.textContent.includes(called) ?? false;
      const isThere = location.pathname === to && isDrawn && document.querySelector('main [data-ready]') !== null;
      return isThere ? Math.round(performance.now() - window.watched.keyAt) : null;
    },
    { to: path, called: name },
    { polling: 'raf' },
  );
  const ms = (await shown.jsonValue()) ?? 0;
  await page.locator('[data-settled]').waitFor({ state: 'attached' });
  await page.waitForTimeout(300);
  return ms;
}

/** Runs in the page, before it. */
function watch(): void {
  window.watched = { keyAt: 0, longTasks: [] };
  window.addEventListener('keydown', ({ timeStamp }) => (window.watched.keyAt = timeStamp), { capture: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.watched.longTasks.push(Math.round(duration));
  }).observe({ entryTypes: ['longtask'] });
}
