// What is typed is never taken for something else, and never lost.
import type { Page } from '@playwright/test';
import { startHeadless, untilReady } from '../support/host-process.ts';
import { beginCase, beginForNewParty, lookForParty } from './support/begin-case.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, pressWhileComposing, put, walkTo } from './support/keyboard.ts';
import { keepLetter, setUpOffice, unlock } from './support/office.ts';
import { openSection } from './support/settings.ts';

const words = '举报人反映该单位长期安排职工加班。';

/** Goes to a field of the open paper by Tab and types into it. */
async function write(page: Page, field: string): Promise<void> {
  await walkTo(page, page.locator(`[data-field="${field}"]`));
  await page.keyboard.insertText(words);
}

const textSizeOf = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.style.fontSize);

test('Enter that ends a composition chooses nothing, and the lock gives field, text and caret back', async ({
  page,
}) => {
  await setUpOffice(page);
  await keepLetter(page);
  await lookForParty(page);
  await pressWhileComposing(page.locator('[name=household]'), 'Enter');
  await expect(page.locator('[name=household]')).toBeFocused();
  await expect(page.locator('[name=party-name]')).toHaveCount(0);
  await beginForNewParty(page, []);

  await write(page, 'facts');
  const field = page.locator('[data-field=facts] textarea');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F8');
  await expect(page.getByLabel('密码')).toBeFocused();
  expect(await page.content()).not.toContain(words);
  await unlock(page);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(words);
  expect(await field.evaluate((area: HTMLTextAreaElement) => [area.selectionStart, area.selectionEnd])).toEqual([
    words.length - 3,
    words.length - 3,
  ]);
});

test('what was typed, and the size it is read in, are there again after the host was killed', async ({
  profileDir,
  context,
}) => {
  await using first = await startHeadless(profileDir);
  const page = await context.newPage();
  await page.goto(first.address);
  await untilReady(page, first);
  await setUpOffice(page);
  await keepLetter(page);
  await beginCase(page, []);
  await write(page, 'facts');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('saved')).toContainText('已保存');
  await openSection(page, '显示');
  // What is chosen is in main a moment later; the arrow keys choose what they pass over too.
  const kept = page.waitForResponse(
    (response) =>
      response.url().endsWith('/formDrafts/put') &&
      response.ok() &&
      response.request().postData()?.includes('特大') === true,
  );
  await put(page.locator('[name=text-size]').first(), '特大');
  await kept;
  await expect.poll(() => textSizeOf(page)).toBe('19px');
  first.child.kill('SIGKILL');
  await first.ended;
  await page.close();

  await using second = await startHeadless(profileDir);
  const again = await context.newPage();
  await again.goto(second.address);
  await untilReady(again, second);
  await unlock(again);
  await again.locator('[data-ready=today]').waitFor();
  expect(await textSizeOf(again)).toBe('19px');
  await goToPlace(again, '案件');
  await expect(again.getByTestId('cases').getByRole('row').nth(1)).toBeFocused();
  await again.keyboard.press('Enter');
  await expect(again.locator('[data-field=facts] textarea')).toHaveValue(words);
  await again.close();
});

test('what a paper cannot hold is said, told on leaving, and there again after a kill', async ({
  profileDir,
  context,
}) => {
  const tooLong = words.repeat(300);
  await using first = await startHeadless(profileDir);
  const page = await context.newPage();
  await page.goto(first.address);
  await untilReady(page, first);
  await setUpOffice(page);
  await keepLetter(page);
  await beginCase(page, []);
  await write(page, 'facts');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('saved')).toContainText('已保存');

  await page.locator('[data-field=facts] textarea').fill(tooLong);
  await walkTo(page, page.locator('[data-field=conductEndedAt]'));
  await page.keyboard.insertText('去年底');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('saved')).toContainText('另行留存');
  await expect(page.locator('[data-field=facts]')).toContainText('最多5000字');
  await expect(page.locator('[data-field=conductEndedAt]')).toContainText('不是有效的日期');
  await goToPlace(page, '今日');
  await expect(page.getByRole('status').filter({ hasText: '有内容没有写入文书' })).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByLabel('密码')).toBeFocused();
  first.child.kill('SIGKILL');
  await first.ended;
  await page.close();

  await using second = await startHeadless(profileDir);
  const again = await context.newPage();
  await again.goto(second.address);
  await untilReady(again, second);
  await unlock(again);
  await again.locator('[data-ready=today]').waitFor();
  await goToPlace(again, '案件');
  await again.keyboard.press('Enter');
  const facts = again.locator('[data-field=facts] textarea');
  await expect(facts).toHaveValue(tooLong);
  await expect(again.locator('[data-field=conductEndedAt] input')).toHaveValue('去年底');
  await expect(again.getByTestId('saved')).toContainText('另行留存');
  await facts.fill(`${words}请求查处。`);
  await again.locator('[data-field=conductEndedAt] input').fill('');
  await again.keyboard.press('Tab');
  await expect(again.getByTestId('saved')).toContainText('已保存');
  await again.close();
});

test('a dialog keeps what was typed in it when the window grows narrow and wide again', async ({ page }) => {
  await setUpOffice(page);
  await keepLetter(page);
  await beginCase(page, []);
  await page.getByTestId('paper-menu').press('Enter');
  await page.getByRole('menuitem', { name: '作废本文书' }).press('Enter');
  const reason = page.getByRole('dialog').locator('textarea');
  await reason.fill(words);
  for (const size of [
    { width: 683, height: 384 },
    { width: 1366, height: 768 },
  ]) {
    await page.setViewportSize(size);
    await expect(reason).toHaveValue(words);
    await expect(reason).toBeFocused();
  }
});
