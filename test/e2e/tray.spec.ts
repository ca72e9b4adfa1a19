// A paper is printed, signed and scanned; its sheets find their place by the codes in their feet, and are the record.
import sharp from 'sharp';
import type { Opened } from '../support/open-workstation.ts';
import type { Raw } from '../support/scanned.ts';
import { filledSource, printOfAnotherCase } from './support/another-case.ts';
import { axeFaults } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, optionInHand, replaceText, untilClosed, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';
import { placeAll, printToSign, receive, scansOf, untilRead } from './support/scans.ts';

const MOMENT = '2026-03-02T10:00';

/** The sample case with its 案源登记表 filled and not signed; `work` does more. */
const withFilledSource = (work?: (opened: Opened) => Promise<unknown>) =>
  profileAt('begun', {
    by: '李敏',
    moment: MOMENT,
    work: async (opened) => {
      const [item] = await opened.client.cases.list({});
      await filledSource(opened, item?.id ?? '');
      await work?.(opened);
    },
  });

test('printed, signed, scanned back in one pile with another case: the sheets are placed by one key and the paper is issued as it was signed', async ({
  context,
}) => {
  const others: Raw[] = [];
  await using profile = await withFilledSource(async (opened) => others.push(...(await printOfAnotherCase(opened))));
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('李敏', MOMENT);
  await walkTo(page, page.getByTestId('inbox').getByRole('option', { name: /福满园/ }), 'ArrowDown');
  await page.keyboard.press('Enter');
  const pane = page.locator('[data-paper-pane]');
  await expect(pane).toHaveAttribute('data-template', 'J01');
  const own = await printToSign(page);
  expect([own.length, others.length]).toEqual([2, 2]);
  await expect(pane.getByText('已签 0 / 1，没收回', { exact: true })).toBeVisible();
  await expect(pane.locator('textarea, input:not([readonly])')).toHaveCount(0);

  await goToPlace(page, '收件');
  const out = page.getByTestId('tray-out').locator('[role=row][data-index]');
  await expect(out).toHaveCount(2);
  await expect(out.first()).toContainText('案源登记表');
  await receive(page, await scansOf([own[0]!, others[1]!, own[1]!, others[0]!]));
  await untilRead(page, 2);
  await expect(page.getByTestId('sheet')).toBeVisible();
  // The places to sign, cut out: nobody has signed these sheets, and that is seen.
  await expect(page.getByTestId('sign-cut').first()).toContainText('登记人');
  await expect(page.getByTestId('sign-cut').first()).toContainText('好像是空的');
  expect(await axeFaults(page)).toEqual([]);
  await placeAll(page, 2);

  await goToPlace(page, '今日');
  await walkTo(page, page.getByTestId('inbox').getByRole('option', { name: /福满园/ }), 'ArrowDown');
  await page.keyboard.press('Enter');
  await expect(pane.getByText('已签 0 / 1，已收回', { exact: true })).toBeVisible();
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
  const scans = await scansOf(await printToSign(page));
  await walkTo(page, page.getByTestId('paper-menu'));
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '作废印出的签字稿，改内容' }).press('Enter');
  await walkTo(page, page.getByLabel('作废原因'));
  await page.keyboard.insertText('事实写错了一处');
  await walkTo(page, page.getByTestId('confirm-void'));
  await page.keyboard.press('Enter');
  await untilClosed(page.getByTestId('void-dialog'));
  await expect(page.getByTestId('signed-count')).toHaveCount(0);

  await receive(page, scans.slice(0, 1));
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
  const buffer = await sharp({ create: { width: 620, height: 877, channels: 3, background: '#fdfdfb' } })
    .jpeg()
    .toBuffer();
  await receive(page, [{ name: '工资条.jpg', mimeType: 'image/jpeg', buffer }]);
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
