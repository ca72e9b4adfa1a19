// Paper goes out of the window and comes back: printed to be signed by Ctrl+P, and put into 收件 as a scanner gives it.
import type { Page } from '@playwright/test';
import { rendered, scanned, type Raw } from '../../support/scanned.ts';
import { goToPlace, untilClosed } from './keyboard.ts';
import { expect } from './fixture.ts';

export interface Scan {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Runs in the page. */
const bytesAt = async (url: string): Promise<number[]> => [...new Uint8Array(await (await fetch(url)).arrayBuffer())];

/** Prints the paper in hand to be signed (签字稿); its pages. */
export async function printToSign(page: Page): Promise<Raw[]> {
  const dialog = page.getByTestId('print-dialog');
  const printed = page.waitForResponse((response) => /\/prints\//.test(response.url()));
  await page.keyboard.press('Control+p');
  await expect(dialog).toBeVisible();
  const pdf = await page.evaluate(bytesAt, (await printed).url());
  await page.keyboard.press('Escape');
  await untilClosed(dialog);
  return rendered(Uint8Array.from(pdf), 150);
}

/** How sheets lie on the scanner, in degrees, one after the other. */
const TURNED = [-3, 180, 4, 90, -5];

/** A pile of sheets as a scanner gives it back: each turned another way, signed across, noisy; the last sheet first. */
export async function scansOf(sheets: readonly Raw[]): Promise<Scan[]> {
  const pictures = await Promise.all(
    sheets.map((sheet, index) =>
      scanned(sheet, { turned: TURNED[index % TURNED.length] ?? 0, noise: 6, scribbled: index > 0, seed: index + 1 }),
    ),
  );
  return pictures
    .map((buffer, index) => ({ name: `扫描${index + 1}.jpg`, mimeType: 'image/jpeg', buffer }))
    .toReversed();
}

/** Puts scans into 收件. */
export async function receive(page: Page, scans: readonly Scan[]): Promise<void> {
  await goToPlace(page, '收件');
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Alt+n');
  await (await chooser).setFiles([...scans]);
}

const proposals = (page: Page) => page.getByTestId('tray-proposal').locator('[role=row][data-index]');

/** All sheets are read, and lie with so many papers in full. */
export async function untilRead(page: Page, papers: number): Promise<void> {
  const inFull = Array.from({ length: papers }, () => /(\d+)\/\1 页/);
  await expect(proposals(page)).toHaveText(inFull, { timeout: 60_000 });
}

/** Enter for each paper whose sheets are there in full. */
export async function placeAll(page: Page, papers: number): Promise<void> {
  await untilRead(page, papers);
  for (let left = papers - 1; left >= 0; left -= 1) {
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('just-done')).toContainText('已归入');
    await expect(proposals(page)).toHaveCount(left);
  }
  await expect(page.getByText('收件里没有东西。')).toBeVisible();
}
