// How long the page beside the form takes to say a letter that was typed: key → the page is drawn with it.
import { rm } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../main/hosts/browser/find-chromium.ts';
import { samplePassword } from '../../main/sample/sample.ts';
import { enter } from '../e2e/support/sample-desk.ts';
import { decisionValues, draftOf } from '../main/features/documents/support.ts';
import { startDated, untilReady } from '../support/host-process.ts';
import { copyOfStage } from '../support/office-profile.ts';
import { openWorkstation } from '../support/open-workstation.ts';
import { quantile } from './store.ts';

const MOMENT = '2026-04-03T09:00';
const LETTERS = 60;
/** The first ones warm up the printing thread and the drawing of pages. */
const WARM = 10;

/** Milliseconds by the clock of the page, in the decision (行政处罚决定书) of the sample case. */
export async function benchTyping(): Promise<Record<string, unknown>> {
  const profile = await copyOfStage('approved');
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    await draftDecision(profile);
    await using host = await startDated(profile, MOMENT);
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.addInitScript(watch);
    await page.goto(host.address);
    await untilReady(page, host);
    await page.keyboard.press('F8');
    await page.getByLabel('密码').waitFor();
    await enter(page, '王建国');
    await page.locator('[data-ready=today]').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[data-testid=preview]').waitFor();
    await page.locator('[data-field=payAccount] textarea').focus();
    const ms: number[] = [];
    for (let letter = 0; letter < LETTERS; letter += 1) ms.push(await typeOne(page));
    const counted = ms.slice(WARM);
    return { limitMs: 150, p50: quantile(counted, 0.5), p95: quantile(counted, 0.95), worst: Math.max(...counted) };
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function draftDecision(profile: string): Promise<void> {
  const { workstation, client } = await openWorkstation(profile, () => new Date(`${MOMENT}:00+08:00`));
  try {
    const { people } = await client.session.state();
    const personId = people.find(({ name }) => name === '王建国')?.personId ?? '';
    await client.session.unlock({ personId, password: samplePassword });
    const [first] = await client.cases.list({});
    const caseFile = async () => (await client.cases.open({ caseId: first?.id ?? '' })).file;
    await draftOf({ client, caseFile }, 'J32', { ...decisionValues, payAccount: '' });
  } finally {
    await workstation.close();
  }
}

declare global {
  interface Window {
    pressedAt: number;
  }
}

/** Runs in the page, before it. */
function watch(): void {
  window.addEventListener('keydown', ({ timeStamp }) => (window.pressedAt = timeStamp), { capture: true });
}

/** One letter; the next one comes when the page shows it and is at rest again. */
async function typeOne(page: Page): Promise<number> {
  const before = await page.locator('[data-testid=preview]').getAttribute('data-shown');
  await page.keyboard.press('x');
  const shown = await page.waitForFunction(
    (count) => {
      const now = document.querySelector('[data-testid=preview]')?.getAttribute('data-shown');
      return now === count ? null : Math.round(performance.now() - window.pressedAt);
    },
    before,
    { polling: 'raf' },
  );
  await page.waitForTimeout(150);
  return (await shown.jsonValue()) ?? 0;
}
