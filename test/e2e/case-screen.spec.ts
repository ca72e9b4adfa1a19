// The workspace of a case by keyboard: the whole procedure in sight, what is missing first, the page large enough to read and tied to the form.
import type { Page } from '@playwright/test';
import { papersInApproval } from '../support/in-approval.ts';
import { goOn, openStep, startNext, whereNow } from './support/case-work.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk, type Desk } from './support/sample-desk.ts';

const NAMES = ['瑞祥物业服务部', '顺风快递服务站'];

/** 王建国 in the sample case whose decision was approved the day before, to be written now. */
async function comeToDecision(desk: Desk): Promise<Page> {
  const { page } = desk;
  await page.setViewportSize({ width: 1366, height: 768 });
  await desk.logIn('王建国', '2026-04-03T09:10');
  await goToPlace(page, '案件');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
  return page;
}

/** Whether all of an element is in sight inside the part that scrolls. */
const isInSight = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    let part = element.parentElement;
    while (part !== null && getComputedStyle(part).overflowY !== 'auto') part = part.parentElement;
    const frame = (part ?? document.body).getBoundingClientRect();
    return top >= frame.top && bottom <= frame.bottom;
  });

const widthOfPage = (page: Page): Promise<number> =>
  page
    .getByTestId('pdf')
    .locator('[role=img]')
    .first()
    .evaluate((element) => element.getBoundingClientRect().width);

test('the next step is one key away, every stage is in sight, and what is missing stands open', async ({ context }) => {
  await using profile = await profileAt('approved');
  await using desk = await openDesk(context, profile.path, '2026-04-03T09:10');
  const page = await comeToDecision(desk);

  await test.step('a case without a paper says what comes next, what runs and what was done', async () => {
    const home = page.getByRole('region', { name: '文书' });
    await expect(home.getByRole('heading', { name: '作出行政处罚决定' })).toBeVisible();
    await expect(home).toContainText('在走的期限');
    await expect(home).toContainText('最近办理');
    await expect(home.getByTestId('case-summary')).toContainText('行政处罚（普通程序）');
    await expect(home.getByTestId('case-summary')).toContainText(/要办的 \d+ 步办了 \d+ 步/);
    await expect(page.getByTestId('exhibit').first()).toBeVisible();
  });

  await test.step('all seven stages, by keyboard', async () => {
    const strip = page.getByRole('tablist', { name: '办案阶段' });
    await expect(strip.getByRole('tab')).toHaveCount(7);
    for (const stage of await strip.getByRole('tab').all()) await expect(stage).toBeInViewport();
    await expect(strip.locator('[aria-selected=true]')).toContainText('决定');
    await page.keyboard.press('Alt+PageUp');
    await expect(strip.locator('[aria-selected=true]')).toContainText('审查');
    await expect(page.locator('[data-step=notify]')).toBeVisible();
    await walkTo(page, strip, 'F6', 12);
    await page.keyboard.press('ArrowRight');
    await expect(strip.locator('[aria-selected=true]')).toBeFocused();
    await expect(strip.locator('[aria-selected=true]')).toContainText('决定');
  });

  await test.step('F2 begins the one paper of the step, with the caret in its first gap', () => startNext(page, 'J32'));

  await test.step('all that is missing is in sight at 1366 × 768', async () => {
    await expect(page.getByTestId('still-missing')).toContainText('决定日期');
    for (const field of ['decidedAt', 'payAccount'])
      expect(await isInSight(page, `[data-field=${field}]`), field).toBe(true);
    await expect(page.locator('[data-carried=partyName]')).toContainText('福满园');
  });

  await test.step('F2 stays in the paper while it lacks a field', async () => {
    const { paperId } = await whereNow(page);
    for (const field of ['payAccount', 'decidedAt'])
      expect(await goOn(page)).toEqual({ at: 'field', what: field, paperId });
  });

  await test.step('Esc out of the search leads back to the field', async () => {
    const search = page.locator('[name=search]');
    await page.keyboard.press('F3');
    await expect(search).toBeFocused();
    await page.keyboard.press('Escape');
    // The first one closed what the field had unfolded.
    if (await search.evaluate((field) => field === document.activeElement)) await page.keyboard.press('Escape');
    expect(await whereNow(page)).toMatchObject({ at: 'field', what: 'decidedAt' });
  });

  await test.step('Alt+E turns what was carried over into inputs, and back', async () => {
    await page.keyboard.press('Alt+e');
    await expect(page.locator('[data-field=partyName] input')).toHaveValue(/福满园/);
    await page.keyboard.press('Alt+e');
    await expect(page.locator('[data-field=partyName]')).toHaveCount(0);
  });

  await test.step('at a step without a paper the half-written one is said to wait, and one key leads back to it', async () => {
    await openStep(page, 'confirm-address');
    const waits = page.getByTestId('case-waits');
    await expect(waits.getByRole('listitem').first()).toContainText(/《行政处罚决定书》写了一半，还差\d项/);
    await walkTo(page, waits.getByRole('button', { name: '《行政处罚决定书》' }));
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-paper-pane]')).toHaveAttribute('data-template', 'J32');
  });
});

test('the page shows the field in hand, leads to the field that is clicked, and has three sizes', async ({
  context,
}) => {
  await using profile = await profileAt('approved');
  await using desk = await openDesk(context, profile.path, '2026-04-03T09:10');
  const page = await comeToDecision(desk);
  await startNext(page, 'J32');
  const pdf = page.getByTestId('pdf');

  await test.step('the field with the caret is marked on the page', async () => {
    expect(await goOn(page)).toMatchObject({ at: 'field', what: 'payAccount' });
    await expect(pdf.locator('[data-mark=payAccount]').first()).toBeVisible();
  });

  await test.step('the page says 草稿 without hiding a word', () =>
    expect(pdf.getByText('草稿').first()).toBeVisible());

  await test.step('a click on the page leads to its field, even to one that was carried over', async () => {
    const box = pdf.locator('[data-mark=payAccount]').first();
    // Waits until it has come to rest.
    await box.scrollIntoViewIfNeeded();
    const mark = await box.boundingBox();
    await pdf.focus();
    await page.mouse.click((mark?.x ?? 0) + 8, (mark?.y ?? 0) + 8);
    await expect.poll(() => whereNow(page)).toMatchObject({ at: 'field', what: 'payAccount' });
    await page.keyboard.insertText('工商银行福安支行，户名：罚没款专户');
    await expect(pdf.locator('[data-mark=payAccount]').first()).toBeVisible();
  });

  await test.step('form text on the page is at least 11.5 px beside the form', async () => {
    // Form cells are set in 12 pt; the page is 595.28 pt wide. A window has a scroll bar of 15 px, the browser of the tests has none.
    expect(((await widthOfPage(page)) - 15) * (12 / 595.28)).toBeGreaterThanOrEqual(11.5);
  });

  await test.step('F9: beside the form in its true size, then alone, then as before', async () => {
    await page.keyboard.press('F9');
    await expect.poll(() => widthOfPage(page)).toBe(794);
    await expect(page.locator('[data-paper-pane]')).toBeVisible();
    await expect(page.getByRole('navigation', { name: '办案流程' })).toHaveCount(0);
    await page.keyboard.press('F9');
    await expect(page.locator('[data-paper-pane]')).toHaveCount(0);
    await expect.poll(() => widthOfPage(page)).toBe(794);
    const thumbs = page.getByTestId('page-thumbs');
    await walkTo(page, thumbs, 'F6', 12);
    await page.keyboard.press('ArrowDown');
    await expect(thumbs.locator('[aria-selected=true]')).toHaveAccessibleName('第2页');
    await expect(pdf.getByRole('img', { name: /^第2页/ })).toBeInViewport();
    await page.keyboard.press('Home');
    await expect(thumbs.locator('[aria-selected=true]')).toHaveAccessibleName('第1页');
    await page.keyboard.press('Alt+=');
    await expect.poll(() => widthOfPage(page)).toBe(1191);
    await page.keyboard.press('Alt+-');
    await walkTo(page, pdf, 'F6', 12).catch(() => pdf.focus());
    await page.keyboard.press('-');
    await expect.poll(() => widthOfPage(page)).toBeGreaterThan(1000);
  });

  await test.step('the view is there again after the lock, and F2 leads out of it to the field', async () => {
    await desk.logIn('王建国', '2026-04-03T09:20');
    await expect(page.locator('[data-ready=case]')).toBeVisible();
    await expect(page.locator('[data-paper-pane]')).toHaveCount(0);
    await page.keyboard.press('F2');
    await expect.poll(async () => (await whereNow(page)).at).toBe('field');
    await expect(page.locator('[data-paper-pane]')).toBeVisible();
  });

  await test.step('an issued paper is its page and the facts of its issue', async () => {
    await openStep(page, 'approve-decision');
    const facts = page.getByTestId('issued-facts');
    await expect(facts).toContainText('王建国');
    await expect(facts).toContainText('指纹');
    await expect(page.locator('[data-paper-pane] form')).toHaveCount(0);
    await page.keyboard.press('F4');
    await expect(page.getByTestId('just-done')).toContainText('已经出具；按 F2 办下一步');
    await walkTo(page, page.getByTestId('show-filled'));
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-carried=facts]')).toContainText('加班');
  });
});

test('an address leads to a step, a paper, or the very field', async ({ context }) => {
  await using profile = await profileAt('approved');
  await using desk = await openDesk(context, profile.path, '2026-04-03T09:10');
  const page = await comeToDecision(desk);
  const { pathname } = new URL(page.url());
  const goTo = (search: string): Promise<void> =>
    page.evaluate((address) => history.pushState(null, '', address), `${pathname}?${search}`);

  await goTo('step=decide');
  await expect(page.locator('[data-start=decide]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-paper-pane]')).toHaveAttribute('data-template', 'J32');
  const { paperId } = await whereNow(page);
  await page.keyboard.press('Alt+2');
  await goToPlace(page, '案件');
  await goTo(`paper=${paperId}&field=payAccount`);
  await expect.poll(() => whereNow(page)).toEqual({ at: 'field', what: 'payAccount', paperId });
  await goTo(`paper=${paperId}&field=partyName`);
  await expect.poll(() => whereNow(page)).toEqual({ at: 'field', what: 'partyName', paperId });
});

test('hundreds of papers, a party of 60 characters and a text of 20,000 stay calm', async ({ context }) => {
  test.setTimeout(300_000);
  const papers = 300;
  await using profile = await profileAt('approved', {
    by: '王建国',
    moment: '2026-04-03T09:00',
    work: async ({ client }) => {
      const [item] = await client.cases.list({});
      const caseId = item?.id ?? '';
      const { file } = await client.cases.open({ caseId });
      const { householdId } = await client.households.create({
        kind: '个人',
        name: '阿卜杜热合曼·买买提吐尔逊'.repeat(6).slice(0, 60),
        idType: '居民身份证',
        idNumber: '440524188001010014',
        address: '辽源市龙山区东吉街5号',
        uscc: '',
        legalRep: '',
        position: '',
        phone: '',
      });
      await client.cases.addParty({ caseId, version: file.case.version, householdId });
      for (let made = 0; made < papers; made += 1) await client.documents.create({ caseId, templateId: 'J15' });
    },
  });
  await using desk = await openDesk(context, profile.path, '2026-04-03T09:10');
  const page = await comeToDecision(desk);
  const isWide = (): Promise<boolean> =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

  await openStep(page, 'collect-evidence');
  await expect(page.getByRole('button', { name: /^更早的 29\d 份$/ })).toBeVisible();
  expect(await page.locator('[data-paper]').count()).toBeLessThan(20);
  for (const stage of await page.getByRole('tablist', { name: '办案阶段' }).getByRole('tab').all())
    await expect(stage).toBeInViewport();
  await expect(page.getByTestId('case-menu')).toBeInViewport();
  expect(await isWide()).toBe(false);

  await openStep(page, 'decide');
  await page.locator('[data-start=decide]').first().press('Enter');
  await expect(page.locator('[data-paper-pane]')).toHaveAttribute('data-template', 'J32');
  const text = '长'.repeat(20_000);
  await walkTo(page, page.locator('[data-field=payAccount]'));
  await page.keyboard.insertText(text);
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-field=payAccount]')).toContainText('最多256字');
  await expect(page.locator('[data-field=payAccount] textarea')).toHaveValue(text);
  expect(await isWide()).toBe(false);
});

test('F2 leads from the case to the opinion at 审批, and Alt+B back to the paper, on no greyed button', async ({
  context,
}) => {
  const moment = '2026-03-02T10:00';
  await using profile = await profileAt('set-up', {
    by: '李敏',
    moment,
    work: (opened) => papersInApproval(opened, NAMES, ['王建国', '李敏', '张丽']),
  });
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  await desk.logIn('孙伟', moment);
  await goToPlace(page, '案件');
  await walkTo(page, page.getByRole('row', { name: '顺风快递服务站' }), 'ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
  await expect(page.getByTestId('approve')).toBeFocused();
  await expect(page.getByRole('toolbar', { name: '本文书可以办理' })).toContainText('现在等您签署');
  await page.keyboard.press('F2');
  // The first of those that wait is not the one that was asked for.
  await expect(page.getByRole('heading', { level: 2, name: '顺风快递服务站' })).toBeVisible();
  await expect(page.getByTestId('agree')).not.toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('just-done')).toHaveText('已同意：顺风快递服务站《立案审批表》');
  await page.keyboard.press('Alt+b');
  await expect(page.getByRole('region', { name: '审批意见' })).toContainText('孙伟');
  await page.locator('[data-paper-pane][data-status=approved]').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-paper-pane'))).toBeTruthy();
});
