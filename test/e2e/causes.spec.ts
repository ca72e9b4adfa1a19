// 案由 by keyboard: found by pinyin, taken over into papers, edited by 法规科.
import type { Page } from '@playwright/test';
import { openStep, startStep } from './support/case-work.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, optionInHand, put, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';
import { openCase } from './support/sample-papers.ts';
import { openSection, saveEdition } from './support/settings.ts';

/** Opens an entry of 更多 of the case. */
async function openOfMenu(page: Page, name: string): Promise<void> {
  await walkTo(page, page.getByTestId('case-menu'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await walkTo(page, page.getByRole('menuitem', { name }), 'ArrowDown');
  await page.keyboard.press('Enter');
}

test('a 案由 is found by pinyin, and the case takes its provisions, questions and evidence', async ({ context }) => {
  await using profile = await profileAt('begun');
  await using desk = await openDesk(context, profile.path, '2026-03-02T09:40');
  const { page } = desk;
  await page.setViewportSize({ width: 1366, height: 768 });
  await desk.logIn('王建国', '2026-03-02T09:40');
  await openCase(desk);

  await test.step('what is known of it is read', async () => {
    await openOfMenu(page, '案由的规定和提纲');
    const dialog = page.getByTestId('cause-dialog');
    await expect(dialog).toContainText('《中华人民共和国劳动法》第四十一条、第四十三条');
    await expect(dialog).toContainText('每人100元以上500元以下');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  await test.step('free text carries nothing, one of the catalogue does', async () => {
    await openOfMenu(page, '修改案件登记');
    const field = page.getByRole('dialog').locator('[name=causeName]');
    await walkTo(page, field);
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('涉嫌别的行为');
    await expect(page.getByTestId('cause-note')).toContainText('不带入');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('tqnmggz');
    await optionInHand(page, '涉嫌拖欠农民工工资').waitFor();
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue('涉嫌拖欠农民工工资');
    await expect(page.getByTestId('cause-note')).toContainText('询问提纲');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect(page.getByTestId('evidence-wanted')).toContainText('工资支付表');
  });

  await test.step('the interview has its questions to be answered; one that is not asked is taken out', async () => {
    await openStep(page, 'investigate');
    await startStep(page, 'investigate', 'J07');
    const questions = page.locator('[data-field=qa] [data-row]');
    const before = await questions.count();
    expect(before).toBeGreaterThan(8);
    await walkTo(page, page.locator('[data-field=qa]'));
    await page.keyboard.press('Control+Delete');
    await expect(questions).toHaveCount(before - 1);
  });
});

test('法规科 changes a 案由 by lines, is told at the line what no law has, and goes back', async ({ context }) => {
  await using profile = await profileAt('begun');
  await using desk = await openDesk(context, profile.path, '2026-03-02T10:00');
  const { page } = desk;
  await page.setViewportSize({ width: 1366, height: 768 });
  await desk.logIn('赵强', '2026-03-02T10:00');
  await openSection(page, '案由');
  await put(page.locator('[name=find-cause]'), '使用童工');
  await walkTo(page, page.getByTestId('causes').locator('[role=row][data-index]').first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '涉嫌使用童工' })).toBeVisible();

  await put(page.locator('[name=penal]'), '《禁止使用童工规定》第十五条');
  await expect(page.getByText('《禁止使用童工规定》只有14条，没有第十五条。').first()).toBeVisible();
  await put(page.locator('[name=penal]'), '《禁止使用童工规定》第六条第一款');
  await expect(page.getByRole('table', { name: '处罚（处理）的规定，逐条' })).toContainText('第六条第一款');
  const violated = await page.locator('[name=violated]').inputValue();
  await put(page.locator('[name=violated]'), '《禁止使用童工规定》第二条（2020-01-01以前）');
  await put(page.locator('[name=editionReason]'), '按本省裁量基准修改');
  await expect(page.getByTestId('save-cause')).toHaveAccessibleDescription(/没有一条规定在2026年3月2日施行/);
  await put(page.locator('[name=violated]'), violated);
  await put(page.locator('[name=steps]'), '使用一名童工：每月处5000元罚款');
  await saveEdition(page, 'save-cause', '按本省裁量基准修改');
  await expect(page.getByRole('list', { name: '历次版本' })).toContainText('每月处5000元罚款');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('causes')).toContainText('第2版');
  await goToPlace(page, '今日');
});
