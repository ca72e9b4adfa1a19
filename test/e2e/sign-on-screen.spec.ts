// 屏上签名: those of one paper read it and sign one after the other at the screen; the sheets with their strokes are the record.
import type { Locator, Page } from '@playwright/test';
import { sourceOfTwoPages } from '../support/source-values.ts';
import { axeFaults } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';
import { replaceText, untilClosed, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

const MOMENT = '2026-03-02T10:00';

/** The sample case with its 案源登记表 printed to be signed. */
const withPrint = () =>
  profileAt('begun', {
    by: '李敏',
    moment: MOMENT,
    work: async ({ client }) => {
      const [item] = await client.cases.list({});
      const draft = await client.documents.create({ caseId: item?.id ?? '', templateId: 'J01' });
      const saved = await client.documents.save({
        paperId: draft.id,
        version: draft.version,
        values: sourceOfTwoPages,
      });
      await client.documents.printToSign({ paperId: draft.id, version: saved.paper.version });
    },
  });

/** A pen, here a mouse, goes once up and down through the box. */
async function write(page: Page, box: Locator): Promise<void> {
  const { x, y, width, height } = (await box.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width * 0.2, y + height * 0.7);
  await page.mouse.down();
  for (const part of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
    await page.mouse.move(x + width * part, y + height * (0.5 + 0.3 * Math.sin(part * 30)), { steps: 4 });
  await page.mouse.up();
}

async function press(page: Page, target: Locator): Promise<void> {
  await walkTo(page, target);
  await page.keyboard.press('Enter');
}

/** The person reads in a window of their own; who sits beside sees how far, and ends it. */
async function readsBeside(page: Page, second: Page): Promise<void> {
  const beside = page.getByTestId('signing-beside');
  await expect(second.locator('canvas')).toBeVisible();
  await expect(beside).toContainText('第 1 页，共 2 页');
  expect(await second.evaluate(() => [document.title, location.href])).toEqual([
    expect.stringContaining('案源登记表'),
    'about:blank',
  ]);
  // The style sheets of the page came along, under its content policy.
  expect(await second.getByTestId('next-page').evaluate((act) => getComputedStyle(act).cursor)).toBe('pointer');
  await press(second, second.getByTestId('next-page'));
  await expect(beside).toContainText('第 2 页，共 2 页');
  await press(second, second.getByTestId('to-sign'));
  await write(second, second.getByTestId('signature-box'));
  await expect(second.getByTestId('confirm-signature')).not.toHaveAttribute('aria-disabled', 'true');
  await expect(beside).toContainText('正在签名');
  expect(await axeFaults(second)).toEqual([]);
  await press(page, page.getByTestId('end-signing'));
  await untilClosed(beside);
  await expect.poll(() => second.isClosed()).toBe(true);
}

test('who must sign reads the pages and signs on the screen; the paper is issued as it was signed', async ({
  context,
}) => {
  await using profile = await withPrint();
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('李敏', MOMENT);
  await page.keyboard.press('Enter');
  const pane = page.locator('[data-paper-pane]');
  await expect(pane).toHaveAttribute('data-template', 'J01');
  await expect(page.getByTestId('signed-count')).toHaveText('已签 0 / 1，没收回');
  await expect(page.getByTestId('case-signing')).toHaveText('已签 0 / 1，1 份没收回');
  await press(page, page.getByTestId('sign-on-screen-act'));
  const chooser = page.getByTestId('sign-on-screen');
  const name = chooser.getByLabel('登记人');
  await walkTo(page, name);
  await replaceText(page, '李敏');
  const popup = page.waitForEvent('popup');
  await press(page, chooser.getByTestId('sign-in-second').first());
  await readsBeside(page, await popup);

  await walkTo(page, name);
  await replaceText(page, '李敏');
  await page.keyboard.press('Enter');
  const signing = page.getByTestId('signing');
  await press(page, page.getByTestId('next-page'));
  await expect(signing).toContainText('第 2 页，共 2 页');
  await press(page, page.getByTestId('to-sign'));
  const confirm = page.getByTestId('confirm-signature');
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  const box = page.getByTestId('signature-box');
  await write(page, box);
  await press(page, page.getByTestId('sign-anew'));
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await write(page, box);
  expect(await axeFaults(page)).toEqual([]);
  await press(page, confirm);
  await untilClosed(signing);
  await expect(page.getByTestId('signed-count')).toHaveText('已签 1 / 1，屏上签齐');
  await expect(page.getByTestId('who-signed')).toHaveText('已签：登记人 李敏。签名已经齐全。');
  await expect(page.getByTestId('signed-or-typed')).toHaveText('看成文');
  await page.keyboard.press('F4');
  await press(page, page.getByTestId('confirm-issue'));
  await expect(pane).toHaveAttribute('data-status', 'issued');
  await expect(page.getByTestId('issued-facts')).toContainText('屏上签齐，2 页');
});
