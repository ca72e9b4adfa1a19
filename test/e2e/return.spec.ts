// Long work goes on while other screens are looked at, and is found again.
import { readdirSync } from 'node:fs';
import { temporaryFolder } from '../support/profile.ts';
import { openCase } from './support/sample-papers.ts';
import { exhibitOf, openDesk, sample } from './support/sample-desk.ts';
import { addFile, goToExhibits } from './support/exhibits.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, put, settleOnFolder, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';

test('a file goes on into its case while another screen is looked at', async ({ context }) => {
  await using profile = await profileAt('approved');
  await using desk = await openDesk(context, profile.path, '2026-04-03T09:10');
  const { page } = desk;
  await desk.logIn('王建国', '2026-04-03T09:10');
  await openCase(desk);
  let letThrough = (): void => undefined;
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route('**/intake/**', async (route) => {
    await held;
    await route.continue();
  });
  await goToExhibits(page, 'add-files');
  await addFile(page, exhibitOf('payment').file);
  await goToPlace(page, '制度');
  await expect(page.getByTestId('uploading')).toContainText(`正在收存 1 个文件：${exhibitOf('payment').file}`);
  letThrough();
  await expect(page.getByTestId('uploading')).toHaveCount(0);
  await openCase(desk);
  await expect(page.getByTestId('exhibit-dialog')).toContainText(exhibitOf('payment').file);
});

test('who leaves the hand-over while the package is written comes back to it', async ({ context }) => {
  await using profile = await profileAt('filed');
  await using target = await temporaryFolder('case-e2e-return');
  await using desk = await openDesk(context, profile.path, '2026-06-10T09:00');
  const { page } = desk;
  const { keyboard } = page;
  await desk.logIn(sample.handover.by, '2026-06-10T09:00');
  await goToPlace(page, '移送');
  await keyboard.press('Alt+n');
  await page.getByTestId('handover-cases').getByRole('row').nth(1).waitFor();
  await keyboard.press('Enter');
  await put(page.locator('[name=received-at]'), '2026-06-08');
  await keyboard.press('Tab');
  await page.getByTestId('answer-due').waitFor();
  await keyboard.press('Control+Enter');
  await put(page.locator('[name=answer]'), sample.handover.answer);
  await keyboard.press('Control+Enter');
  await page.getByTestId('handover-items').waitFor();
  const wizard = new URL(page.url()).pathname;
  await keyboard.press('Control+Enter');
  await settleOnFolder(page, target.path);
  await walkTo(page, page.getByTestId('make-handover'));
  const begun = page.waitForResponse((answer) => answer.url().endsWith('/rpc/handover/make'));
  await keyboard.press('Enter');
  await begun;
  await page.getByTestId('job').waitFor();
  await goToPlace(page, '今日');
  await page.goBack();
  await expect.poll(() => new URL(page.url()).pathname).toBe(wizard);
  await expect(page.getByTestId('handover-detail')).toHaveAttribute('data-state', 'verified', { timeout: 60_000 });
  expect(readdirSync(target.path)).toHaveLength(1);
});
