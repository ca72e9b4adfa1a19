// 审批 desk: who signs goes through what waits by one key each, takes an opinion back, sends a paper back and compares it later.
import type { Page } from '@playwright/test';
import { logInAs, papersInApproval } from '../support/in-approval.ts';
import { axeFaults } from './support/axe.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';
import { openSection, saveEdition } from './support/settings.ts';

const NAMES = ['瑞祥物业服务部', '博文教育咨询部', '嘉禾食品加工坊', '顺风快递服务站'];
const MOMENT = '2026-03-02T10:00';

/** Four papers that wait for the leader. */
const forLeader = () =>
  profileAt('set-up', {
    by: '李敏',
    moment: MOMENT,
    work: (opened) => papersInApproval(opened, NAMES, ['王建国', '李敏', '张丽']),
  });

const queue = (page: Page) => page.getByTestId('desk-queue').locator('[role=row][data-index]');
const seen = (page: Page) => expect(page.getByTestId('agree')).not.toHaveAttribute('aria-disabled', 'true');

test('four approvals are four times Ctrl+Enter; the last one can be taken back', async ({ context }) => {
  await using profile = await forLeader();
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('孙伟', MOMENT);
  await goToPlace(page, '审批');
  await expect(queue(page)).toHaveCount(4);
  await expect(page.locator('[name=opinion]')).toBeFocused();
  expect(await axeFaults(page)).toEqual([]);
  const done = page.getByTestId('just-done');
  const inRail = page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '审批' });
  await expect(inRail).toContainText('4件');
  for (const [index, name] of NAMES.entries()) {
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
    await seen(page);
    await page.keyboard.press('Control+Enter');
    await expect(done).toHaveText(`已同意：${name}《立案审批表》`);
    await expect(queue(page)).toHaveCount(NAMES.length - index - 1);
  }
  await expect(page.getByText('都签完了。今天签了 4 份。')).toBeVisible();
  await expect(inRail).not.toContainText('件');

  await page.keyboard.press('Alt+u');
  await expect(done).toHaveText('已撤回您对《立案审批表》的意见');
  await expect(inRail).toContainText('1件');
  await expect(queue(page)).toHaveCount(1);
  await expect(page.locator('[name=opinion]')).toBeFocused();
});

test('opinions are given from 今日, too, without leaving its lines', async ({ context }) => {
  await using profile = await forLeader();
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('孙伟', MOMENT);
  const lines = page.getByTestId('inbox').getByRole('option');
  const done = page.getByTestId('just-done');
  await expect(lines.first()).toBeFocused();
  const before = await lines.count();
  // The second of the lines, so that the one after it comes into hand.
  await page.keyboard.press('ArrowDown');
  await expect(lines.nth(1)).toBeFocused();
  const following = (await lines.nth(2).textContent())!;
  await seen(page);
  await page.keyboard.press('Control+Enter');
  await expect(done).toHaveText(/^已同意：.+《立案审批表》$/);
  await expect(lines).toHaveCount(before - 1);
  await expect(lines.nth(1)).toBeFocused();
  await expect(lines.nth(1)).toHaveText(following);

  await page.keyboard.press('Alt+u');
  await expect(done).toHaveText('已撤回您对《立案审批表》的意见');
  await expect(lines).toHaveCount(before);
  await seen(page);
  // A return asks for its reason; what is typed stays with its line.
  await page.keyboard.press('Alt+t');
  const box = page.locator('[name=opinion]');
  await expect(box).toBeFocused();
  await page.keyboard.insertText('“事实来源”一栏太简单。');
  await page.keyboard.press('Alt+t');
  await expect(done).toContainText('已退回');
  await expect(lines).toHaveCount(before - 1);
  await expect(page.getByTestId('inbox').locator('[aria-selected=true]')).toBeFocused();
  expect(await axeFaults(page)).toEqual([]);
});

test('a return needs its reason, is taken back while nobody went on from it, and is compared when it comes again', async ({
  context,
}) => {
  await using profile = await forLeader();
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('孙伟', MOMENT);
  await goToPlace(page, '审批');
  await seen(page);
  await page.keyboard.press('Alt+t');
  await expect(page.getByText('请写明退回修改的理由，指出是哪一栏；在页面上点一栏，就引到这里。')).toBeVisible();
  await expect(page.locator('[name=opinion]')).toBeFocused();
  await page.keyboard.insertText('“事实来源”一栏太简单。');
  // What is typed is kept when another paper is looked at.
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { level: 2, name: NAMES[1] ?? '' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.locator('[name=opinion]')).toHaveValue('“事实来源”一栏太简单。');
  await seen(page);
  await page.keyboard.press('Alt+t');
  await expect(queue(page)).toHaveCount(3);
  await expect(page.getByTestId('just-done')).toContainText('已退回');

  // The list of today gives it back, too.
  await page.locator('summary', { hasText: '今天已签 1' }).press('Enter');
  const given = page.getByTestId('desk-given');
  await expect(given.locator('[aria-selected=true]')).toHaveCount(0);
  await walkTo(page, given);
  await expect(page.getByText('您今天签了“退回修改”：“事实来源”一栏太简单。')).toBeVisible();
  await walkTo(page, page.getByTestId('take-back'));
  await page.keyboard.press('Enter');
  await expect(queue(page)).toHaveCount(4);
});

test('a click on the page quotes the field in the opinion, while one is written', async ({ context }) => {
  await using profile = await forLeader();
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('孙伟', MOMENT);
  await goToPlace(page, '审批');
  await seen(page);
  const box = page.locator('[name=opinion]');
  const sheet = page.locator('[data-pick]').first();
  await sheet.waitFor();
  await page.keyboard.press('Alt+t');
  await expect(box).toBeFocused();
  await page.keyboard.insertText('请写细：');
  const { x, y, width, height } = (await sheet.boundingBox())!;
  const spot = { x: x + width * 0.45, y };
  // Down the sheet, from rule to rule, until a field is met.
  for (let part = 0.1; part < 0.6 && (await box.inputValue()) === '请写细：'; part += 0.01) {
    spot.y = y + height * part;
    await page.mouse.click(spot.x, spot.y);
    await box.focus();
  }
  await page.mouse.click(spot.x, spot.y);
  await expect(box).toHaveValue(/^请写细：“([^：]+：.+)”“\1”$/);
  await expect(box).toBeFocused();
  const quoted = await box.inputValue();
  // Who only reads, with the caret on the page, changes nothing.
  await page.getByTestId('pdf').focus();
  await page.mouse.click(spot.x, spot.y);
  await expect(page.getByTestId('pdf')).toBeFocused();
  await expect(box).toHaveValue(quoted);
});

test('where 法规科 asks for words, an empty box agrees to nothing', async ({ context }) => {
  await using profile = await forLeader();
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('赵强', MOMENT);
  await openSection(page, '规则设置');
  await walkTo(page, page.locator('[name=blankOpinionAgrees]'));
  await page.keyboard.press('Space');
  await saveEdition(page, 'save-rules', '意见须写明');

  await desk.logIn('孙伟', '2026-03-02T10:30');
  await goToPlace(page, '审批');
  await seen(page);
  await expect(page.locator('[name=opinion]')).toHaveAttribute('placeholder', '');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('请先写明意见。')).toBeVisible();
  await expect(queue(page)).toHaveCount(4);
  await page.keyboard.insertText('同意立案。');
  await page.keyboard.press('Control+Enter');
  await expect(queue(page)).toHaveCount(3);
});

/** 立案审批表 that the head of the unit sent back, changed, and in approval again. */
const sentBack = () =>
  profileAt('set-up', {
    by: '李敏',
    moment: MOMENT,
    work: async (opened) => {
      const [paper] = await papersInApproval(opened, NAMES.slice(0, 1), ['王建国', '李敏']);
      const { documents } = opened.client;
      const id = paper!.id;
      await logInAs(opened, '张丽');
      const opinion = '“事实来源”一栏太简单。';
      const back = await documents.approve({ paperId: id, version: paper!.version, verdict: '退回修改', opinion });
      await logInAs(opened, '王建国');
      const values = { factSource: '3月2日巡查记录、职工陈述2份。' };
      const { paper: changed } = await documents.save({ paperId: id, version: back.version, values });
      let again = await documents.submit({ paperId: id, version: changed.version });
      for (const name of ['王建国', '李敏']) {
        await logInAs(opened, name);
        again = await documents.approve({ paperId: id, version: again.version, verdict: '同意', opinion: '' });
      }
    },
  });

test('what was changed since the return stands beside what it was', async ({ context }) => {
  await using profile = await sentBack();
  await using desk = await openDesk(context, profile.path, MOMENT);
  const { page } = desk;
  await desk.logIn('张丽', MOMENT);
  await goToPlace(page, '审批');
  await seen(page);
  await walkTo(page, page.getByTestId('tab-paper'), 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  const changes = page.getByTestId('desk-changes');
  await expect(changes).toContainText('张丽　退回修改“事实来源”一栏太简单。');
  await expect(changes.locator('del')).toHaveText('巡查记录。');
  await expect(changes.locator('ins')).toHaveText('3月2日巡查记录、职工陈述2份。');
  // The keys of the verdict work here, too; the first page was seen.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('都签完了。今天签了 1 份。')).toBeVisible();
});
