// Files, codes, names and pasted words as people really bring them.
import type { Locator, Page } from '@playwright/test';
import { beginCase, lookForParty } from './support/begin-case.ts';
import { goToExhibits } from './support/exhibits.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, put, walkTo } from './support/keyboard.ts';
import { keepLetter, setUpOffice } from './support/office.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

/** From the button 添加文件: chooses files in the window's own dialog. */
async function add(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser', { timeout: 15_000 });
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(files);
}

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

test('what the page cannot show is named, a text is shown in its own words, an empty file is refused', async ({
  context,
}) => {
  await using profile = await profileAt('begun');
  await using desk = await openDesk(context, profile.path, '2026-03-02T09:10');
  const { page } = desk;
  await desk.logIn('王建国', '2026-03-02T09:10');
  await goToPlace(page, '案件');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
  await goToExhibits(page, 'add-files');

  await add(page, [
    { name: '谈话.amr', mimeType: '', buffer: Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(99)]) },
  ]);
  const dialog = page.getByTestId('exhibit-dialog');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await goToExhibits(page, 'add-files');
  await add(page, [
    { name: '照片.heic', mimeType: '', buffer: bytes('0000001c6674797068656963000000006d69663168656963') },
  ]);
  await expect(dialog).toContainText('“照片.heic”是HEIC照片（苹果等手机拍摄），已照原样加密收存');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await goToExhibits(page, 'add-files');
  await add(page, [{ name: '港方来函.txt', mimeType: 'text/plain', buffer: bytes('c17eb8ea') }]);
  await expect(dialog.locator('pre')).not.toHaveText('薪資');
  await put(dialog.getByLabel('文字编码'), '大五码（港台繁体）');
  await expect(dialog.locator('pre')).toHaveText('薪資');
  await walkTo(page, dialog.getByTestId('save-exhibit'));
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });

  await goToExhibits(page, 'add-files');
  await add(page, [{ name: '空的.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) }]);
  await expect(page.getByText('“空的.pdf”是空文件（0 字节），没有导入')).toBeVisible();
});

/** A press of the mouse that leaves a field whose problem is said by leaving it: what is pressed stays under the mouse until it is let go. */
async function pressWhileAProblemComes(page: Page, pressed: Locator, left: Locator): Promise<void> {
  await pressed.scrollIntoViewIfNeeded();
  const place = await pressed.boundingBox();
  if (place === null) throw new Error('nothing to press');
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.mouse.down();
  await expect(pressed).toBeFocused();
  await page.waitForTimeout(200);
  expect(await pressed.boundingBox()).toEqual(place);
  await page.mouse.up();
  await expect(left).toHaveAttribute('aria-invalid', 'true');
}

test('an odd code is taken with a reason, codes are narrowed and a name keeps its dot while they are typed', async ({
  page,
}) => {
  await setUpOffice(page);
  await keepLetter(page);
  await lookForParty(page);
  await page.keyboard.press('Enter');
  await put(page.locator('[name=party-name]'), '古丽•江食品店');
  await put(page.locator('[name=party-idNumber]'), '4405');
  await pressWhileAProblemComes(page, page.locator('[name=party-phone]'), page.locator('[name=party-idNumber]'));
  await put(page.locator('[name=party-idNumber]'), '');
  await put(page.locator('[name=party-uscc]'), '９１３５ ０１００ｍ０００１００ｙ４４');
  await expect(page.locator('[name=party-uscc]')).toHaveValue('91350100M000100Y44');
  await page.keyboard.press('Tab');
  await expect(page.getByText('统一社会信用代码与末位校验码不符')).toBeVisible();
  await expect(page.locator('[name=party-usccChecked]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('确与营业执照一致的')).toBeVisible();
  await page.keyboard.insertText('与执照正本逐位核对一致');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('picked-household')).toContainText('古丽·江食品店');
});

test('words from Word lose what nobody sees, the caret stays, and what no font has is said at its field', async ({
  page,
}) => {
  await setUpOffice(page);
  await keepLetter(page);
  await beginCase(page, []);
  const field = page.locator('[data-field=facts] textarea');
  await walkTo(page, field);
  await page.keyboard.insertText('头尾');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.insertText('欠付\u00A0工资\u000B共\u200B三人');
  await page.keyboard.insertText('。');
  await expect(field).toHaveValue('头欠付 工资\n共三人。尾');
  await page.keyboard.insertText('😀');
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-field=facts]')).toContainText('“😀”（U+1F600）打印不出来');
});
