// 系统管理员 takes somebody out of office; the next log-in changes the key of the case files and says so while it does.
import { axeFaults } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, put, untilClosed, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';
import { openSection } from './support/settings.ts';

test('who leaves is out: the change of the key is due in 人员, seen at the next log-in, and done after it', async ({
  context,
}) => {
  await using profile = await profileAt('handed-over');
  await using desk = await openDesk(context, profile.path, '2026-06-20T09:00');
  const { page } = desk;
  await desk.logIn('吴管理', '2026-06-20T09:00');
  await openSection(page, '人员');
  const row = page.getByTestId('people').locator('[role=row][data-index]', { hasText: '李敏' });
  await walkTo(page, page.getByTestId('people'));
  await walkTo(page, row, 'ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '李敏' });
  await put(dialog.locator('[name=person-active]'), false);
  await walkTo(page, dialog.getByTestId('save-person'));
  await page.keyboard.press('Enter');
  await untilClosed(dialog);
  const due = page.getByTestId('key-change-due');
  await expect(due).toContainText('2026年6月20日有人离开，案卷库的密钥应当更换：下一次登录时自动更换，不用另外办理。');
  await expect(row).toContainText('已离岗');
  expect(await axeFaults(page)).toEqual([]);

  const progress = page.getByTestId('key-change').filter({ hasText: '正在更换案卷库的密钥，请等一会儿，不要关机。' });
  await Promise.all([progress.waitFor(), desk.logIn('王建国', '2026-06-20T09:10')]);
  await expect(page.getByText('密钥已经更换')).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByRole('radio', { name: '王建国' })).toBeVisible();
  await expect(page.getByRole('radio', { name: '李敏' })).toHaveCount(0);

  await desk.logIn('吴管理', '2026-06-20T09:20');
  await openSection(page, '人员');
  await expect(row).toContainText('已离岗');
  await expect(due).toBeHidden();
  await goToPlace(page, '今日');
});
