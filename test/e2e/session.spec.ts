import type { Page } from '@playwright/test';
import { textOf } from '../main/platform/print/support.ts';
import { axeOn } from './support/axe.ts';
import { keepLetter, OFFICE, PASSWORD, PERSON, setUpOffice, unlock } from './support/office.ts';
import { expect, test } from './support/fixture.ts';

async function expectAccessible(page: Page): Promise<void> {
  // A tip hangs at the end of the page, outside its landmarks, and is described by the control that shows it.
  const { violations } = await axeOn(page).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

test('a first start ends at 今日, with the recovery letter kept', async ({ page }) => {
  await expectAccessible(page);
  await expect(page.getByLabel('机关全称')).toBeFocused();
  await setUpOffice(page);
  await page.getByTestId('letter-kept').press('Enter');
  await expect(page.getByRole('tooltip', { name: '请先打印或另存这封信。' })).toBeVisible();
  await expectAccessible(page);
  const saved = page.waitForEvent('download');
  await keepLetter(page);
  expect((await saved).suggestedFilename()).toBe('恢复信.pdf');
  await expect(page).toHaveTitle(new RegExp(OFFICE));
  await expectAccessible(page);
});

test('a first start says each fault at its field and goes to the first of them; Enter goes on', async ({ page }) => {
  const { keyboard } = page;
  const alerts = page.getByRole('alert');
  const current = page.locator('[aria-current=step]');
  await keyboard.press('Enter');
  await expect(alerts).toHaveCount(5);
  await expect(page.getByLabel('机关全称')).toBeFocused();
  await expect(page.getByLabel('机关全称')).toHaveAccessibleDescription(/与印章一致/);
  await expectAccessible(page);
  await keyboard.insertText(OFFICE);
  await keyboard.press('Enter');
  await expect(alerts).toHaveCount(4);
  await expect(page.getByLabel('机关代字')).toBeFocused();
  await keyboard.insertText('某人社');
  await keyboard.press('Tab');
  await keyboard.insertText('某某县人民政府');
  await keyboard.press('Tab');
  await keyboard.insertText('某某县人民法院');
  await expect(current).toContainText('机关');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('机关级别')).toBeFocused();
  await page.getByLabel('机关级别').selectOption('县级');
  await page.getByTestId('set-up-next').press('Enter');
  await expect(current).toContainText('科室');

  await expect(page.getByLabel('科室 1')).toBeFocused();
  await expect(alerts).toHaveCount(0);
  await keyboard.press('Enter');
  await expect(alerts).toHaveText('请至少填写一个科室，案件要归到承办科室名下。');
  await keyboard.insertText('劳动保障监察大队');
  await keyboard.press('Enter');
  await expect(current).toContainText('第一个人');

  await expect(page.getByLabel('姓名')).toBeFocused();
  await keyboard.press('Enter');
  await expect(alerts).toHaveCount(3);
  await keyboard.insertText(PERSON);
  await page.getByLabel('所在科室').focus();
  await keyboard.press('ArrowDown');
  await expect(alerts).toHaveCount(1);
  await page.getByLabel('新密码').focus();
  await keyboard.insertText('duan');
  await keyboard.press('Tab');
  await keyboard.insertText('duan');
  await keyboard.press('Enter');
  await expect(page.getByLabel('新密码')).toBeFocused();
  await expect(page.getByLabel('新密码')).toHaveAccessibleDescription(/8位/);
  await expect(page.getByLabel('再输一次')).toHaveAttribute('aria-invalid', 'false');
  await expectAccessible(page);
  for (const _ of ['新密码', '再输一次']) {
    await keyboard.press('Control+a');
    await keyboard.insertText(PASSWORD);
    await keyboard.press('Tab');
  }
  await page.getByLabel('再输一次').focus();
  await keyboard.press('Enter');
  await page.getByTestId('pdf').locator('canvas').waitFor();
  await expect(current).toContainText('恢复信');
});

test('the lock leaves nothing on the page and gives the same field back', async ({ page }) => {
  await setUpOffice(page);
  await keepLetter(page);
  await page.keyboard.press('Alt+0');
  await page.locator('[data-ready=settings]').waitFor();
  const field = page.locator('[name=office-name]');
  await field.focus();
  await field.evaluate((input: HTMLInputElement) => input.setSelectionRange(2, 2));

  await page.keyboard.press('F8');
  await expect(page.getByLabel('密码')).toBeFocused();
  expect(await page.locator('body').innerText()).not.toContain(OFFICE);
  await expectAccessible(page);

  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('还没有输入密码。');
  await expect(page.getByLabel('密码')).toBeFocused();
  await unlock(page, '不是这个密码');
  await expect(page.getByRole('alert')).toContainText('密码不对');
  await unlock(page);
  await expect(field).toBeFocused();
  expect(await field.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(2);
});

test('another person begins at 今日 and is told what is not theirs', async ({ page }) => {
  await setUpOffice(page);
  await keepLetter(page);
  await page.keyboard.press('Alt+0');
  await page.getByRole('tab', { name: '人员' }).click();
  await page.getByTestId('add-person').click();
  await page.getByRole('dialog').getByLabel('姓名').fill('李秀英');
  await page.locator('[name=new-password]').fill('chuntian-xiaohe');
  await page.locator('[name=new-password-again]').fill('chuntian-xiaohe');
  await page.getByTestId('save-person').click();
  await expect(page.getByRole('row', { name: /李秀英/ })).toContainText('没有登记');
  await expectAccessible(page);

  await page.keyboard.press('Control+l');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
  await page.getByRole('radio', { name: '李秀英' }).check();
  await unlock(page, 'chuntian-xiaohe');
  await page.locator('[data-ready=today]').waitFor();
  await page.keyboard.press('Alt+0');
  await page.getByTestId('save-office').press('Enter');
  await expect(page.getByTestId('save-office')).toContainText('修改机关信息由系统管理员、法规科办理');
});

test('the code of the recovery letter lets a person in with a new password', async ({ page }) => {
  const answer = page.waitForResponse((response) => response.url().includes('/prints/'));
  await setUpOffice(page);
  const code = /恢复码（[^）]*）([0-9A-Z]{45})/.exec(textOf(await (await answer).body()))?.[1] ?? '';
  await keepLetter(page);
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: '用恢复信找回' }).click();
  await page.getByLabel('为谁重设').selectOption(PERSON);
  const problemOf = async (label: string): Promise<string> => {
    const ids = (await page.getByLabel(label).getAttribute('aria-describedby')) ?? '';
    const problem = ids.split(' ').find((id) => id.endsWith('-problem'));
    return problem === undefined ? '' : page.locator(`[id="${problem}"]`).innerText();
  };
  await page.getByLabel('新密码').fill('dong');
  await page.getByLabel('再输一次').fill('dong');
  await expect.poll(() => problemOf('新密码')).toContain('8');
  expect(await problemOf('再输一次')).toBe('');
  await page.getByLabel('新密码').fill('dongtian-daxue');
  await page.getByLabel('再输一次').fill('dongtian-daxue');
  await page.getByLabel('恢复码').fill(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('恢复码');
  await expectAccessible(page);
  await page.getByLabel('恢复码').fill(code.toLowerCase());
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=today]').waitFor();
});
