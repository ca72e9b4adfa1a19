// An office is backed up to a folder and goes on on another machine, by keyboard alone.
import type { Page } from '@playwright/test';
import { samplePassword } from '../../main/sample/sample.ts';
import { temporaryFolder } from '../support/profile.ts';
import { axeFaults } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, put, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

async function press(page: Page, testId: string): Promise<void> {
  await walkTo(page, page.getByTestId(testId));
  await expect(page.getByTestId(testId)).not.toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
}

test('今日 asks for a backup, the backup is made, and the office goes on on a new machine', async ({ context }) => {
  await using folder = await temporaryFolder('case-e2e-backup');
  await using empty = await temporaryFolder('case-e2e-backup');
  await using profile = await profileAt('filed');
  await test.step('back up', async () => {
    await using desk = await openDesk(context, profile.path, '2026-06-20T09:00');
    const { page } = desk;
    await desk.logIn('周静', '2026-06-20T09:00');
    const asked = page.getByTestId('inbox').locator('[data-kind=backup]');
    await expect(asked).toContainText('已有111天没有备份');
    expect(await axeFaults(page)).toEqual([]);
    await walkTo(page, asked, 'ArrowDown');
    await page.keyboard.press('Enter');
    await put(page.locator('[name=target-folder]'), folder.path);
    // The keyboard is on the button already when it becomes pressable.
    await press(page, 'back-up');
    await expect(page.getByTestId('job')).toContainText('全部备份，并已读回核对');
    expect(await axeFaults(page)).toEqual([]);
    await goToPlace(page, '今日');
    await expect(page.getByTestId('tab-todo')).toBeVisible();
    await expect(asked).toHaveCount(0);
  });

  await test.step('restore', async () => {
    await using desk = await openDesk(context, empty.path, '2026-06-21T09:00');
    const { page } = desk;
    await press(page, 'restore-instead');
    await expect(page.locator('[name=backup-folder]')).toBeFocused();
    await page.keyboard.insertText(folder.path);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio')).toHaveCount(1);
    await put(page.locator('[name=person]'), '王建国');
    await walkTo(page, page.locator('[name=password]'));
    await page.keyboard.insertText(samplePassword);
    expect(await axeFaults(page)).toEqual([]);
    await press(page, 'rehearse');
    await expect(page.getByTestId('restore-progress')).toContainText('数据库、记录链和全部材料完好');
    await press(page, 'restore');
    await page.locator('[data-ready=today]').waitFor();
    await goToPlace(page, '案件');
    await expect(page.getByTestId('cases').locator('[role=row][data-index]')).toHaveCount(1);
  });
});
