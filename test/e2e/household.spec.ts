// 一户式: figures, the line of years and the records by case, gone through by keyboard.
import { axeFaults } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

test('a household is read by case and by time, from its figures and its line of years', async ({ context }) => {
  await using profile = await profileAt('handed-over');
  await using desk = await openDesk(context, profile.path, '2026-06-20T09:00');
  const { page } = desk;
  await desk.logIn('王建国', '2026-06-20T09:00');
  await goToPlace(page, '一户式');
  await walkTo(page, page.locator('main [role=row][data-index]'));
  await page.keyboard.press('Enter');
  const figures = page.getByRole('group', { name: '概况' });
  await expect(figures).toContainText('3,600');
  const records = page.getByTestId('records-by-case');
  await expect(records.locator('[aria-selected=true]')).toContainText('涉嫌违反规定延长劳动者工作时间');
  const rows = records.locator('[role=row][data-index]');
  await expect.poll(() => rows.count()).toBeGreaterThan(5);
  expect(await axeFaults(page)).toEqual([]);

  // ← folds the case, → unfolds it, ↓ goes into it, ← comes back to its head.
  await walkTo(page, records);
  await page.keyboard.press('ArrowLeft');
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(records.locator('[aria-selected=true]')).not.toContainText('涉嫌违反');
  await expect(page.getByTestId('record-preview').or(page.getByTestId('volume-preview'))).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(records.locator('[aria-selected=true]')).toContainText('涉嫌违反');

  await walkTo(page, figures.getByRole('button', { name: '音像记录' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  const kinds = page.getByTestId('timeline').locator('[data-kind]');
  await expect(kinds.first()).toHaveText('音像');
  await expect(page.getByTestId('timeline').locator('[data-kind]:not([data-kind=音像])')).toHaveCount(0);

  // The bar of the case leads back to its records.
  await walkTo(page, page.getByRole('group', { name: '各年案件' }).getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(rows.first()).toContainText('涉嫌违反');
});

test('Ctrl+F finds in the household, and its records stand by kind', async ({ context }) => {
  await using profile = await profileAt('handed-over');
  await using desk = await openDesk(context, profile.path, '2026-06-20T09:00');
  const { page } = desk;
  await desk.logIn('王建国', '2026-06-20T09:00');
  await goToPlace(page, '一户式');
  await walkTo(page, page.locator('main [role=row][data-index]'));
  await page.keyboard.press('Enter');
  const records = page.getByTestId('records-by-case');
  await walkTo(page, records);
  await page.keyboard.press('ArrowDown');
  const inHand = await records.locator('[aria-selected=true]').innerText();

  await page.keyboard.press('Control+f');
  const field = page.locator('[name=find-in-household]');
  await expect(field).toBeFocused();
  await page.keyboard.insertText('每月加班');
  const found = page.getByTestId('found-records');
  await expect(found.locator('mark').first()).toHaveText('每月加班');
  const chosen = found.locator('[aria-selected=true]');
  await expect(chosen).toHaveAttribute('data-index', '0');
  await expect(page.getByTestId('record-preview')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  // ↓ and Enter go on, Shift+Enter back; the field keeps the focus.
  for (const [key, index] of [
    ['ArrowDown', '1'],
    ['Enter', '2'],
    ['Shift+Enter', '1'],
    ['ArrowUp', '0'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(chosen).toHaveAttribute('data-index', index);
  }
  await expect(field).toBeFocused();

  // Opened from the list of what was found, and there again when one comes back.
  await walkTo(page, found.locator('[role=row][data-index="0"]'));
  const title = await chosen.locator('strong').innerText();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/cases\/.*(paper|exhibit)=/);
  await page.goBack();
  await expect(field).toHaveValue('每月加班');
  await expect(chosen).toContainText(title);

  // Esc leads back to the row that was in hand.
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
  const row = records.locator('[aria-selected=true]');
  await expect(row).toBeFocused();
  expect(await row.innerText()).toBe(inHand);
  await page.keyboard.press('Control+f');
  await page.keyboard.insertText('没有这几个字');
  await expect(page.getByText('这一户里没有找到“没有这几个字”。')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();

  await walkTo(page, page.getByTestId('tab-case'), 'Shift+Tab');
  await page.keyboard.press('End');
  const byKind = page.getByTestId('records-by-kind');
  await expect(byKind.locator('[data-index="0"]')).toContainText(/\d+ 条/);
  await walkTo(page, byKind.locator('[role=row][data-index="0"]'));
  await page.keyboard.press('ArrowLeft');
  await expect(byKind.locator('[role=row][data-index]')).toHaveCount(5);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(byKind.locator('[aria-selected=true]')).toContainText('音像');
  await expect(page.getByTestId('record-preview')).toBeVisible();
});

test('who shares head or address is one key away, and 一户式目录 is printed from the head', async ({ context }) => {
  await using profile = await profileAt('filed', {
    by: '王建国',
    moment: '2026-06-19T09:00',
    work: async ({ client }) => {
      const [own] = await client.households.find({ query: '福满园' });
      const { party } = await client.households.open({ householdId: own?.householdId ?? '' });
      const { legalRep, address, phone } = party;
      await client.households.create({
        kind: '无照单位',
        name: '龙山区夜市烧烤摊',
        legalRep: '陈小来',
        address,
        phone,
      });
      await client.households.create({
        kind: '无照单位',
        name: '福满园分店',
        legalRep,
        address: '西安区某路1号',
        phone,
      });
    },
  });
  await using desk = await openDesk(context, profile.path, '2026-06-20T09:00');
  const { page } = desk;
  await desk.logIn('王建国', '2026-06-20T09:00');
  await goToPlace(page, '一户式');
  await walkTo(page, page.locator('main [role=row][data-index]', { hasText: '辽源市福满园餐饮有限公司' }));
  await page.keyboard.press('Enter');
  const head = page.getByRole('region', { name: '当事人' });
  await expect(head).toContainText('同一法定代表人');
  await expect(head).toContainText('同一地址');

  await walkTo(page, page.getByTestId('print-catalogue'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByTestId('catalogue-dialog');
  await expect(dialog.locator('canvas').first()).toBeVisible();
  await expect(dialog.getByRole('button', { name: '打印' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('print-catalogue')).toBeFocused();

  await walkTo(page, head.getByRole('link', { name: '龙山区夜市烧烤摊' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('龙山区夜市烧烤摊');
  await walkTo(page, head.getByRole('link', { name: '辽源市福满园餐饮有限公司' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('辽源市福满园餐饮有限公司');
});
