// 就地签批: the leader signs at the officer's seat with one password, and the officer goes on in the field they were in.
import type { Page } from '@playwright/test';
import { samplePassword } from '../../main/sample/sample.ts';
import { logInAs, papersInApproval } from '../support/in-approval.ts';
import type { Opened } from '../support/open-workstation.ts';
import { axeFaults } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

const NAMES = ['瑞祥物业服务部', '博文教育咨询部'];
const MOMENT = '2026-03-02T10:00';
const USE = {
  applicant: '当事人',
  applicantName: '陈福来',
  identityProof: '居民身份证',
  purpose: '核对检查时制作的笔录。',
  mode: '查阅',
  items: [{ name: '现场检查笔录', pages: '2', media: '纸质', remark: '' }],
};

/** Two cases with two papers each that wait for 张丽, the second of each submitted by 王建国, and a draft in each. */
const forHead = () =>
  profileAt('set-up', {
    by: '李敏',
    moment: MOMENT,
    work: async (opened: Opened) => {
      const papers = await papersInApproval(opened, NAMES, ['王建国', '李敏']);
      await logInAs(opened, '王建国');
      const { documents } = opened.client;
      for (const { caseId } of papers) {
        const draft = await documents.create({ caseId, templateId: 'J55' });
        const { paper } = await documents.save({ paperId: draft.id, version: draft.version, values: USE });
        await documents.submit({ paperId: paper.id, version: paper.version });
        await documents.create({ caseId, templateId: 'J41' });
      }
    },
  });

/** Counts the passwords that are sent to main. */
function countPasswords(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (/\/rpc\/session\/(unlock|lend)$/.test(request.url())) count += 1;
  });
  return () => count;
}

const queue = (page: Page) => page.getByTestId('desk-queue').locator('[role=row][data-index]');
const seen = (page: Page) => expect(page.getByTestId('agree')).not.toHaveAttribute('aria-disabled', 'true');
const band = (page: Page) => page.getByTestId('lent-band');

async function lendTo(page: Page, password = samplePassword): Promise<void> {
  await expect(page.locator('[name=signer-password]')).toBeFocused();
  await page.keyboard.insertText(password);
  await page.keyboard.press('Enter');
}

test('four papers of two cases are signed at the officer’s seat with one password, and the officer goes on where they were', async ({
  context,
}) => {
  await using profile = await forHead();
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('王建国', MOMENT);
  await goToPlace(page, '案件');
  await walkTo(page, page.getByRole('row', { name: NAMES[0] ?? '' }), 'ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
  await page
    .getByRole('button', { name: /送达地址确认/ })
    .first()
    .press('Enter');
  await page.locator('[data-paper-pane][data-status=draft]').waitFor();
  const field = page.locator('[data-field=refusalNote] textarea');
  await walkTo(page, field);
  await page.keyboard.insertText('写到一半的话');
  await page.keyboard.press('ArrowLeft');
  const name = await field.getAttribute('name');
  const address = page.url();

  const passwords = countPasswords(page);
  await page.keyboard.press('Alt+j');
  await expect(page.getByTestId('lend-dialog')).toContainText('张丽　4 份');
  await lendTo(page);
  await expect(band(page)).toContainText('张丽在王建国的座位上签批');
  await expect(queue(page)).toHaveCount(4);
  await expect(page.locator('[name=opinion]')).toBeFocused();
  expect(await axeFaults(page)).toEqual([]);
  // Nothing of the program but the desk is to be had.
  await expect(page.getByRole('navigation', { name: '主导航' })).toHaveCount(0);
  for (const key of ['Alt+3', 'F3', 'Alt+0', 'Escape']) await page.keyboard.press(key);
  await expect(page).toHaveURL(/\/desk/);
  await expect(page.getByRole('link', { name: '打开案件' })).toHaveCount(0);

  for (let left = 3; left >= 0; left -= 1) {
    await seen(page);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('just-done')).toHaveText(/^已同意：(瑞祥|博文).+《.+》，接着等孙伟$/);
    await expect(page.getByTestId('desk-given')).toBeHidden();
    await expect(queue(page)).toHaveCount(left);
  }
  await expect(page.getByText('都签完了。今天签了 4 份。')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(band(page)).toHaveCount(0);
  await expect(field).toBeFocused();
  expect([page.url(), await field.getAttribute('name'), await field.inputValue()]).toEqual([
    address,
    name,
    '写到一半的话',
  ]);
  expect(await field.evaluate((box: HTMLTextAreaElement) => box.selectionStart)).toBe(5);
  await expect(page.getByTestId('lend-seat')).toBeVisible();
  await page.keyboard.insertText('，再写');
  await expect(field).toHaveValue('写到一半的，再写话');
  expect(passwords()).toBe(1);
});

test('from the paper that waits: who is asked is named, and that paper comes first', async ({ context }) => {
  await using profile = await forHead();
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('王建国', MOMENT);
  await goToPlace(page, '案件');
  await walkTo(page, page.getByRole('row', { name: NAMES[1] ?? '' }), 'ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
  const line = page.getByRole('button', { name: /查阅/ }).first();
  await line.press('Enter');
  await expect(page.getByTestId('awaited')).toHaveText('等张丽签署“承办单位意见”');
  await page.keyboard.press('Alt+j');
  await lendTo(page, '不是这一个密码');
  await expect(page.getByTestId('lend-dialog')).toContainText('密码不对。');
  await lendTo(page);
  await expect(band(page)).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: NAMES[1] ?? '' })).toBeVisible();
  await expect(page.getByTestId('record-preview')).toContainText('查阅');
  // The window is loaded anew: still the same seat, and the way back is known.
  await page.reload();
  await expect(band(page)).toContainText('张丽在王建国的座位上签批');
  await page.keyboard.press('F8');
  await expect(page.getByLabel('密码')).toBeFocused();
  await page.keyboard.insertText(samplePassword);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('awaited')).toHaveText('等张丽签署“承办单位意见”');
  await expect(page.getByTestId('lend-seat')).toBeVisible();
});

test('where nobody is waited for, the seat is not lent', async ({ context }) => {
  await using profile = await profileAt('set-up');
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('王建国', MOMENT);
  await page.keyboard.press('Alt+j');
  await expect(page.getByTestId('lend-dialog')).toContainText('现在没有等别人审批的文书。');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('lend-dialog')).toHaveCount(0);
});
