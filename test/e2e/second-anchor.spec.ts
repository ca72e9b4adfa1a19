// 法规科 names a folder in which the anchor lies a second time, and gives it up again, by keyboard alone.
import { readdirSync, renameSync } from 'node:fs';
import { temporaryFolder } from '../support/profile.ts';
import { axeFaults } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, put, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

test('法规科 names a second place for the anchor; a stick that is away is told at the next log-in', async ({
  context,
}) => {
  await using stick = await temporaryFolder('case-e2e-stick');
  await using profile = await profileAt('handed-over');
  await using desk = await openDesk(context, profile.path, '2026-06-20T09:00');
  const { page } = desk;
  await desk.logIn('赵强', '2026-06-20T09:00');
  await goToPlace(page, '监督');
  const summary = page.locator('summary', { hasText: '锚点的第二存放处（没有指定）' });
  await walkTo(page, summary);
  await page.keyboard.press('Enter');
  await put(page.locator('details[open] [name=target-folder]'), stick.path);
  await walkTo(page, page.getByTestId('name-second-anchor'));
  await expect(page.getByTestId('name-second-anchor')).not.toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(page.locator('details[open]')).toContainText('可以写入');
  expect(readdirSync(stick.path)).toEqual([expect.stringMatching(/^案卷锚点-/)]);
  expect(await axeFaults(page)).toEqual([]);

  renameSync(stick.path, `${stick.path}-away`);
  await desk.logIn('王建国', '2026-06-20T09:10');
  await desk.logIn('赵强', '2026-06-20T09:20');
  await expect(page.getByText(`锚点的第二存放处（${stick.path}）现在打不开`)).toBeVisible();
  renameSync(`${stick.path}-away`, stick.path);
  await goToPlace(page, '监督');
  await walkTo(page, page.locator('summary', { hasText: '锚点的第二存放处' }));
  await page.keyboard.press('Enter');
  await walkTo(page, page.getByRole('button', { name: '停用，另外指定' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('summary', { hasText: '锚点的第二存放处（没有指定）' })).toBeVisible();
});
