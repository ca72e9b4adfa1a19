// From whatever is wrong to the very place where it is put right, and back again.
import { expect, test } from './support/fixture.ts';
import { goToPlace, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

test('questions of the filing wizard are answered in the case, one after the other, and lead back to the wizard', async ({
  context,
}) => {
  await using profile = await profileAt('closed');
  await using desk = await openDesk(context, profile.path, '2026-04-24T09:30');
  const { page } = desk;
  await desk.logIn('王建国', '2026-04-24T09:30');
  await goToPlace(page, '归档');
  await page.keyboard.press('Enter');
  const open = page.getByRole('region', { name: /^需要人判断的问题/ });
  await open.getByRole('listitem').first().waitFor();
  const questions = await open.getByRole('listitem').count();
  expect(questions).toBeGreaterThan(1);

  await page.keyboard.press('F2');
  await page.locator('[data-ready=case]').waitFor();
  const inHand = page.locator('[data-question]', { has: page.locator(':focus') });
  for (let left = questions; left > 0; left -= 1) {
    await expect(inHand.locator('form')).toBeVisible();
    const id = await inHand.getAttribute('data-question');
    await page.keyboard.press('Space');
    await walkTo(page, page.getByTestId(`answer-${id}`), 'Tab', 3);
    await page.keyboard.press('Enter');
    await expect(page.locator(`[data-question="${id}"] [data-answer="是"]`)).toBeVisible();
  }
  await expect(page.getByTestId('back-to-wizard')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByText('没有挡住归档的问题').waitFor();
  await expect(open).toHaveCount(0);
});

test('a stale wording in a cell is put right while it is typed, and an exhibit of the open case is found from the search', async ({
  context,
}) => {
  await using profile = await profileAt('approved', {
    by: '王建国',
    moment: '2026-04-03T09:00',
    work: async ({ client }) => {
      const [item] = await client.cases.list({});
      await client.documents.create({ caseId: item?.id ?? '', templateId: 'J53' });
    },
  });
  await using desk = await openDesk(context, profile.path, '2026-04-03T09:10');
  const { page } = desk;
  await desk.logIn('王建国', '2026-04-03T09:10');
  await goToPlace(page, '案件');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
  await expect(page.getByRole('heading', { name: '音像资料登记' })).toBeVisible();
  const rows = page.locator('[data-field=recordings]');
  await walkTo(page, rows.locator('[data-add-row]'));
  await page.keyboard.press('Enter');
  const cell = rows.locator('[id$="-0-title"]');
  await walkTo(page, cell);
  await page.keyboard.insertText('一般程序录像');
  await expect(rows.getByRole('list', { name: '旧法表述' })).toContainText('“一般程序”已改为“普通程序”');
  await page.keyboard.press('Alt+Enter');
  await expect(cell).toHaveValue('普通程序录像');
  await expect(cell).toBeFocused();
  await expect(rows.getByRole('list', { name: '旧法表述' })).toHaveCount(0);
  await page.keyboard.insertText('（《劳动法》第108条）');
  await expect(rows.getByRole('list', { name: '所引条款' })).toContainText('《中华人民共和国劳动法》只有107条');

  await page.keyboard.press('F3');
  await page.keyboard.insertText('考勤');
  const hit = page.getByTestId('search-hits').getByRole('group', { name: '证据' }).getByRole('option').first();
  await hit.waitFor();
  while ((await hit.getAttribute('data-focused')) !== 'true') await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('exhibit-dialog')).toContainText('考勤');
});
