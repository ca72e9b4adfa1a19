// 邮寄 by keyboard: from a 送达回证 the sheet of the express service is printed for whom the case knows, and the caret waits for the number.
import { expect, test } from './support/fixture.ts';
import { put, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';
import { openCase } from './support/sample-papers.ts';

const moment = '2026-04-03T09:10';

test('what a 送达回证 names goes into one letter, and its number comes back by the scanner', async ({ context }) => {
  let receiptId = '';
  await using profile = await profileAt('approved', {
    by: '王建国',
    moment,
    work: async ({ client }) => {
      const [item] = await client.cases.list({});
      const { file } = await client.cases.open({ caseId: item?.id ?? '' });
      const served = file.papers.filter(({ templateId }) => ['J21', 'J10'].includes(templateId));
      const receipt = await client.documents.create({ caseId: file.case.id, templateId: 'J40' });
      receiptId = receipt.id;
      const documents = served.map(({ id }) => id);
      await client.documents.save({
        paperId: receipt.id,
        version: receipt.version,
        values: { documents, mode: '邮寄' },
      });
    },
  });
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  // Nobody answers the system's own dialog here; what the page laid out for it is kept as its printer would get it.
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['medium'] =
        document.querySelector<HTMLElement>('.print-sheets')?.dataset['medium'] ?? '';
    };
  });
  await page.reload();
  await desk.logIn('王建国', moment);
  await openCase(desk);
  await page.evaluate((id) => history.pushState(null, '', `${location.pathname}?paper=${id}`), receiptId);
  const receipt = page.locator('[data-paper-pane][data-template=J40]');
  const dialog = page.getByTestId('letter');

  await test.step('the letter is filled from the case', async () => {
    await walkTo(page, receipt.getByTestId('paper-menu'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await walkTo(page, page.getByRole('menuitem', { name: '打印信封、邮件详情单' }), 'ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog.locator('[name=letter-name]')).toHaveValue('辽源市福满园餐饮有限公司');
    await expect(dialog.locator('[name=letter-address]')).not.toHaveValue('');
    await expect(dialog.getByRole('checkbox', { name: /事先告知书/ })).toBeChecked();
    await put(dialog.locator('[name=letter-right]'), '1.25');
    await walkTo(page, dialog.getByTestId('print-letter'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tooltip')).toContainText('请核对向右、向下移的毫米数');
    await put(dialog.locator('[name=letter-right]'), '-1.5');
  });

  await test.step('printed, and the receipt says so', async () => {
    await walkTo(page, dialog.getByTestId('print-letter'));
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('printed')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.locator('html')).toHaveAttribute('data-medium', 'EMS');
    const number = receipt.locator('[data-field=mailNo] input');
    await expect(number).toBeFocused();
    // A scanner is a keyboard that ends with Enter.
    await page.keyboard.type('1234567890123');
    await page.keyboard.press('Enter');
    await expect(number).toHaveValue('1234567890123');
    await expect(receipt.locator('[data-field=mailListed] input')).toBeChecked();
    await expect(receipt.locator('[data-field=mailType] :checked')).toHaveValue('特快专递');
  });
});
