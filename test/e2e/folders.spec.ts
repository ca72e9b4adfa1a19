// A folder of this machine is chosen by keyboard where the window has no dialog of its own, with nothing typed.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../support/profile.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, put, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

test('a folder is found from where the field stands, gone into by Enter and out of by Backspace, and is where the backup goes', async ({
  context,
}) => {
  await using profile = await profileAt('begun');
  await using stick = await temporaryFolder();
  await mkdir(join(stick.path, '备份', '四月'), { recursive: true });
  await mkdir(join(stick.path, '移送'));
  await using desk = await openDesk(context, profile.path, '2026-03-02T09:40');
  const { page } = desk;
  const { keyboard } = page;
  await desk.logIn('周静', '2026-03-02T09:40');
  await goToPlace(page, '监督');
  await page.getByRole('tab', { name: '备份' }).press('Enter');
  await put(page.locator('[name=target-folder]'), stick.path);
  await walkTo(page, page.getByTestId('open-folders').first());
  await keyboard.press('Enter');
  const chooser = page.getByTestId('folder-chooser');
  const rows = chooser.locator('[role=row][data-index]');
  // It opens at what was typed.
  await expect(rows).toHaveText(['↑ 上一级', '备份', '移送']);
  await expect(rows.first()).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(rows).toHaveText(['↑ 上一级', '四月']);
  await keyboard.press('Backspace');
  await expect(rows).toHaveText(['↑ 上一级', '备份', '移送']);
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(chooser.getByRole('status')).toHaveText(join(stick.path, '备份'));
  await keyboard.press('Control+Enter');
  await expect(chooser).toHaveCount(0);
  await expect(page.locator('[name=target-folder]')).toHaveValue(join(stick.path, '备份'));
  await expect(page.getByTestId('use-folder').first()).toHaveAttribute('aria-disabled', 'true');
});
