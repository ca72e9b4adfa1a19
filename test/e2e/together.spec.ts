// Several exhibits are described at once, by keyboard.
import { expect, test } from './support/fixture.ts';
import { goToPlace, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

const moment = '2026-04-03T09:10';

test('what several exhibits have in common is said once', async ({ context }) => {
  await using profile = await profileAt('approved');
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  await page.setViewportSize({ width: 1366, height: 768 });
  await desk.logIn('王建国', moment);
  await goToPlace(page, '案件');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();

  const several = page.getByTestId('describe-several');
  await walkTo(page, page.getByTestId('add-files'), 'F6', 12).catch(() => walkTo(page, several));
  await walkTo(page, several);
  await page.keyboard.press('Enter');
  const dialog = page.getByTestId('describe-together');
  await expect(dialog.locator('[name=together-proves]')).toBeFocused();
  await walkTo(page, dialog.locator('[name=together-maker]'));
  await page.keyboard.insertText('陈福来');
  const first = dialog.getByRole('checkbox').first();
  await walkTo(page, first);
  if (!(await first.isChecked())) await page.keyboard.press('Space');
  await walkTo(page, page.getByTestId('save-together'));
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByTestId('just-done')).toContainText('已一起说明');
});
