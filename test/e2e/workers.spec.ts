// 劳动者名单 by keyboard: typed, pasted out of Excel and imported from a file; what is wrong is said at its row, and a paper prints the list.
import { expect, test } from './support/fixture.ts';
import { goToPlace, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';
import { rowOf, workbookOf } from './support/spreadsheets.ts';

const moment = '2026-04-03T09:10';

test('a list of workers is typed, pasted and imported, and its faults are named by row', async ({ context }) => {
  await using profile = await profileAt('approved');
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(page.url()).origin });
  await page.setViewportSize({ width: 1366, height: 768 });
  await desk.logIn('王建国', moment);
  await goToPlace(page, '案件');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
  await walkTo(page, page.getByTestId('tab-exhibits'), 'F6', 12);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+l');
  const dialog = page.getByTestId('workers-dialog');
  const cell = (row: number, key: string) => dialog.locator(`[id="workers-${row}-${key}"]`);
  const sum = (key: string) => dialog.locator(`[data-sum=${key}]`);

  await test.step('in a narrow window the table scrolls by itself and the buttons stay', async () => {
    await page.setViewportSize({ width: 683, height: 384 });
    await expect(dialog.getByTestId('save-workers')).toBeInViewport({ ratio: 1 });
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  await test.step('typed: what is owed follows from what was agreed and paid', async () => {
    await expect(dialog).toBeVisible();
    await walkTo(page, cell(0, 'name'));
    await page.keyboard.insertText('甲某');
    await walkTo(page, cell(0, 'agreed'));
    await page.keyboard.type('5000');
    await page.keyboard.press('Tab');
    await page.keyboard.type('3000');
    await page.keyboard.press('Tab');
    await expect(cell(0, 'owed')).toBeFocused();
    await expect(cell(0, 'owed')).toHaveValue('2000');
    await page.keyboard.press('Enter');
    await expect(cell(1, 'owed')).toBeFocused();
    await expect(sum('owed')).toHaveText('2,000.00');
  });

  await test.step('pasted out of Excel, into the cells from the caret on', async () => {
    await page.evaluate(async () => {
      const html =
        '<table><tr><td>乙某</td><td>11010519491231002X</td><td>钢筋工</td></tr><tr><td>丙某</td><td></td><td>木工</td></tr></table>';
      const blob = (text: string, type: string) => new Blob([text], { type });
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/html': blob(html, 'text/html'),
          'text/plain': blob('乙某\t11010519491231002X\t钢筋工\n丙某\t\t木工', 'text/plain'),
        }),
      ]);
    });
    await walkTo(page, cell(1, 'name'), 'Shift+Tab');
    await page.keyboard.press('Control+v');
    await expect(cell(1, 'idNumber')).toHaveValue('11010519491231002X');
    await expect(cell(2, 'job')).toHaveValue('木工');
    await expect(dialog.getByTestId('pasted')).toContainText('已粘贴2行');
    await expect(sum('name')).toHaveText('3人');
  });

  await test.step('what contradicts itself is said at its row, and is not saved', async () => {
    await walkTo(page, cell(1, 'agreed'));
    await page.keyboard.type('4000');
    await walkTo(page, cell(1, 'paid'));
    await page.keyboard.type('1000');
    await walkTo(page, cell(1, 'owed'));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('2500');
    await expect(dialog.getByRole('list', { name: '要看的地方' })).toContainText(
      '第2行“拖欠（元）”：应发4000元减已发1000元是3000元，这里是2500元。',
    );
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('3000');
    await expect(dialog.getByRole('list', { name: '要看的地方' })).toHaveCount(0);
  });

  await test.step('imported: right lines join the list, the others are named with their line', async () => {
    const buffer = await workbookOf(
      rowOf(1, ['福满园名单']) +
        rowOf(2, ['姓名', '身份证号', '拖欠工资', '拖欠期间起']) +
        rowOf(3, ['丁某', '', 800]) +
        rowOf(4, ['戊某', 220402198705010100, 900]) +
        rowOf(5, ['己某', '', 700], 'hidden="1"') +
        `<row r="6"><c r="A6" t="inlineStr"><is><t>庚某</t></is></c><c r="C6"><v>100.1</v></c><c r="D6" s="1"><v>42914</v></c></row>`,
      { from1904: true },
    );
    const chosen = page.waitForEvent('filechooser');
    await walkTo(page, dialog.getByTestId('import-workers'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await (await chosen).setFiles({ name: '名单.xlsx', mimeType: '', buffer });
    const said = dialog.getByTestId('imported');
    await expect(said).toContainText('2行没有问题');
    await expect(said).toContainText('第4行（戊某）：身份证号码：Excel只保留15位数字');
    await expect(said).toContainText('第5行在Excel里是隐藏的，没有读。');
    await expect(cell(3, 'name')).toHaveValue('丁某');
    await expect(cell(4, 'from')).toHaveValue('2021-06-29');
    await expect(sum('owed')).toHaveText('5,900.10');
  });

  await test.step('saved, all of it is in the case', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByTestId('just-done')).toContainText('共5人');
    await expect(page.getByTestId('open-workers')).toContainText('5人');
  });
});
