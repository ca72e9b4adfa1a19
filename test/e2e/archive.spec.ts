// 归档—核对: what only a person can judge is answered in its row by who may judge it, with the paper it is about beside it, by keyboard.
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixture.ts';
import { goToPlace, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk, type Desk } from './support/sample-desk.ts';

/** The sample case is closed; 王建国 has judged its facts and its law, and left two smaller questions open. */
async function goToFiling({ page, logIn }: Desk, name: string): Promise<void> {
  await logIn(name, '2026-04-24T09:30');
  await goToPlace(page, '归档');
  await walkTo(page, page.locator('main [role=row][data-index]'));
  await page.keyboard.press('Enter');
}

async function openFiling(desk: Desk, name: string) {
  const { page } = desk;
  await goToFiling(desk, name);
  const questions = page.getByRole('region', { name: /^需要人判断的问题/ });
  await questions.getByRole('listitem').first().waitFor();
  return questions.getByRole('listitem');
}

test('the questions before filing are answered where they stand, and the caret goes on to the next', async ({
  context,
}) => {
  await using profile = await profileAt('closed');
  await using desk = await openDesk(context, profile.path, '2026-04-24T09:30');
  const { page } = desk;
  const rows = await openFiling(desk, '王建国');
  await expect(rows).toHaveCount(2);
  await walkTo(page, rows.first().getByRole('radio', { name: '是' }));
  // The question in hand is judged by the decision, which stands beside it.
  await expect(page.getByTestId('record-preview').getByRole('heading')).toContainText('行政处罚决定书');
  for (const left of [1, 0]) {
    await page.keyboard.press('Space');
    await walkTo(page, rows.first().getByRole('button', { name: '记下' }));
    await page.keyboard.press('Enter');
    await expect(rows).toHaveCount(left);
    if (left > 0) await expect(rows.first().getByRole('radio', { name: '是' })).toBeFocused();
  }
});

test('the archive answers what the archive can see; of the rest it reads who judges it', async ({ context }) => {
  await using profile = await profileAt('closed');
  await using desk = await openDesk(context, profile.path, '2026-04-24T09:30');
  const rows = await openFiling(desk, '周静');
  const forms = rows.filter({ hasText: '统一或者经备案的格式' });
  await expect(forms).toContainText('这个问题由承办人、承办单位负责人、法规科判断');
  await expect(forms.getByRole('radio')).toHaveCount(0);
  await expect(rows.filter({ hasText: '规定的顺序排列' }).getByRole('radio')).toHaveCount(3);
});

test('a row of the 卷内目录 is put elsewhere by Alt+↑ and Alt+↓, said, and still there after a restart', async ({
  context,
}) => {
  await using profile = await profileAt('closed');
  const rows = (page: Page) => page.getByTestId('catalogue-rows').locator('[role=row][data-index]');
  const first = async (page: Page): Promise<string> =>
    (await rows(page).first().getByRole('gridcell').nth(4).innerText()).trim();
  let title = '';
  {
    await using desk = await openDesk(context, profile.path, '2026-04-24T09:30');
    const { page } = desk;
    await openFiling(desk, '王建国');
    await page.keyboard.press('Control+Enter');
    await rows(page).first().waitFor();
    // Of the 正卷: the 案源登记表 is in the 副卷.
    title = await first(page);
    expect(title).toBe('立案审批表');
    await walkTo(page, rows(page).first());
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page.getByRole('status').filter({ hasText: `《${title}》排到正卷第 2 件` })).toBeVisible();
    await expect(rows(page).nth(1)).toBeFocused();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(rows(page).nth(2)).toContainText(title);
    await page.keyboard.press('F8');
    await page.getByTestId('unlock').waitFor();
  }
  await using desk = await openDesk(context, profile.path, '2026-04-24T09:40');
  const { page } = desk;
  // The wizard opens at the step it was left at.
  await goToFiling(desk, '王建国');
  await expect(rows(page).nth(2)).toContainText(title);
  await walkTo(page, page.getByRole('button', { name: '恢复规定的顺序' }));
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toContainText(title);
});
