// 练习: a profile to learn with, reached before a log-in, that nobody takes for the real one, begun anew and left by keyboard.
import { samplePassword } from '../../main/sample/sample.ts';
import { axeFaults } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, walkTo } from './support/keyboard.ts';
import { enter } from './support/sample-desk.ts';

test('from the first start into practice and back: band, title, accent, marked prints, nothing to the outside', async ({
  page,
}) => {
  test.setTimeout(360_000);
  const band = page.getByTestId('practice-band');
  const accent = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--rail'));
  const real = await accent();

  await test.step('one key from the first start, with a word that it takes a while', async () => {
    await walkTo(page, page.getByTestId('practise'));
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('practise')).toContainText('正在准备练习');
    await band.waitFor({ timeout: 180_000 });
    await expect(page.getByLabel('密码')).toBeFocused();
    await expect(band).toContainText(samplePassword);
    await expect(page).toHaveTitle(/练习/);
    expect(await accent()).not.toBe(real);
    expect(await axeFaults(page)).toEqual([]);
  });

  await test.step('a case under way is there, and its page is marked', async () => {
    await enter(page, '王建国');
    await page.locator('[data-ready=today]').waitFor();
    await expect(page).toHaveTitle(/^练习/);
    await expect(band).toBeVisible();
    await goToPlace(page, '案件');
    await page.keyboard.press('Enter');
    await page.locator('[data-ready=case]').waitFor();
    await expect(page.getByRole('heading', { name: '作出行政处罚决定' })).toBeVisible();
    await page.setViewportSize({ width: 683, height: 384 });
    await expect(band).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  await test.step('the lock stays in practice', async () => {
    await page.keyboard.press('F8');
    await expect(page.getByLabel('密码')).toBeFocused();
    await expect(band).toBeVisible();
  });

  await test.step('begun anew', async () => {
    await walkTo(page, page.getByTestId('practise-anew'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await walkTo(page, page.getByTestId('practise-anew-yes'));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 180_000 });
    await expect(page.getByLabel('密码')).toBeFocused();
    await expect(band).toBeVisible();
  });

  await test.step('and left: the office is as it was', async () => {
    await walkTo(page, page.getByTestId('leave-practice'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('机关全称')).toBeFocused({ timeout: 30_000 });
    await expect(band).toBeHidden();
    await expect(page).not.toHaveTitle(/练习/);
    expect(await accent()).toBe(real);
  });
});
