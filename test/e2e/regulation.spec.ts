// 制度 and 设置 by keyboard: what 法规科 reads, confirms, changes and makes, and what comes of it for cases.
import type { Page } from '@playwright/test';
import { textOf } from '../main/platform/print/support.ts';
import { beginForPicked } from './support/begin-case.ts';
import { openStep, startNext } from './support/case-work.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, put, walkTo, optionInHand } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk, sample, type Desk } from './support/sample-desk.ts';
import { openCase } from './support/sample-papers.ts';
import { openSection, openTab, openTemplate, saveEdition } from './support/settings.ts';

const others = (by: string): string[] => sample.case.officers.filter((name) => name !== by);

/** Registers another source of the party that is known already. */
async function beginAnother({ page }: Desk, by: string): Promise<void> {
  await goToPlace(page, '案件');
  await page.keyboard.press('Alt+n');
  await expect(page.locator('[name=household]')).toBeFocused();
  await page.keyboard.insertText('福满园');
  await optionInHand(page, '福满园').waitFor();
  await page.keyboard.press('Enter');
  await beginForPicked(page, others(by));
}

/** What the page of the draft says; settles when it says all of `words`. */
async function seePreview(page: Page, work: () => Promise<void>, words: string): Promise<void> {
  const said = page.waitForResponse(
    async (response) =>
      response.url().endsWith('/templates/preview') && response.ok() && textOf(await response.body()).includes(words),
  );
  await work();
  await said;
}

test('an article leads to the form of a paper that serves it and back, and an unverified item is confirmed', async ({
  context,
}) => {
  await using profile = await profileAt('begun');
  await using desk = await openDesk(context, profile.path, '2026-03-02T09:40');
  const { page } = desk;
  await desk.logIn('赵强', '2026-03-02T09:40');

  await test.step('article, paper, article', async () => {
    await goToPlace(page, '制度');
    await page.keyboard.press('Control+f');
    await page.keyboard.insertText('第二十六条');
    await page.keyboard.press('Enter');
    await expect(page.locator('#article-26')).toHaveAttribute('aria-current', 'true');
    const links = page.getByRole('complementary', { name: '落实第二十六条的内容' });
    await walkTo(page, links);
    await walkTo(page, links.getByRole('link', { name: '行政处罚决定书', exact: true }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: '行政处罚决定书' })).toBeVisible();
    await walkTo(page, page.getByRole('button', { name: '第二十六条' }).first());
    await page.keyboard.press('Enter');
    await walkTo(page, page.getByRole('link', { name: /看哪些文书/ }));
    await page.keyboard.press('Enter');
    await expect(page.locator('#article-26')).toHaveAttribute('aria-current', 'true');
  });

  await test.step('an item nobody had verified', async () => {
    await openSection(page, '待核实事项');
    const open = page.getByRole('tab', { name: /^未确认/ });
    const count = async (): Promise<number> => Number((await open.innerText()).replaceAll(/\D/g, ''));
    const before = await count();
    await walkTo(page, page.getByTestId('notes').getByRole('button', { name: '确认', exact: true }).first());
    await page.keyboard.press('Enter');
    await put(page.locator('[name=remark]'), '已对照公布的条文，一致');
    await walkTo(page, page.getByTestId('confirm-note'));
    await page.keyboard.press('Enter');
    await expect.poll(count).toBe(before - 1);
    await expect(page.getByTestId('notes').getByRole('button', { name: '确认', exact: true }).first()).toBeFocused();
    await walkTo(page, page.getByRole('tablist', { name: '看哪些' }), 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('notes')).toContainText('已对照公布的条文，一致');
  });
});

test('a running case keeps the weight and the template it began with, a new one has the changed ones', async ({
  context,
}) => {
  await using profile = await profileAt('begun');
  await using desk = await openDesk(context, profile.path, '2026-03-02T09:40');
  const { page } = desk;
  await desk.logIn('赵强', '2026-03-02T10:00');

  await test.step('a weight', async () => {
    await openSection(page, '评查权重');
    await put(page.locator('[name=weight-A02]'), '6');
    await page.getByText('看改动了什么').waitFor();
    await saveEdition(page, 'save-rules', '按省厅评查标准');
    await expect(page.getByRole('list', { name: '历次版本' })).toContainText(
      /第2版.*赵强.*按省厅评查标准.*程序建议.*6分/s,
    );
  });

  await test.step('a template, its page, and its history', async () => {
    await openTemplate(page, '案源登记表');
    await openTab(page, 'fields');
    await walkTo(page, page.getByRole('button', { name: '收到时间' }));
    await page.keyboard.press('Enter');
    const label = page.locator('[name$=".label"]');
    await seePreview(page, () => put(label, '来件登记时间'), '来件登记时间');
    await saveEdition(page, 'save-template', '与来件登记簿用语一致');
    await openTab(page, 'history');
    await expect(page.getByRole('list', { name: '历次版本' })).toContainText(/第2版.*收到时间 → 来件登记时间/s);
  });

  await test.step('the running case has the old words, a new one the new', async () => {
    await desk.logIn('李敏', '2026-03-02T11:00');
    await openCase(desk);
    await startNext(page, 'J01');
    await page.keyboard.press('Alt+e');
    await expect(page.locator('[data-field=receivedAt]')).toContainText('收到时间');
    await beginAnother(desk, '李敏');
    await expect(page.locator('[data-field=receivedAt]')).toContainText('来件登记时间');
  });

  await test.step('a clerk reads what is decided, and why it is not theirs', async () => {
    await openSection(page, '评查权重');
    await expect(page.locator('[name=weight-A02]')).toHaveAttribute('readonly');
    await expect(page.getByRole('region', { name: '评查权重' })).toContainText('修改规则设置由法规科办理（第五十条）');
  });
});

test('a new paper half written is there again after a crash, and is a step of the cases begun after it', async ({
  context,
}) => {
  await using profile = await profileAt('begun');
  {
    await using desk = await openDesk(context, profile.path, '2026-03-02T09:40');
    const { page } = desk;
    await desk.logIn('赵强', '2026-03-02T10:00');
    await openSection(page, '文书模板');
    await walkTo(page, page.getByTestId('add-paper'));
    await page.keyboard.press('Enter');
    const dialog = page.getByTestId('new-paper');
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await page.keyboard.insertText('调查询问通知书');
    await optionInHand(page, '调查询问通知书').waitFor();
    await page.keyboard.press('Enter');
    await put(dialog.locator('[name=new-name]'), '立案审批表');
    await expect(dialog.getByRole('alert')).toContainText('已经有一种文书叫“立案审批表”');
    await put(dialog.locator('[name=new-name]'), '约谈通知书');
    await put(dialog.locator('[name=new-letters]'), '监约');
    await walkTo(page, dialog.getByTestId('begin-paper'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: '约谈通知书' })).toBeVisible();
    await openTab(page, 'use');
    await walkTo(page, page.getByTestId('add-step'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: '本局加的步骤' })).toContainText(
      '请选排在“行政处罚（普通程序）”的哪一步之后',
    );
    const kept = page.waitForResponse(
      (response) =>
        response.url().endsWith('/rpc/formDrafts/put') && (response.request().postData() ?? '').includes('本局约谈'),
    );
    await put(page.locator('[name=editionReason]'), '本局约谈要有文书');
    await kept;
    await desk.crash();
  }
  await using desk = await openDesk(context, profile.path, '2026-03-02T10:30');
  const { page } = desk;
  await desk.logIn('赵强', '2026-03-02T10:30');
  await openTemplate(page, '约谈通知书');
  await expect(page.locator('[name=editionReason]')).toHaveValue('本局约谈要有文书');
  await openTab(page, 'use');
  await put(page.locator('[name=step-after-0]'), '登记案源之后');
  await put(page.locator('[name=step-need-0]'), '必经');
  await walkTo(page, page.getByTestId('save-template'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();

  await desk.logIn('李敏', '2026-03-02T11:00');
  await openCase(desk);
  await expect(page.locator('[data-step=source]')).toBeVisible();
  await expect(page.locator('[data-step=paper-z01]')).toHaveCount(0);
  await beginAnother(desk, '李敏');
  await openStep(page, 'paper-z01');
  await expect(page.locator('[data-step=paper-z01]')).toContainText('约谈通知书');
});
