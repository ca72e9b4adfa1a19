// The list of cases: what comes next and until when, ordered by its heads, cut to what is typed or chosen.
import { axeFaults } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, optionInHand, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

test('the list is ordered by its heads and cut to what is typed or chosen, by keyboard', async ({ context }) => {
  await using profile = await profileAt('approved', {
    by: '王建国',
    moment: '2026-04-03T09:00',
    work: async ({ client }) => {
      const [item] = await client.cases.list({});
      const { file } = await client.cases.open({ caseId: item?.id ?? '' });
      for (const [procedure, causeName] of [
        ['penalty.ordinary', '涉嫌克扣工资'],
        ['inspection', '日常检查'],
      ] as const)
        await client.cases.begin({
          procedure,
          causeName,
          householdId: file.parties[0]?.householdId ?? '',
          officerIds: file.case.officerIds,
        });
    },
  });
  await using desk = await openDesk(context, profile.path, '2026-04-08T09:10');
  const { page } = desk;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await desk.logIn('王建国', '2026-04-08T09:10');
  await goToPlace(page, '案件');
  const rows = page.getByTestId('cases').locator('[role=row][data-index]');
  await expect(rows.first()).toBeFocused();
  await expect(rows.first()).toContainText(/延长劳动者工作时间作出行政处罚决定剩余 3 个工作日/);
  await expect(page.getByTestId('case-preview')).toContainText('2026年4月13日');
  expect(await axeFaults(page)).toEqual([]);

  const begun = page.getByRole('columnheader', { name: '案号' });
  await walkTo(page, page.getByTestId('order-begun'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(begun).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows.first()).toContainText('延长劳动者工作时间');
  await page.keyboard.press('Enter');
  await expect(begun).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('columnheader', { name: '最近期限' })).toHaveAttribute('aria-sort', 'none');
  await expect(rows.first()).toContainText('日常检查');

  await walkTo(page, page.locator('[name=find-case]'), 'Shift+Tab');
  await page.keyboard.insertText('克扣');
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await expect(rows).toHaveCount(3);
  await page.locator('[name="filter-流程"]').selectOption('inspection');
  await expect(rows).toHaveText([/日常检查/]);
});

test('the cases of an officer, chosen by F3 while the list is in sight, are opened by Enter', async ({ context }) => {
  await using profile = await profileAt('approved');
  await using desk = await openDesk(context, profile.path, '2026-04-08T09:10');
  const { page } = desk;
  await desk.logIn('王建国', '2026-04-08T09:10');
  await goToPlace(page, '案件');
  const rows = page.getByTestId('cases').locator('[role=row][data-index]');
  await expect(rows.first()).toBeFocused();
  const choose = async (): Promise<void> => {
    await page.keyboard.press('F3');
    await page.keyboard.insertText('@李敏');
    await expect(optionInHand(page, '李敏承办的案件')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page.locator('[name="filter-承办人"] option:checked')).toHaveText('李敏');
    await expect(rows.first()).toBeFocused();
  };
  await choose();
  // Whose cases they are may be taken back, and asked for again; asked for twice the list is in hand all the same.
  await page.locator('[name="filter-承办人"]').selectOption('');
  await expect(page).not.toHaveURL(/officer=/);
  await walkTo(page, rows);
  await choose();
  await choose();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/cases\/[\w-]{36}/);
});
