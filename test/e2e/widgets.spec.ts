// Every widget by keyboard in the running program; none of them breaks the content policy.
import type { Page } from '@playwright/test';
import { startNext, whereNow } from './support/case-work.ts';
import { expect, test as base } from './support/fixture.ts';
import { goToPlace, optionInHand, pressWhileComposing, put, walkTo } from './support/keyboard.ts';
import { watchPolicy } from './support/policy-watch.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk, sample, type Desk } from './support/sample-desk.ts';
import { openCase } from './support/sample-papers.ts';
import { openSection } from './support/settings.ts';

const MOMENT = '2026-03-02T09:40';

/** A desk with one case just begun. A test fails on what the content policy refused while it ran. */
const test = base.extend<{ desk: Desk }>({
  desk: async ({ context }, use) => {
    const refused = await watchPolicy(context);
    await using profile = await profileAt('begun');
    await using desk = await openDesk(context, profile.path, MOMENT);
    await use(desk);
    expect(refused).toEqual([]);
  },
});

base('what the content policy refuses is told', async ({ context, page }) => {
  const refused = await watchPolicy(context);
  await page.reload();
  await page.locator('[data-ready]').first().waitFor();
  await page.evaluate(() => document.head.append(document.createElement('style')));
  await page.evaluate(() => document.querySelector('head > style:last-child')?.append('body { color: red }'));
  await expect.poll(() => refused.join('\n')).toContain('style-src');
});

const dayInHand = (page: Page): Promise<string> =>
  page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? (document.activeElement.dataset['day'] ?? '') : '',
  );

test('a day is picked from the calendar, and Esc gives the focus back to its field', async ({ desk }) => {
  const { page } = desk;
  await desk.logIn('赵强', MOMENT);
  await openSection(page, '评查权重');
  await put(page.locator('[name=weight-A02]'), '6');
  const field = page.locator('[name=effectiveFrom]');
  await put(field, '3.31');
  const calendar = page.getByRole('dialog', { name: '从日历选' });

  await pressWhileComposing(field, 'ArrowDown', { altKey: true });
  await expect(field).toBeFocused();
  await expect(calendar).toHaveCount(0);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => dayInHand(page)).toBe('2026-03-31');
  await expect(calendar.getByRole('heading')).toContainText(['2026年3月']);
  expect(await calendar.locator('th').allInnerTexts()).toEqual(['一', '二', '三', '四', '五', '六', '日']);
  await expect(calendar.getByRole('gridcell', { selected: true })).toHaveText('31');
  await expect(calendar.getByRole('button', { name: /^今天/ })).toHaveText('2');
  await page.keyboard.press('PageDown');
  await expect.poll(() => dayInHand(page)).toBe('2026-04-30');
  await page.keyboard.press('Escape');
  await expect(calendar).toHaveCount(0);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('2026-03-31');

  await test.step('the whole month is in sight at 200 %', async () => {
    await page.setViewportSize({ width: 683, height: 384 });
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => dayInHand(page)).toBe('2026-03-31');
    expect(await calendar.evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
    await expect(calendar).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('2026-03-24');
  });
});

test('a day picked for a moment keeps its time, and without one the time is typed behind it', async ({ desk }) => {
  const { page } = desk;
  await desk.logIn('李敏', MOMENT);
  await openCase(desk);
  await startNext(page, 'J01');
  await page.keyboard.press('Alt+e');
  const field = page.locator('[data-field=receivedAt] input');
  await put(field, '');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => dayInHand(page)).toBe('2026-03-02');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.insertText('8:05');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('2026-03-02 08:05');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => dayInHand(page)).toBe('2026-03-02');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('2026-03-01 08:05');
});

test('the search answers each character, waits for an input method, and leads to what is chosen', async ({ desk }) => {
  const { page } = desk;
  await desk.logIn('李敏', MOMENT);
  const field = page.getByRole('combobox', { name: /^查找当事人/ });
  const list = page.getByTestId('search-hits');
  const inputMethod = await page.context().newCDPSession(page);

  await page.keyboard.press('F3');
  await expect(field).toBeFocused();
  await inputMethod.send('Input.imeSetComposition', { text: 'fu', selectionStart: 2, selectionEnd: 2 });
  await expect(field).toHaveValue('fu');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('fu');
  await inputMethod.send('Input.insertText', { text: '福满园' });
  await expect(optionInHand(page, '福满园')).toHaveCount(1);
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await expect(field).toHaveAttribute(
    'aria-activedescendant',
    (await optionInHand(page, '福满园').getAttribute('id')) ?? '',
  );
  await pressWhileComposing(field, 'Enter');
  await pressWhileComposing(field, 'Escape');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).not.toBeFocused();
  await page.keyboard.press('F3');
  await expect(optionInHand(page, '福满园')).toHaveCount(1);
  const party = list.getByRole('group', { name: '当事人' }).getByRole('option').last();
  while ((await party.getAttribute('data-focused')) === null) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '辽源市福满园餐饮有限公司' })).toBeVisible();
  await expect(list).toHaveCount(0);
  await expect(field).not.toBeFocused();

  await page.keyboard.press('F3');
  await expect(field).toHaveValue('');
  await page.keyboard.insertText('归档');
  await expect(list.getByRole('group', { name: '去往' }).locator('[data-focused]')).toContainText('Alt+6');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '归档' })).toBeVisible();
  await page.keyboard.press('F3');
  await page.keyboard.insertText('没有的');
  await expect(list).toContainText('没有找到“没有的”');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
});

test('F3 shows what was found under its heads, one of them alone, what can be done here and why not, and leads back', async ({
  context,
}) => {
  await using profile = await profileAt('filed');
  await using desk = await openDesk(context, profile.path, '2026-06-12T09:00');
  const { page } = desk;
  await desk.logIn('周静', '2026-06-12T09:00');
  await goToPlace(page, '案件');
  const list = page.getByTestId('search-hits');
  const groups = list.getByRole('group');
  const rows = list.getByRole('option');
  const type = async (text: string): Promise<void> => {
    await page.keyboard.press('F3');
    await page.keyboard.insertText(text);
  };
  const inHand = page.locator('main :focus');
  await expect(inHand).toHaveCount(1);

  await type('加班');
  await expect(groups.first()).toContainText('还有');
  expect(await groups.count()).toBeGreaterThan(1);
  await page.keyboard.press('Control+5');
  await expect(groups).toHaveCount(1);
  await expect.poll(() => rows.count()).toBeGreaterThan(5);
  await expect(list).not.toContainText('还有');
  await expect(page.getByTestId('search-preview')).toContainText('辽人社监立字〔2026〕第001号');
  await page.keyboard.press('Control+5');
  await page.keyboard.press('Tab');
  await expect(groups).toHaveCount(1);
  await expect.poll(() => rows.count()).toBeGreaterThan(5);

  await type('#辽人社监罚字[2026]第001号');
  await expect(rows).toHaveCount(1);
  await expect(optionInHand(page, '行政处罚决定书')).toHaveCount(1);
  await type('@王建国');
  await expect(groups.first()).toContainText('王建国承办的案件');
  await type('条26');
  await expect(optionInHand(page, '第二十六条')).toHaveCount(1);

  await type('>登记');
  await expect(optionInHand(page, 'Alt+N')).toContainText('您现在的岗位是档案员');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('search-preview')).toContainText('您现在的岗位是档案员');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(inHand).toHaveCount(1);

  await type('@王建国');
  await expect(optionInHand(page, '王建国承办的案件')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.locator('[name="filter-承办人"]')).toHaveValue(/.+/);
  await expect(page.getByTestId('cases').locator('[role=row][data-index]')).toHaveCount(1);
  await type('#辽人社监罚字[2026]第001号');
  await expect(optionInHand(page, '行政处罚决定书')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
  // The look is on record within a second or so, and is at the head of 最近打开 then.
  await expect(async () => {
    for (const key of ['Escape', 'Escape', 'F3']) await page.keyboard.press(key);
    const recent = list.getByRole('group', { name: '最近打开' });
    await expect(recent).toContainText('涉嫌违反规定延长劳动者工作时间', { timeout: 2000 });
  }).toPass({ timeout: 30_000 });
});

test('a party is picked, or made when it is none of those found', async ({ desk }) => {
  const { page } = desk;
  await desk.logIn('李敏', MOMENT);
  await goToPlace(page, '案件');
  await page.keyboard.press('Alt+n');
  const field = page.locator('[name=household]');
  const list = page.getByTestId('household-hits');
  await expect(field).toBeFocused();
  await page.keyboard.insertText('fmy');
  await expect(optionInHand(page, '福满园')).toHaveCount(1);
  await pressWhileComposing(field, 'Enter');
  await expect(field).toBeFocused();
  await page.setViewportSize({ width: 683, height: 384 });
  await expect(list).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('End');
  await expect(optionInHand(page, '都不是，新建当事人“fmy”')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.locator('[name=party-name]')).toHaveValue('fmy');
  await page.setViewportSize({ width: 1366, height: 768 });

  await test.step('Esc closes 条文 before the dialog it was opened from', async () => {
    for (const key of ['name', 'uscc', 'legalRep', 'position', 'phone', 'address'] as const)
      await put(page.locator(`[name=party-${key}]`), sample.party[key]);
    await page.keyboard.press('Enter');
    const article = page.getByTestId('refusal').getByRole('button', { name: '第三十五条' });
    const pane = page.getByRole('complementary', { name: /^行政执法全过程记录制度/ });
    await walkTo(page, article);
    await page.keyboard.press('Enter');
    await expect(pane).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(pane).toHaveCount(0);
    await expect(page.getByTestId('begin-dialog')).toBeVisible();
    await expect(article).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(pane).toBeFocused();
    await article.focus();
    await page.keyboard.press('Escape');
    await expect(pane).toHaveCount(0);
    await expect(article).toBeFocused();
  });

  await page.getByRole('button', { name: '返回查找' }).press('Enter');
  await expect(field).toHaveValue('fmy');
  await expect(optionInHand(page, '福满园')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('picked-household')).toContainText('福满园');

  await test.step('some of many officers', async () => {
    const officers = page.getByTestId('begin-dialog').getByRole('combobox', { name: /承办人/ });
    await officers.focus();
    await page.keyboard.insertText('王建国');
    await expect(optionInHand(page, '王建国')).toHaveCount(1);
    await pressWhileComposing(officers, 'Enter');
    await expect(optionInHand(page, '王建国')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await expect(page.getByTestId('begin-dialog').getByRole('row', { name: '王建国' })).toBeVisible();
  });
});

test('a number is what is typed, in full-width digits too, and an input method is left alone', async ({ desk }) => {
  const { page } = desk;
  await desk.logIn('赵强', MOMENT);
  await openSection(page, '评查权重');
  const field = page.locator('[name=weight-A02]');
  const total = page.getByText(/现在各项合计\d/);
  const inputMethod = await page.context().newCDPSession(page);
  await put(field, '');
  await page.keyboard.insertText('６。５');
  await expect(field).toHaveValue('6.5');
  await expect(total).toContainText('合计112.5分');
  await page.keyboard.press('ArrowUp');
  await expect(field).toHaveValue('6.5');
  await put(field, '');
  await inputMethod.send('Input.imeSetComposition', { text: 'liu', selectionStart: 3, selectionEnd: 3 });
  await expect(field).toHaveValue('liu');
  await inputMethod.send('Input.insertText', { text: '7.' });
  await expect(field).toHaveValue('7.');
  await page.keyboard.press('Tab');
  await expect(field).toHaveValue('7');
  await expect(page.getByRole('table', { name: '评查权重' }).getByRole('row').nth(1)).toContainText('A01');

  await openSection(page, '文书模板');
  await walkTo(page, page.getByTestId('add-paper'));
  await page.keyboard.press('Enter');
  const combobox = page.getByTestId('new-paper').getByRole('combobox');
  await expect(combobox).toBeFocused();
  await page.keyboard.insertText('xzcfjds');
  await expect(optionInHand(page, '行政处罚决定书')).toHaveCount(1);
  await pressWhileComposing(combobox, 'Enter');
  await expect(combobox).toHaveValue('xzcfjds');
  await page.keyboard.press('Enter');
  await expect(combobox).toHaveValue('行政处罚决定书');
});

test('tabs, splitter, tip, dialog and files in a case', async ({ desk }) => {
  const { page } = desk;
  await desk.logIn('李敏', MOMENT);
  await openCase(desk);
  await startNext(page, 'J01');

  await test.step('tabs', async () => {
    await walkTo(page, page.getByRole('tablist', { name: '成文和材料' }), 'F6', 12);
    const tab = page.getByRole('tab', { name: /^证据/ });
    await walkTo(page, tab, 'ArrowRight', 5);
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByTestId('add-files')).toBeVisible();
  });

  await test.step('a file', async () => {
    const chooser = page.waitForEvent('filechooser');
    await walkTo(page, page.getByTestId('add-files'));
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ name: '举报信.txt', mimeType: 'text/plain', buffer: Buffer.from('举报信') });
    await expect(page.getByTestId('exhibit-dialog')).toContainText('举报信');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('exhibit-dialog')).toHaveCount(0);
  });

  await test.step('the splitter', async () => {
    const handle = page.getByRole('separator', { name: '成文和材料的宽度' });
    await walkTo(page, handle, 'Shift+Tab');
    const before = await handle.getAttribute('aria-valuenow');
    await page.keyboard.press('ArrowLeft');
    await expect(handle).not.toHaveAttribute('aria-valuenow', before ?? '');
  });

  await test.step('the tip of a greyed button', async () => {
    await page.getByTestId('case-menu').press('Enter');
    await page.getByRole('menuitem', { name: '修改案件登记' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('案由').fill('');
    await walkTo(page, dialog.getByRole('button', { name: '保存' }));
    await expect(page.getByRole('tooltip')).toContainText('请填写案由');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('the refused issue leads to the first gap', async () => {
    await page.keyboard.press('F4');
    await expect(page.getByTestId('go-to-first')).toBeFocused();
    await page.keyboard.press('F2');
    await expect(page.getByTestId('issue-dialog')).toHaveCount(0);
    await expect.poll(async () => (await whereNow(page)).at).toBe('field');
  });
});
