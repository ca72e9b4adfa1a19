import type { Page } from '@playwright/test';
import { expect } from './fixture.ts';
import { goToPlace, put, walkTo } from './keyboard.ts';
import { sample, type Desk } from './sample-desk.ts';

/** The wizard of 归档, to the dossier in view. */
export async function fileVolume(desk: Desk, moment: string): Promise<void> {
  const { page } = desk;
  const { by, inspector, situation, retention } = sample.filing;
  await desk.logIn(by, moment);
  await goToPlace(page, '归档');
  await expect(page.getByTestId('archive-queue').locator('[role=row][data-index]').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByText('没有挡住归档的问题').waitFor();
  await answerQuestions(page);
  await page.keyboard.press('Control+Enter');
  await walkTo(page, page.locator('[name=retention]').first());
  await expect(page.getByRole('radio', { name: retention })).toBeChecked();
  await put(page.locator('[name=inspector]'), inspector);
  await put(page.locator('[name=situation]'), situation);
  await page.keyboard.press('Control+Enter');
  await walkTo(page, page.getByTestId('make-volume'));
  await page.keyboard.press('Enter');
  await page.getByTestId('legal-section-record').waitFor({ timeout: 60_000 });
  await expect
    .poll(async () => Number(await page.getByTestId('pdf').getAttribute('data-pages')), { timeout: 30_000 })
    .toBeGreaterThan(20);
}

/** What only a person can judge is answered in its row, the caret going on to the next. */
async function answerQuestions(page: Page): Promise<void> {
  const rows = page.getByRole('region', { name: /^需要人判断的问题/ }).getByRole('listitem');
  await walkTo(page, rows.first().getByRole('radio', { name: '是' }));
  for (let left = await rows.count(); left > 0; left -= 1) {
    await page.keyboard.press('Space');
    await walkTo(page, rows.first().getByRole('button', { name: '记下' }));
    await page.keyboard.press('Enter');
    await expect(rows).toHaveCount(left - 1);
    if (left > 1) await expect(rows.first().getByRole('radio', { name: '是' })).toBeFocused();
  }
}
