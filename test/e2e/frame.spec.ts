// What stands round every screen: the rail in a wide and a narrow window, the colours each person chose, and what was done last.
import { expect, test } from './support/fixture.ts';
import { goToPlace, optionInHand, put } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

const MOMENT = '2026-04-03T09:10';

test('in a narrow window Alt alone opens the rail, Esc shuts it, and the digits work all the same', async ({
  context,
}) => {
  await using profile = await profileAt('approved');
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('王建国', MOMENT);
  const rail = page.getByRole('navigation', { name: '主导航' });
  const archive = rail.getByRole('link', { name: '归档' });
  const opener = rail.getByRole('button', { name: '导航' });
  await expect(archive).toBeVisible();
  await expect(opener).toBeHidden();
  await page.keyboard.press('Alt');
  await expect(rail.getByRole('link', { name: '今日' })).not.toBeFocused();

  await page.setViewportSize({ width: 683, height: 384 });
  await expect(archive).toBeHidden();
  await page.keyboard.press('Alt');
  await expect(rail.getByRole('link', { name: '今日' })).toBeFocused();
  await expect(archive).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(archive).toBeHidden();
  await expect(opener).toBeFocused();

  await goToPlace(page, '归档');
  await expect(archive).toBeHidden();
  await page.keyboard.press('Alt');
  await expect(archive).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '移送' })).toBeVisible();
  await expect(archive).toBeHidden();
});

test('light or dark is each person’s own, and the log-in follows the system', async ({ context }) => {
  await using profile = await profileAt('begun');
  await using desk = await openDesk(context, profile.path, '2026-03-02T09:40');
  const { page } = desk;
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const [light, dark] = ['rgb(242, 244, 247)', 'rgb(23, 27, 33)'];
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(ground).toBe(dark);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(ground).toBe(light);

  await desk.logIn('王建国', '2026-03-02T09:40');
  await goToPlace(page, '设置');
  // By what is set there, not only by the name of the part.
  await page.keyboard.press('Control+f');
  await expect(page.getByLabel('在设置中查找')).toBeFocused();
  await page.keyboard.type('深浅');
  await optionInHand(page, '显示').waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: '显示' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tab', { name: '显示' })).toBeFocused();
  await expect(page.getByLabel('在设置中查找')).toHaveValue('');
  await put(page.locator('[name=theme]').first(), '深');
  await expect.poll(ground).toBe(dark);
  await desk.logIn('赵强', '2026-03-02T09:50');
  await expect.poll(ground).toBe(light);
  await desk.logIn('王建国', '2026-03-02T10:00');
  await expect.poll(ground).toBe(dark);
});

test('the rail has the places of the role, its digits stay, and a digit outside it says whose place that is', async ({
  context,
}) => {
  await using profile = await profileAt('approved');
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('孙伟', MOMENT);
  const rail = page.getByRole('navigation', { name: '主导航' });
  await expect(rail.getByRole('link')).toHaveText([
    /今日.*1/,
    /审批.*2/,
    /案件.*3/,
    /一户式.*4/,
    /移送.*7/,
    /监督.*8/,
    /制度.*9/,
    /设置.*0/,
  ]);
  await page.keyboard.press('Alt+6');
  await expect(page.getByRole('heading', { level: 1, name: '归档' })).toBeVisible();
  await expect(page.getByText('归档不在您的岗位之内。')).toBeVisible();
  await expect(page.getByText('查看归档由承办人、承办单位负责人、法规科、档案员办理')).toBeVisible();
  await page.keyboard.press('F3');
  await page.keyboard.insertText('归档');
  await expect(page.getByRole('option', { name: /移送/ })).toHaveCount(0);
  await expect(page.getByRole('option').filter({ hasText: 'Alt+6' })).toHaveCount(0);
});
