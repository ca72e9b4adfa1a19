// 故障记录: a fault shows an id, and the administrator finds it by that id.
import { readdir, readFile } from 'node:fs/promises';
import { temporaryFolder } from '../support/profile.ts';
import { axeFaults } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';
import { put, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';
import { openSection } from './support/settings.ts';

const shownId = /错误编号 ([0-9A-Z]{4}-[0-9A-Z]{4})，请告诉系统管理员/;

test('a fault of a screen and one that nobody caught show their ids; the administrator finds and exports them', async ({
  context,
}) => {
  await using profile = await profileAt('begun');
  await using target = await temporaryFolder('case-e2e-faults');
  await using desk = await openDesk(context, profile.path, '2026-03-02T09:40');
  const { page } = desk;
  await desk.logIn('王建国', '2026-03-02T09:40');

  const ofScreen = await test.step('an answer that nobody can read', async () => {
    await page.route('**/rpc/cases/list', (route) => route.fulfill({ status: 200, body: '{"json":' }));
    await page.keyboard.press('Alt+3');
    const note = page.getByTestId('refusal').first();
    await expect(note).toContainText(shownId);
    const id = shownId.exec(await note.innerText())?.[1] ?? '';
    const { origin } = new URL(page.url());
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    await walkTo(page, note.getByRole('button', { name: '复制编号' }));
    await page.keyboard.press('Enter');
    await expect(note.getByRole('button', { name: '已复制编号' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(id);
    await page.unroute('**/rpc/cases/list');
    return id;
  });

  const ofNobody = await test.step('a handler that breaks', async () => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => {
        throw new RangeError('陈福来');
      };
    });
    await page.getByRole('button', { name: '已复制编号' }).press('Enter');
    const alarm = page.getByRole('status').filter({ hasText: '页面遇到没有料到的情况' });
    await expect(alarm).toContainText(shownId);
    return shownId.exec(await alarm.innerText())?.[1] ?? '';
  });

  await desk.logIn('吴管理', '2026-03-02T10:00');
  await openSection(page, '故障记录');
  const list = page.getByTestId('faults');
  await expect(list.locator('[role=row][data-index]')).toHaveCount(2);
  await put(page.locator('[name=fault-id]'), ofNobody.toLowerCase());
  await expect(list.locator('[role=row][data-index]')).toHaveCount(1);
  await expect(list).toContainText('RangeError');
  await put(page.locator('[name=fault-id]'), ofScreen);
  await expect(list).toContainText(ofScreen);
  expect(await axeFaults(page)).toEqual([]);
  await walkTo(page, list.locator('[role=row][data-index]').first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: `故障记录 ${ofScreen}` })).toContainText(/assets\/\S+\.js:\d+:\d+/);
  await page.keyboard.press('Escape');

  await test.step('export', async () => {
    await walkTo(page, page.getByTestId('export-faults'));
    await page.keyboard.press('Enter');
    await put(page.locator('[name=target-folder]'), target.path);
    await walkTo(page, page.getByTestId('use-folder'));
    await page.keyboard.press('Enter');
    await walkTo(page, page.getByTestId('write-faults'));
    await expect(page.getByTestId('write-faults')).not.toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: '已导出 2 条到' })).toBeVisible();
    const [file = ''] = await readdir(target.path);
    const text = await readFile(`${target.path}/${file}`, 'utf8');
    for (const id of [ofScreen, ofNobody]) expect(text).toContain(id);
    expect(text).not.toContain('陈福来');
  });
});
