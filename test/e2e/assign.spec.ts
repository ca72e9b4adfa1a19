// 分派: the head is led from 今日 to who handles the case, the officers have it in 今日 at once, and what takes something away asks for its reason.
import type { Client } from '../../main/app/client.ts';
import { expect, test } from './support/fixture.ts';
import { walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

const moment = '2026-04-03T09:10';

/** A case of the window that nobody handles yet. */
async function beginUnassigned(client: Client): Promise<void> {
  const { householdId } = await client.households.create({
    kind: '无照单位',
    name: '城西小吃店',
    address: '龙山区某路1号',
  });
  await client.cases.begin({ procedure: 'penalty.ordinary', householdId, causeName: '涉嫌拖欠工资', officerIds: [] });
}

test('a case of the window is assigned by the head, by keyboard, and is the officers’ at once', async ({ context }) => {
  await using profile = await profileAt('approved', {
    by: '李敏',
    moment: '2026-04-03T09:00',
    work: ({ client }) => beginUnassigned(client),
  });
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;

  await desk.logIn('张丽', moment);
  const line = page.getByTestId('inbox').getByRole('option', { name: /分派：选定承办人/ });
  await walkTo(page, line, 'ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByTestId('assign-dialog');
  const officers = dialog.getByRole('combobox', { name: /承办人/ });
  const confirm = page.getByTestId('confirm-assign');
  await expect(dialog.getByRole('combobox', { name: '承办单位' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(officers).toBeFocused();
  await page.keyboard.insertText('王建国');
  await expect(page.getByRole('option', { name: /王建国/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(dialog.getByRole('row', { name: /王建国/ })).toBeVisible();
  await walkTo(page, confirm);
  await expect(confirm).toHaveText('分派案件');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('已经分派给王建国')).toBeVisible();

  await desk.logIn('王建国', moment);
  await expect(page.getByTestId('inbox')).toContainText('城西小吃店');
  await page
    .getByTestId('inbox')
    .getByRole('option', { name: /城西小吃店/ })
    .press('Enter');
  await page.getByTestId('case-menu').press('Enter');
  await page.getByRole('menuitem', { name: '分派案件' }).press('Enter');
  await walkTo(page, officers);
  await page.keyboard.press('Backspace');
  await walkTo(page, confirm);
  await expect(page.getByRole('tooltip')).toContainText('请张丽办理');
});
