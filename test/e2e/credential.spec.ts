// 从证照填写: a photo of an ID card fills a new party, beside its picture, and nothing is filled that was not confirmed.
import { upload } from '../../main/sample/upload.ts';
import { ExhibitDetails } from '../../shared/case-file.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';
import { cardWords, idCardPicture } from '../support/credential-pictures.ts';
import { scanned } from '../support/scanned.ts';

test('a photo of an ID card fills the party by keyboard', async ({ context }) => {
  await using profile = await profileAt('begun', {
    by: '王建国',
    moment: '2026-06-19T09:00',
    work: async ({ workstation, client }) => {
      const [item] = await client.cases.list({});
      const content = await scanned(await idCardPicture(), { turned: 1 });
      const details = ExhibitDetails.parse({ title: '法定代表人身份证照片', kind: '书证' });
      await upload(workstation, client, {
        caseId: item?.id ?? '',
        fileName: '身份证.jpg',
        mime: 'image/jpeg',
        content,
        details,
      });
    },
  });
  await using desk = await openDesk(context, profile.path, '2026-06-20T09:00');
  const { page } = desk;
  await desk.logIn('王建国', '2026-06-20T09:00');
  await goToPlace(page, '一户式');
  await walkTo(page, page.getByTestId('new-household'));
  await page.keyboard.press('Enter');
  await walkTo(page, page.getByTestId('from-credential'), 'Shift+Tab');
  await page.keyboard.press('Enter');

  const dialog = page.getByTestId('credential');
  const photo = {
    name: '身份证.jpg',
    mimeType: 'image/jpeg',
    buffer: await scanned(await idCardPicture(), { turned: 1 }),
  };
  const choosing = page.waitForEvent('filechooser');
  await walkTo(page, dialog.getByTestId('credential-file'));
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(photo);
  await expect(dialog.getByRole('img', { name: '身份证的图片' })).toBeVisible({ timeout: 30_000 });
  await expect(dialog.locator('input[name=read-name]')).toBeFocused();
  await expect(dialog.locator('input[name=read-idNumber]')).toHaveValue(cardWords.number);
  await expect(dialog.getByText('出生：1990年3月7日')).toBeVisible();

  // Left out: the address of the card is not where he lives.
  await walkTo(page, dialog.locator('input[name=take-address]'));
  await page.keyboard.press('Space');
  await walkTo(page, dialog.locator('input[name=read-name]'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.locator('input[name=party-name]')).toHaveValue(cardWords.name);
  await expect(page.locator('input[name=party-idNumber]')).toHaveValue(cardWords.number);
  await expect(page.locator('input[name=party-address]')).toHaveValue('');

  await walkTo(page, page.getByTestId('create-household'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: cardWords.name })).toBeVisible();

  await test.step('what the case has stored already is read from there', async () => {
    await goToPlace(page, '一户式');
    await walkTo(page, page.locator('main [role=row][data-index]', { hasText: '福满园' }));
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('edit-household')).toBeVisible();
    await walkTo(page, page.getByTestId('edit-household'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await walkTo(page, page.getByTestId('from-credential'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    const stored = dialog.locator('[name=credential-stored]');
    await expect(stored).toBeFocused();
    await expect(stored.locator(':checked')).toContainText('身份证照片');
    await walkTo(page, dialog.getByTestId('read-stored'));
    await page.keyboard.press('Enter');
    await expect(dialog.locator('input[name=read-idNumber]')).toHaveValue(cardWords.number, { timeout: 30_000 });
  });
});
