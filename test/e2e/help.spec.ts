// Learning it: F1 says how each screen, the paper and the field in hand work; Shift+F1 and ? list the keys; all beside the work.
import type { Page } from '@playwright/test';
import { axeOn } from './support/axe.ts';
import { goOn, startNext } from './support/case-work.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, replaceText, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

const MOMENT = '2026-04-03T09:10';

const violations = async (page: Page): Promise<string[]> =>
  (
    await axeOn(page)
      .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
      .analyze()
  ).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);

test('F1 explains every place of the rail, in a wide and a narrow window, and is shut by the key that opened it', async ({
  context,
}) => {
  test.slow();
  await using profile = await profileAt('approved');
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  const help = page.getByTestId('help');
  await test.step('before the log-in too, and the caret comes back to the password', async () => {
    await page.keyboard.press('F1');
    await expect(help.getByRole('heading', { name: '登录怎么用' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    await expect(page.getByLabel('密码')).toBeFocused();
  });
  await desk.logIn('王建国', MOMENT);
  const names = await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => [...link.childNodes].find(({ nodeType }) => nodeType === 3)?.textContent),
    );
  expect(names.length).toBeGreaterThan(6);
  for (const name of names) {
    await goToPlace(page, name ?? '');
    await page.keyboard.press('F1');
    await expect(help.getByRole('heading', { name: `${name}怎么用` })).toBeVisible();
    await expect(help.getByText('以后：')).toBeVisible();
    await page.keyboard.press('F1');
    await expect(help).toBeHidden();
  }

  await test.step('nothing scrolls sideways at 200 %, in light and dark, and axe finds nothing', async () => {
    await goToPlace(page, '今日');
    await page.keyboard.press('F1');
    await help.waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 683, height: 384 });
    expect(await help.evaluate(({ parentElement: box }) => (box?.scrollWidth ?? 1) - (box?.clientWidth ?? 0))).toBe(0);
    await page.keyboard.press('Shift+F1');
    expect(await help.evaluate(({ parentElement: box }) => (box?.scrollWidth ?? 1) - (box?.clientWidth ?? 0))).toBe(0);
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    await expect(page.getByTestId('open-help')).toBeInViewport();
  });
});

test('in a field F1 has the field’s help, then the paper’s purpose, law and what follows; Esc gives the caret back', async ({
  context,
}) => {
  await using profile = await profileAt('approved');
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('王建国', MOMENT);
  await goToPlace(page, '案件');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
  const help = page.getByTestId('help');

  await test.step('without a paper the screen alone is explained', async () => {
    await page.keyboard.press('F1');
    await expect(help.getByTestId('help-place')).toContainText('F2');
    await expect(help.getByTestId('help-paper')).toBeHidden();
    await page.keyboard.press('Escape');
  });

  await startNext(page, 'J32');
  expect(await goOn(page)).toMatchObject({ at: 'field', what: 'payAccount' });
  const field = page.locator('[data-field=payAccount]').getByRole('textbox');
  await page.keyboard.insertText('工商银行福安支行');
  await page.keyboard.press('F1');
  await expect(help.getByTestId('help-field')).toContainText('写明收款银行');
  await expect(help.getByTestId('help-field').getByRole('heading')).toHaveText('栏目：缴款账户');
  const paper = help.getByTestId('help-paper');
  await expect(paper).toContainText('依据');
  await expect(paper).toContainText('行政处罚法');
  await expect(paper).toContainText('送达当事人');
  await expect(paper).toContainText('起算的期限');
  await expect(paper).toContainText('接下来');
  expect(await violations(page)).toEqual([]);

  await test.step('it stays beside the work and follows the caret', async () => {
    await field.focus();
    await page.keyboard.press('F2');
    await expect(help.getByTestId('help-field')).not.toContainText('写明收款银行');
    await expect(help.getByTestId('help-field')).toBeVisible();
  });

  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await field.focus();
  await page.keyboard.press('F1');
  await help.waitFor();
  await page.keyboard.press('Escape');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('工商银行福安支行');
});

test('Shift+F1 lists the keys of this screen with reasons; ? does outside of fields and is a character inside', async ({
  context,
}) => {
  await using profile = await profileAt('approved');
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('王建国', MOMENT);
  await goToPlace(page, '案件');
  const help = page.getByTestId('help');
  await page.keyboard.press('Shift+F1');
  await expect(help.getByRole('listitem').filter({ hasText: 'Alt+N' })).toContainText('登记');
  await expect(help.getByRole('listitem').filter({ hasText: 'Alt+3' })).toContainText('案件');
  await page.keyboard.press('Shift+F1');
  await expect(help).toBeHidden();

  await test.step('another screen has other keys', async () => {
    await page.keyboard.press('Enter');
    await page.locator('[data-ready=case]').waitFor();
    await page.keyboard.press('Shift+?');
    await expect(help.getByRole('listitem').filter({ hasText: 'F2' }).first()).toContainText('下一处缺项');
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
  });

  await test.step('in a field ? is typed', async () => {
    await page.keyboard.press('F3');
    const search = page.getByRole('combobox', { name: '查找当事人' });
    await expect(search).toBeFocused();
    await page.keyboard.press('Shift+?');
    await expect(search).toHaveValue('?');
    await expect(help).toBeHidden();
    await replaceText(page, '');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  await test.step('whoever knows no key finds the button, and F1 works over a dialog', async () => {
    await goToPlace(page, '今日');
    await page.keyboard.press('Alt+n');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.keyboard.press('F1');
    await expect(help.getByTestId('help-place')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await walkTo(page, page.getByTestId('open-help'));
    await page.keyboard.press('Enter');
    await expect(help).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('open-help')).toBeFocused();
  });
});
