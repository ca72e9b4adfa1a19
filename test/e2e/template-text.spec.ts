// The text of a paper with its fields as chips, by keyboard: put in, deleted whole, never broken, kept as Liquid.
import type { Locator, Page } from '@playwright/test';
import { expect, test as base } from './support/fixture.ts';
import { walkTo } from './support/keyboard.ts';
import { watchPolicy } from './support/policy-watch.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk, type Desk } from './support/sample-desk.ts';
import { openTab, openTemplate, saveEdition } from './support/settings.ts';

const MOMENT = '2026-03-02T10:00';

/** A test fails on what the content policy refused while it ran. */
const test = base.extend<{ desk: Desk }>({
  desk: async ({ context }, use) => {
    const refused = await watchPolicy(context);
    await using profile = await profileAt('begun');
    await using desk = await openDesk(context, profile.path, MOMENT);
    await use(desk);
    expect(refused).toEqual([]);
  },
});

/** Opens the text of a template and goes into it; answers the text. */
async function enterText(desk: Desk, name: string): Promise<Locator> {
  await desk.logIn('赵强', MOMENT);
  await openTemplate(desk.page, name);
  await openTab(desk.page, 'text');
  const text = desk.page.getByTestId('template-body').getByRole('textbox', { name: '正文' });
  await walkTo(desk.page, desk.page.getByTestId('template-body'));
  await expect(text).toBeFocused();
  return text;
}

const optionInHand = (page: Page): Locator =>
  page.getByTestId('template-body').locator('[role=option][aria-selected=true]');
const alert = (page: Page): Locator => page.getByRole('tabpanel').getByRole('alert');

test('a field is put in by its pinyin, deleted whole, and kept as Liquid', async ({ desk }) => {
  const { page } = desk;
  const text = await enterText(desk, '法定代表人身份证明书');
  const inputMethod = await page.context().newCDPSession(page);
  await expect(text.locator('.chip')).toHaveText(['法定代表人（负责人）', '职务', '机关地址', '机关电话']);

  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('提交：');
  await page.keyboard.type('{tjg');
  await expect(optionInHand(page)).toContainText('提交给');
  // What an input method composes is its own: Enter takes its word, not the field.
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await inputMethod.send('Input.imeSetComposition', { text: 'ri', selectionStart: 2, selectionEnd: 2 });
  await inputMethod.send('Input.insertText', { text: '日期' });
  await expect(optionInHand(page)).toContainText('日期');
  await page.keyboard.press('Enter');
  await expect(text.locator('.chip').last()).toHaveText('日期');
  await page.keyboard.press('Backspace');
  await expect(text.locator('.chip')).toHaveCount(4);
  await page.keyboard.type('{tjg');
  await expect(optionInHand(page)).toContainText('提交给');
  await page.keyboard.press('Enter');
  await expect(text.locator('.chip').last()).toHaveText('提交给');

  await page.keyboard.type('{');
  await page.keyboard.insertText('如果填了“机关电话”');
  await expect(optionInHand(page)).toContainText('如果填了“机关电话”');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('，电话同上');
  await expect(text.locator('.chip').last()).toHaveText('如果完');

  await saveEdition(page, 'save-template', '写明提交给谁');
  await walkTo(page, page.getByRole('button', { name: '高级：看代码' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('textarea[name=template-body]')).toHaveValue(
    /提交：\{\{ 提交给 \}\}\{% 如果 机关电话 %\}，电话同上\{% 如果完 %\}$/,
  );
});

test('a condition stays whole: its end is not deleted alone, and code is not typed by accident', async ({ desk }) => {
  const { page } = desk;
  const text = await enterText(desk, '行政复议答复书');
  const before = await text.innerText();
  await page.keyboard.press('Control+Home');
  for (let moved = 0; moved < '被申请人：，法定代表人：'.length + 2; moved += 1)
    await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(text.locator('.chosen')).toHaveText('如果填了“委托代理人”');
  await page.keyboard.press('Delete');
  await expect(alert(page)).toContainText('开头和结尾是一对');
  expect(await text.innerText()).toBe(before);

  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('{');
  await page.keyboard.press('Escape');
  await page.keyboard.type('{');
  await expect(alert(page)).toContainText('双花括号只能由栏目带进来');
  await page.keyboard.press('Backspace');
  await expect(alert(page)).toHaveCount(0);
  expect(await text.innerText()).toBe(before);

  await test.step('the whole condition goes, and comes back', async () => {
    const whole = ['如果填了“委托代理人”', '委托代理人', '如果完'];
    for (let moved = 0; moved < whole.length + '，委托代理人：'.length; moved += 1)
      await page.keyboard.press('Shift+ArrowRight');
    await expect(text.locator('.chosen')).toHaveText(whole);
    await page.keyboard.press('Delete');
    await expect(text.locator('.chip', { hasText: '委托代理人' })).toHaveCount(0);
    await page.keyboard.press('Control+z');
    expect(await text.innerText()).toBe(before);
  });
});
