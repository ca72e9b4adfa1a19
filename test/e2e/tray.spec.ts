// A paper is printed, signed and scanned; its sheets find their place by the codes in their feet, and are the record.
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { rendered, scanned } from '../support/scanned.ts';
import { sourceOfTwoPages } from '../support/source-values.ts';
import { axeFaults } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, optionInHand, replaceText, untilClosed, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

const MOMENT = '2026-03-02T10:00';

/** The sample case with its 案源登记表 filled and not signed. */
const withFilledSource = () =>
  profileAt('begun', {
    by: '李敏',
    moment: MOMENT,
    work: async ({ client }) => {
      const [item] = await client.cases.list({});
      const draft = await client.documents.create({ caseId: item?.id ?? '', templateId: 'J01' });
      await client.documents.save({ paperId: draft.id, version: draft.version, values: sourceOfTwoPages });
    },
  });

/** Runs in the page. */
const bytesAt = async (url: string): Promise<number[]> => [...new Uint8Array(await (await fetch(url)).arrayBuffer())];

/** The sheets of what the print dialog shows, as a scanner gives them back: turned, and in the wrong order. */
async function scansOf(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }[]> {
  const printed = page.waitForResponse((response) => /\/prints\//.test(response.url()));
  await page.keyboard.press('Control+p');
  await expect(page.getByTestId('print-dialog')).toBeVisible();
  const pdf = await page.evaluate(bytesAt, (await printed).url());
  const pages = await rendered(Uint8Array.from(pdf), 150);
  const scans = await Promise.all(pages.map((sheet, index) => scanned(sheet, { turned: index === 0 ? -3 : 180 })));
  return scans.map((buffer, index) => ({ name: `扫描${index + 1}.jpg`, mimeType: 'image/jpeg', buffer })).toReversed();
}

test('printed, signed, scanned back: the sheets are placed by one key and the paper is issued as it was signed', async ({
  context,
}) => {
  await using profile = await withFilledSource();
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('李敏', MOMENT);
  await page.keyboard.press('Enter');
  const pane = page.locator('[data-paper-pane]');
  await expect(pane).toHaveAttribute('data-template', 'J01');
  const scans = await scansOf(page);
  await page.keyboard.press('Escape');
  await untilClosed(page.getByTestId('print-dialog'));
  await expect(pane.getByText('印出待签字', { exact: true })).toBeVisible();
  await expect(pane.locator('textarea, input:not([readonly])')).toHaveCount(0);

  await goToPlace(page, '收件');
  const out = page.getByTestId('tray-out').locator('[role=row][data-index]');
  await expect(out).toHaveCount(1);
  await expect(out).toContainText('案源登记表');
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Alt+n');
  await (await chooser).setFiles(scans);
  const proposal = page.getByTestId('tray-proposal').locator('[role=row][data-index]');
  await expect(proposal).toContainText('2/2 页', { timeout: 60_000 });
  await expect(page.getByTestId('sheet')).toBeVisible();
  await expect(page.getByText('页数 2 / 2')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('just-done')).toContainText('已归入《案源登记表》');
  await expect(page.getByText('收件里没有东西。')).toBeVisible();

  await goToPlace(page, '今日');
  await page.keyboard.press('Enter');
  await expect(pane.getByText('签字件已收回', { exact: true })).toBeVisible();
  await walkTo(page, page.getByTestId('sign'));
  await page.keyboard.press('Enter');
  const dialog = page.getByTestId('signature-dialog');
  await walkTo(page, dialog.getByLabel('姓名').first());
  await replaceText(page, '李敏');
  await walkTo(page, page.getByTestId('save-signatures'));
  await page.keyboard.press('Enter');
  await untilClosed(dialog);
  await page.keyboard.press('F4');
  await walkTo(page, page.getByTestId('confirm-issue'));
  await page.keyboard.press('Enter');
  await expect(pane).toHaveAttribute('data-status', 'issued');
  await expect(page.getByTestId('issued-facts')).toContainText('2 页');
  await expect(page.getByTestId('signed-or-typed')).toHaveText('看成文');
});

test('words are closed while a paper is out; voiding the print opens them, and its sheets are named as an old version', async ({
  context,
}) => {
  await using profile = await withFilledSource();
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('李敏', MOMENT);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-paper-pane]')).toHaveAttribute('data-template', 'J01');
  const scans = await scansOf(page);
  await page.keyboard.press('Escape');
  await untilClosed(page.getByTestId('print-dialog'));
  await walkTo(page, page.getByTestId('paper-menu'));
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '作废印出的签字稿，改内容' }).press('Enter');
  await walkTo(page, page.getByLabel('作废原因'));
  await page.keyboard.insertText('事实写错了一处');
  await walkTo(page, page.getByTestId('confirm-void'));
  await page.keyboard.press('Enter');
  await untilClosed(page.getByTestId('void-dialog'));
  await expect(page.locator('[data-paper-pane]').getByText('印出待签字', { exact: true })).toHaveCount(0);

  await goToPlace(page, '收件');
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Alt+n');
  await (await chooser).setFiles(scans.slice(0, 1));
  await expect(page.getByTestId('tray-proposal')).toContainText('旧版', { timeout: 60_000 });
  await expect(page.getByTestId('place')).toHaveAttribute('aria-disabled', 'true');
  await walkTo(page, page.getByTestId('aside'));
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('旧版，已作废');
  await walkTo(page, page.getByTestId('confirm-aside'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('收件里没有东西。')).toBeVisible();
});

test('what has no code of ours is taken into a case as an exhibit, the very file it came in', async ({ context }) => {
  await using profile = await withFilledSource();
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('李敏', MOMENT);
  await goToPlace(page, '收件');
  await expect(page.getByText('收件里没有东西。')).toBeVisible();
  const buffer = await sharp({ create: { width: 620, height: 877, channels: 3, background: '#fdfdfb' } })
    .jpeg()
    .toBuffer();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Alt+n');
  await (await chooser).setFiles([{ name: '工资条.jpg', mimeType: 'image/jpeg', buffer }]);
  await expect(page.getByTestId('tray-unknown')).toContainText('没有识别码', { timeout: 60_000 });
  await walkTo(page, page.getByRole('radio', { name: '印出去的文书' }));
  await page.keyboard.press('ArrowDown');
  await walkTo(page, page.getByRole('combobox', { name: /收进哪一件案子/ }));
  await page.keyboard.insertText('福满园');
  await optionInHand(page, '福满园').waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('chosen-case')).toContainText('福满园');
  await expect(page.getByLabel('证据名称')).toHaveValue('工资条');
  await walkTo(page, page.getByTestId('to-exhibit'));
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('just-done')).toHaveText('已收为证据“工资条”。');
  await expect(page.getByText('收件里没有东西。')).toBeVisible();
});
