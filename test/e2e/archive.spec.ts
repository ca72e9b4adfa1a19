// 归档—核对: what only a person can judge is answered in its row, one after the other, by keyboard.
import { expect, test } from './support/fixture.ts';
import { goToPlace, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

test('the questions before filing are answered where they stand, and the caret goes on to the next', async ({
  context,
}) => {
  await using profile = await profileAt('closed');
  await using desk = await openDesk(context, profile.path, '2026-04-24T09:30');
  const { page } = desk;
  await desk.logIn('周静', '2026-04-24T09:30');
  await goToPlace(page, '归档');
  await walkTo(page, page.locator('main [role=row][data-index]'));
  await page.keyboard.press('Enter');
  const questions = page.getByRole('region', { name: /^需要人判断的问题/ });
  const rows = questions.getByRole('listitem');
  await rows.first().waitFor();
  const count = await rows.count();
  expect(count).toBeGreaterThan(1);
  await walkTo(page, rows.first().getByRole('radio', { name: '是' }));
  for (let left = count; left > 0; left -= 1) {
    await page.keyboard.press('Space');
    await walkTo(page, rows.first().getByRole('button', { name: '记下' }));
    await page.keyboard.press('Enter');
    await expect(rows).toHaveCount(left - 1);
    if (left > 1) await expect(rows.first().getByRole('radio', { name: '是' })).toBeFocused();
  }
});
