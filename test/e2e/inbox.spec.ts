// 今日 as an inbox: one key from a line to where it is done, a list for everybody, 稍后 that holds, and the next line in hand afterwards.
import type { Page } from '@playwright/test';
import type { Client } from '../../main/app/client.ts';
import { axeFaults } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

const lines = (page: Page) => page.getByTestId('inbox').getByRole('option');
const inHand = (page: Page) => page.getByTestId('inbox').locator('[role=option][aria-selected=true]');

/** More cases of the same party and officers, each to be begun with its source. */
async function beginCases(client: Client, causes: readonly string[]): Promise<void> {
  const [item] = await client.cases.list({});
  const { file } = await client.cases.open({ caseId: item?.id ?? '' });
  for (const causeName of causes)
    await client.cases.begin({
      procedure: 'penalty.ordinary',
      householdId: file.parties[0]?.householdId ?? '',
      causeName,
      officerIds: file.case.officerIds,
    });
}

test('one key leads from a line to the caret in the missing field, and from an unbegun step into its paper', async ({
  context,
}) => {
  await using profile = await profileAt('approved');
  await using desk = await openDesk(context, profile.path, '2026-04-03T09:10');
  const { page } = desk;
  await desk.logIn('王建国', '2026-04-03T09:10');
  await expect(lines(page).first()).toBeFocused();
  await expect(lines(page).first()).toContainText('下一步：作出行政处罚决定');
  await page.keyboard.press('Enter');
  const first = page.locator('[data-field=decidedAt] input').first();
  await expect(first).toBeFocused();

  await goToPlace(page, '今日');
  await expect(lines(page).first()).toContainText(/填写行政处罚决定书，缺\d项/);
  await expect(lines(page).first()).toBeFocused();
  await expect(page.getByTestId('inbox-item')).toContainText('缴款账户');
  await page.keyboard.press('Enter');
  await expect(first).toBeFocused();
});

test('everybody has a list, and nothing in it is wrong for readers', async ({ context }) => {
  await using profile = await profileAt('approved');
  await using desk = await openDesk(context, profile.path, '2026-04-08T09:10');
  const { page } = desk;
  for (const name of ['王建国', '李敏', '张丽', '赵强', '孙伟', '周静', '吴管理']) {
    await desk.logIn(name, '2026-04-08T09:10');
    await expect(lines(page).first(), name).toBeFocused();
    expect(await axeFaults(page), name).toEqual([]);
  }
});

test('稍后 holds over a crash, and is refused where the law would not wait', async ({ context }) => {
  await using profile = await profileAt('approved', {
    by: '王建国',
    moment: '2026-04-03T09:00',
    work: ({ client }) => beginCases(client, ['涉嫌克扣工资']),
  });
  {
    await using desk = await openDesk(context, profile.path, '2026-04-08T09:10');
    const { page } = desk;
    await desk.logIn('王建国', '2026-04-08T09:10');
    await expect(lines(page)).toHaveCount(2);
    await page.keyboard.press('Alt+Z');
    await expect(page.getByTestId('snooze-bar')).toHaveCount(0);
    await expect(page.getByTestId('snooze')).toContainText('离最后一天不足3个工作日，不能稍后');

    await page.keyboard.press('ArrowDown');
    await expect(inHand(page)).toContainText('涉嫌克扣工资');
    await page.keyboard.press('Alt+Z');
    await expect(page.getByRole('button', { name: /^明天/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(lines(page)).toHaveCount(1);
    await expect(lines(page).first()).toBeFocused();
    await desk.crash();
  }
  await using desk = await openDesk(context, profile.path, '2026-04-08T10:00');
  const { page } = desk;
  await desk.logIn('王建国', '2026-04-08T10:00');
  await expect(lines(page)).toHaveCount(1);
  await page.getByTestId('tab-later').press('Enter');
  await expect(lines(page)).toContainText(['4月9日再看']);
  await desk.logIn('王建国', '2026-04-09T08:30');
  await goToPlace(page, '案件');
  await goToPlace(page, '今日');
  await expect(lines(page)).toHaveCount(2);
});

test('督办: who answers for the cases of others sees the period that binds, and Enter looks at the case', async ({
  context,
}) => {
  await using profile = await profileAt('approved');
  await using desk = await openDesk(context, profile.path, '2026-04-08T09:10');
  const { page } = desk;
  await desk.logIn('赵强', '2026-04-08T09:10');
  const watched = lines(page).filter({ hasText: '督办：' }).first();
  await walkTo(page, watched, 'ArrowDown');
  await expect(inHand(page)).toContainText('福满园');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
  await expect(page.getByRole('heading', { level: 1, name: /福满园/ })).toBeVisible();
});

test('back from a paper the next line is in hand, and the same one while nothing was done', async ({ context }) => {
  await using profile = await profileAt('begun', {
    by: '李敏',
    moment: '2026-03-02T09:30',
    work: ({ client }) => beginCases(client, ['涉嫌克扣工资', '涉嫌拖欠工资']),
  });
  await using desk = await openDesk(context, profile.path, '2026-03-02T10:00');
  const { page } = desk;
  await desk.logIn('李敏', '2026-03-02T10:00');
  await expect(lines(page)).toHaveCount(3);
  const second = await lines(page).nth(1).innerText();
  const third = await lines(page).nth(2).innerText();
  await page.keyboard.press('ArrowDown');
  await expect(lines(page).nth(1)).toBeFocused();
  await walkTo(page, page.getByRole('button', { name: '打开案件' }));
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
  await goToPlace(page, '今日');
  await expect.poll(() => inHand(page).innerText()).toBe(second);
  await expect(inHand(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.locator('[data-paper-pane]').waitFor();
  await goToPlace(page, '今日');
  await expect.poll(() => inHand(page).innerText()).toBe(third);
  await expect(inHand(page)).toBeFocused();
});
