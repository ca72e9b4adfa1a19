// 由本案另立案件: one act begins the following case with facts, evidence and officers, and one key leads from each case to the other.
import { expect, test } from './support/fixture.ts';
import { goToPlace, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

const moment = '2026-04-24T09:30';

test('a second case is begun from the first by keyboard, and both lead to each other', async ({ context }) => {
  await using profile = await profileAt('closed');
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  await desk.logIn('王建国', moment);
  await goToPlace(page, '案件');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();

  await page.keyboard.press('Alt+k');
  const dialog = page.getByTestId('begin-from-dialog');
  await expect(dialog.getByText('为什么另立')).toBeVisible();
  const confirm = page.getByTestId('confirm-begin-from');
  await walkTo(page, dialog.getByRole('radio', { name: '另有事项需要作出行政处理' }).or(dialog.getByRole('radio').first()), 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: '另有事项需要作出行政处理' })).toBeChecked();
  await expect(page.getByTestId('take-all')).toBeChecked();
  await walkTo(page, dialog.getByRole('textbox', { name: /案由/ }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('涉嫌拖欠劳动者工资');
  await walkTo(page, confirm);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  await expect(page.getByTestId('case-links')).toContainText('来源案件');
  await expect(page.getByText(/已另立“涉嫌拖欠劳动者工资”，带入证据\d+件/)).toBeVisible();
  await expect(page.locator('[data-field=facts], [data-carried=facts]').first()).toBeVisible();
  await page.keyboard.press('Alt+l');
  await expect(page.getByTestId('case-links')).toContainText('由本案另立');
  await page.keyboard.press('Alt+l');
  await expect(page.getByTestId('case-links')).toContainText('来源案件');
});
