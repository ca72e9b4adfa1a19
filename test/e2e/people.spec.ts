// 本案人员 by keyboard: entered once, picked by name in a paper, which fills all that is asked of them; a new name in a paper is entered with one key.
import { startStep } from './support/case-work.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, optionInHand, replaceText, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

const moment = '2026-04-03T09:10';

test('somebody is entered once and picked by name, and a new name is entered from the paper', async ({ context }) => {
  await using profile = await profileAt('approved');
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  await page.setViewportSize({ width: 1366, height: 768 });
  await desk.logIn('王建国', moment);
  await goToPlace(page, '案件');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();

  await test.step('the ID number says sex, birth day and age by itself', async () => {
    await walkTo(page, page.getByTestId('tab-exhibits'), 'F6', 12);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('person')).toContainText('陈福来');
    await page.keyboard.press('Alt+k');
    const form = page.getByRole('form', { name: '本案人员' });
    await expect(form.getByLabel('姓名')).toBeFocused();
    await page.keyboard.insertText('周某');
    await walkTo(page, form.locator('[name=person-idNumber]'));
    await page.keyboard.insertText('１１０１０５１９４９１２３１００２x');
    await expect(form).toContainText('女，1949-12-31出生，76岁');
    await expect(form.locator('[name=person-sex]')).toHaveCount(0);
    await walkTo(page, form.locator('[name=person-phone]'));
    await page.keyboard.insertText('13800138000');
    await walkTo(page, form.locator('[name=person-address]'));
    await page.keyboard.insertText('辽源市龙山区某路2号');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('just-done')).toContainText('周某已经保存');
    await expect(page.getByTestId('person').filter({ hasText: '周某' })).toContainText('11010519491231002X');
  });

  await test.step('picked by name, everything asked of them is filled', async () => {
    await startStep(page, 'investigate', 'J07');
    const name = page.locator('[data-field=respondentName] input');
    await walkTo(page, name);
    await page.keyboard.insertText('周');
    await optionInHand(page, '周某').waitFor();
    await page.keyboard.press('Enter');
    await expect(name).toHaveValue('周某');
    await expect(page.locator('[data-field=respondentIdNumber] input')).toHaveValue('11010519491231002X');
    await expect(page.locator('[data-field=respondentAddress] input')).toHaveValue('辽源市龙山区某路2号');
    await expect(page.locator('[data-field=respondentPhone] input')).toHaveValue('13800138000');
    await expect(page.locator('[data-field=respondentRelation] select')).toHaveValue('当事人的委托代理人');
  });

  await test.step('a name the case does not know is entered with one key', async () => {
    const name = page.locator('[data-field=respondentName] input');
    await walkTo(page, name, 'Shift+Tab');
    await replaceText(page, '吴某');
    await expect(page.getByRole('button', { name: /把吴某列入本案人员/ })).toBeVisible();
    await page.keyboard.press('Alt+i');
    await expect(page.getByTestId('just-done')).toContainText('已把吴某列入本案人员');
    await expect(page.getByTestId('tab-people')).toContainText('3');
  });
});
