// Forms to fill by hand: taken, printed, spoilt, and typed in afterwards under the number that stands on them.
import { writtenOnTheSpot } from '../support/on-the-spot.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, put, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

const numbered = (seq: number): string => `辽人社监当罚字〔2026〕第00${seq}号`;

test('a numbered blank form is taken, one is voided, and the written one is issued under its number', async ({
  context,
}) => {
  await using profile = await profileAt('begun', {
    by: '王建国',
    moment: '2026-03-02T09:30',
    work: async ({ workstation, client }) => {
      const [item] = await client.cases.list({});
      await writtenOnTheSpot({ workstation, client }, (await client.cases.open({ caseId: item?.id ?? '' })).file);
    },
  });
  await using desk = await openDesk(context, profile.path, '2026-03-02T09:40');
  const { page } = desk;
  await desk.logIn('王建国', '2026-03-02T09:40');

  await test.step('two forms are taken by an officer and are there to print, each with its number', async () => {
    await goToPlace(page, '案件');
    await walkTo(page, page.getByTestId('blanks'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('还没有人领取过').waitFor();
    await page.keyboard.press('Alt+n');
    const dialog = page.getByTestId('take-forms-dialog');
    await put(dialog.locator('[name=blank-holder]'), '李敏');
    await put(dialog.locator('[name=blank-count]'), '2');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('blank-sheets').getByTestId('pdf')).not.toHaveAttribute('data-pages', '0');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('blank-ledger').getByRole('row')).toContainText(['文号', numbered(1), numbered(2)]);
  });

  await test.step('the spoilt one is voided with its reason', async () => {
    await walkTo(page, page.getByTestId('blank-ledger'));
    await page.keyboard.press('ArrowDown');
    await walkTo(page, page.getByTestId('void-forms'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox', { name: numbered(2) })).toBeChecked();
    await page.getByTestId('confirm-void-forms').press('Enter');
    await expect(page.getByRole('tooltip', { name: /请写明作废原因/ })).toBeVisible();
    await put(page.locator('[name=void-forms-reason]'), '表格污损');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('blank-detail')).toHaveAttribute('data-status', 'void');
    await expect(page.getByTestId('blank-detail')).toContainText('表格污损');
  });

  await test.step('the paper written by hand is issued under the open number', async () => {
    await goToPlace(page, '案件');
    await walkTo(
      page,
      page.getByTestId('cases').locator('[role=row][data-index]', { hasText: '未建立职工名册' }),
      'ArrowDown',
    );
    await page.keyboard.press('Enter');
    await page.locator('[data-ready=case]').waitFor();
    await page.keyboard.press('F4');
    const choice = page.getByTestId('issue-dialog').locator('[name=issue-number]');
    await expect(choice.locator('option')).toContainText(['由程序编下一个文号', `${numbered(1)}（李敏`]);
    await put(choice, numbered(1));
    await walkTo(page, page.getByTestId('confirm-issue'));
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-paper-pane][data-status="issued"]')).toContainText(numbered(1));
  });

  await test.step('the ledger leads to the paper that used the form', async () => {
    await page.keyboard.press('Escape');
    await goToPlace(page, '案件');
    await page.getByTestId('blanks').press('Enter');
    await expect(page.getByTestId('blank-detail')).toHaveAttribute('data-status', 'used');
    await page.getByTestId('open-used').press('Enter');
    await expect(page.locator('[data-paper-pane][data-status="issued"]')).toContainText(numbered(1));
  });
});
