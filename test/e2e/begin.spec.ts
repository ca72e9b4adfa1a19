// How a case begins: with a name and a phone, beside whoever is known already, and how a slip of the register is taken back; all by keyboard.
import type { Page } from '@playwright/test';
import { sourceValues } from '../support/source-values.ts';
import { expect, test } from './support/fixture.ts';
import { answer, goToPlace, optionInHand, put, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

const moment = '2026-03-02T10:00';

/** The keys a clerk presses beyond the text of the complaint itself. */
function countedKeys(page: Page) {
  const keys: string[] = [];
  return {
    keys,
    press: async (key: string) => {
      keys.push(key);
      await page.keyboard.press(key);
    },
    type: (text: string) => page.keyboard.insertText(text),
  };
}

/** The choice in hand is a list; of one in sight the first is taken by the space bar. */
const isList = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement instanceof HTMLSelectElement);

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? '');

test('a complaint with a name and a phone is registered with few keys; the code is asked for at 立案', async ({
  context,
}) => {
  await using profile = await profileAt('begun');
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  await desk.logIn('李敏', moment);
  const { press, type, keys } = countedKeys(page);

  await press('Alt+n');
  await expect(page.locator('[name=household]')).toBeFocused();
  await type('城东面馆');
  await page.getByText('没有找到“城东面馆”').waitFor();
  await press('Enter');
  await expect(page.locator('[name=party-uscc]')).toBeFocused();
  await press('Enter');
  await expect(page.locator('[name=cause]')).toBeFocused();
  await type('涉嫌拖欠劳动者工资');
  await press('Enter');
  await page.locator('[data-paper-pane][data-template=J01]').waitFor();

  const answers: Record<string, string | number> = {
    sourceType: 3,
    channel: 1,
    informantName: '刘芳',
    informantPhone: '13904370000',
    facts: '三月份的工资没有发。',
    demand: '要求支付三月份工资。',
    within2Years: 1,
    jurisdiction: 1,
    handling: 1,
    reason: '属于劳动保障监察范围。',
  };
  await expect.poll(() => focused(page)).toBe('sourceType');
  for (const [field, said] of Object.entries(answers)) {
    await expect.poll(() => focused(page)).toBe(field);
    if (typeof said === 'string') await type(said);
    else for (let step = 0; step < said; step += 1) await press((await isList(page)) ? 'ArrowDown' : 'Space');
    await press('F2');
  }
  const dialog = page.getByTestId('signature-dialog');
  await dialog.waitFor();
  await expect(dialog.getByLabel('姓名').first()).toHaveValue('李敏');
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await press('F4');
  await expect(page.getByTestId('confirm-issue')).toBeFocused();
  await press('Enter');
  await page.locator('[data-paper-pane][data-status="issued"]').waitFor();
  expect(keys.length, keys.join(' ')).toBeLessThanOrEqual(25);
});

test('who is known already is shown while the party is typed, and one key takes it', async ({ context }) => {
  await using profile = await profileAt('begun');
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  await desk.logIn('李敏', moment);

  await page.keyboard.press('Alt+n');
  await expect(page.locator('[name=household]')).toBeFocused();
  await page.keyboard.insertText('福满圆餐饮');
  await page.getByText('没有找到“福满圆餐饮”').waitFor();
  await page.keyboard.press('Enter');
  const similar = page.getByTestId('similar-parties');
  await expect(similar).toContainText('名称同音');
  await page.keyboard.press('Alt+u');
  await expect(page.getByTestId('picked-household')).toContainText('辽源市福满园餐饮有限公司');
  await expect(page.locator('[name=cause]')).toBeFocused();
});

test('two complaints against one employer are handled in one case, and parted again', async ({ context }) => {
  await using profile = await profileAt('begun', {
    by: '李敏',
    moment: '2026-03-02T09:40',
    work: async ({ client }) => {
      const { householdId } = await client.households.create({ kind: '单位', name: '并案的面馆' });
      for (const causeName of ['涉嫌拖欠工资（甲某）', '涉嫌拖欠工资（乙某）']) {
        const begun = await client.cases.begin({ procedure: 'penalty.ordinary', householdId, causeName });
        const draft = await client.documents.create({ caseId: begun.case.id, templateId: 'J01' });
        const { paper } = await client.documents.save({
          paperId: draft.id,
          version: draft.version,
          values: sourceValues,
        });
        const signature = { role: '登记人', name: '李敏', mode: '签名' as const, at: '2026-03-02T09:30' };
        const signed = await client.documents.sign({
          paperId: paper.id,
          version: paper.version,
          signatures: [signature],
        });
        await client.documents.issue({ paperId: signed.id, version: signed.version });
      }
    },
  });
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  await desk.logIn('李敏', moment);
  await openFromToday(page, /并案的面馆/);

  const joinOrPart = async (item: RegExp, reason: string): Promise<void> => {
    await page.getByTestId('case-menu').press('Enter');
    await page.getByRole('menuitem', { name: item }).press('Enter');
    await expect(page.locator('[name=join-which]')).toBeFocused();
    await put(page.locator('[name=join-reason]'), reason);
    await walkTo(page, page.getByTestId('confirm-join'));
    await page.keyboard.press('Enter');
    await page.getByTestId('join-dialog').waitFor({ state: 'detached' });
  };
  await joinOrPart(/^并案/, '同一用人单位同一时期拖欠工资');
  await expect(page.getByTestId('case-links')).toContainText('并入本案');
  await page.keyboard.press('Alt+g');
  await expect(page.getByTestId('joined-note')).toContainText('同一用人单位同一时期拖欠工资');
  await page.keyboard.press('Alt+g');
  await expect(page.getByTestId('joined-note')).toBeHidden();
  await joinOrPart(/^分案/, '查明是两个用工主体');
  await expect(page.getByTestId('case-links')).toBeHidden();
});

test('a case registered by mistake is cancelled with the reason, found with its mark, and restored', async ({
  context,
}) => {
  await using profile = await profileAt('begun', {
    by: '李敏',
    moment: '2026-03-02T09:40',
    work: async ({ client }) => {
      const { householdId } = await client.households.create({ kind: '单位', name: '登记错的面馆' });
      const begun = await client.cases.begin({ procedure: 'penalty.ordinary', householdId, causeName: '涉嫌拖欠工资' });
      const draft = await client.documents.create({ caseId: begun.case.id, templateId: 'J01' });
      await client.documents.save({ paperId: draft.id, version: draft.version, values: sourceValues });
    },
  });
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  await desk.logIn('李敏', moment);
  await openFromToday(page, /登记错的面馆/);

  await page.getByTestId('case-menu').press('Enter');
  await page.getByRole('menuitem', { name: /撤销登记/ }).press('Enter');
  await expect(page.locator('[name=cancel-reason]')).toBeFocused();
  await page.keyboard.insertText('同一投诉登记了两次');
  await walkTo(page, page.getByTestId('confirm-cancel'));
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('cancelled-note')).toContainText('同一投诉登记了两次');
  await expect(page.locator('[data-field=facts] textarea')).toHaveCount(0);

  await page.keyboard.press('Alt+1');
  await page.locator('[data-ready=today]').waitFor();
  await expect(page.getByTestId('inbox')).not.toContainText('登记错的面馆');
  await page.keyboard.press('F3');
  await page.keyboard.insertText('登记错的面馆');
  await expect(page.getByRole('option', { name: /涉嫌拖欠工资/ })).toContainText('登记已撤销');
  await page.keyboard.press('ArrowDown');
  await optionInHand(page, '涉嫌拖欠工资').waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('cancelled-note')).toBeVisible();

  await walkTo(page, page.getByTestId('restore-case'));
  await page.keyboard.press('Enter');
  await expect(page.locator('[name=cancel-reason]')).toBeFocused();
  await page.keyboard.insertText('查明不是同一投诉');
  await walkTo(page, page.getByTestId('confirm-cancel'));
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('cancelled-note')).toHaveCount(0);
  await expect(page.locator('[data-field=facts] textarea')).toBeVisible();
});

test('the procedure is changed until 立案, what the new one does not know is named and kept', async ({ context }) => {
  await using profile = await profileAt('begun', {
    by: '李敏',
    moment: '2026-03-02T09:40',
    work: async ({ client }) => {
      const { householdId } = await client.households.create({ kind: '单位', name: '选错流程的面馆' });
      const begun = await client.cases.begin({ procedure: 'penalty.ordinary', householdId, causeName: '涉嫌拖欠工资' });
      await client.documents.create({ caseId: begun.case.id, templateId: 'J01' });
    },
  });
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  await desk.logIn('李敏', moment);
  await openFromToday(page, /选错流程的面馆/);
  await page.getByTestId('case-menu').press('Enter');
  await page.getByRole('menuitem', { name: /变更办案流程/ }).press('Enter');
  const dialog = page.getByTestId('procedure-dialog');
  await expect(dialog.locator('[name=new-procedure]')).toBeFocused();
  await answer(page, '行政检查');
  await expect(page.getByTestId('kept-papers')).toContainText('《案源登记表》');
  await put(dialog.locator('[name=procedure-reason]'), '登记时选错了流程');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect(page.getByText('本案改按“')).toBeVisible();
  await page.keyboard.press('F2');
  await expect(page.locator('[data-paper-pane]')).toBeVisible();
});

test('two files of one target are merged with the reason, read as one, and parted again', async ({ context }) => {
  await using profile = await profileAt('begun', {
    by: '王建国',
    moment: '2026-03-02T09:40',
    work: async ({ client }) => {
      const { householdId } = await client.households.create({ kind: '单位', name: '福满园饭店' });
      await client.cases.begin({ procedure: 'penalty.ordinary', householdId, causeName: '涉嫌拖欠工资' });
    },
  });
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  await desk.logIn('王建国', moment);
  await goToPlace(page, '一户式');
  await page.keyboard.insertText('福满园饭店');
  await page.getByTestId('household-hits').getByText('福满园饭店').waitFor();
  await page.keyboard.press('Enter');
  await page.getByTestId('household-menu').press('Enter');
  await page.getByRole('menuitem', { name: /合并/ }).press('Enter');
  const dialog = page.getByTestId('merge-dialog');
  await expect(dialog.locator('[name=household]')).toBeFocused();
  await expect(dialog.getByTestId('new-household')).toHaveCount(0);
  await page.keyboard.insertText('福满园餐饮');
  await optionInHand(page, '辽源市福满园餐饮有限公司').waitFor();
  await page.keyboard.press('Enter');
  // The one with a credit code is proposed as the file that stands, and Tab leads on to the reason.
  await expect(dialog.getByRole('radio', { name: '辽源市福满园餐饮有限公司' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: '辽源市福满园餐饮有限公司' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.locator('[name=merge-reason]')).toBeFocused();
  await page.keyboard.insertText('查到营业执照，是同一家');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('辽源市福满园餐饮有限公司');
  await expect(page.getByTestId('merged-list')).toContainText('福满园饭店');
  await expect(page.getByTestId('records-by-case')).toContainText('涉嫌拖欠工资');

  await page.getByTestId('separate').press('Enter');
  await expect(page.locator('[name=separate-reason]')).toBeFocused();
  await page.keyboard.insertText('查明是两家');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('merged-list')).toHaveCount(0);

  await test.step('while its details are changed, the other file is offered to be merged', async () => {
    await page.getByTestId('edit-household').press('Enter');
    await put(page.locator('[name=party-name]'), '福满园饭店');
    await expect(page.getByTestId('similar-parties')).toContainText('与这一份合并');
    await page.keyboard.press('Alt+u');
    await expect(dialog.getByRole('radio', { name: '福满园饭店' })).not.toBeChecked();
    await expect(dialog.getByRole('radio', { name: '辽源市福满园餐饮有限公司' })).toBeChecked();
  });
});

test('a case is registered after a former one: its procedure, cause, officers and common texts, nothing of its own', async ({
  context,
}) => {
  await using profile = await profileAt('approved');
  const day = '2026-04-03T09:10';
  await using desk = await openDesk(context, profile.path, day);
  const { page } = desk;
  await desk.logIn('王建国', day);
  await openFromToday(page, /福满园/);
  await page.getByTestId('case-menu').press('Enter');
  await page.getByRole('menuitem', { name: '照此登记新案' }).press('Enter');
  const dialog = page.getByTestId('begin-dialog');
  await expect(dialog.locator('[name=household]')).toBeFocused();
  await page.keyboard.insertText('城东面馆');
  await page.getByText('没有找到“城东面馆”').waitFor();
  await page.keyboard.press('Enter');
  await expect(page.locator('[name=party-uscc]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.locator('[name=cause]')).toHaveValue('涉嫌违反规定延长劳动者工作时间');
  await expect(dialog.getByRole('row', { name: /李敏/ })).toBeVisible();
  await walkTo(page, page.getByTestId('confirm-begin'));
  await page.keyboard.press('Enter');
  await page.locator('[data-paper-pane][data-template=J01]').waitFor();
  await expect(page.getByText('反映的行为属于劳动保障监察范围，在两年内。').first()).toBeVisible();
  await expect(page.locator('[data-field=facts] textarea')).toHaveValue('');
});

/** Opens a case from its line of 今日. */
async function openFromToday(page: Page, line: RegExp): Promise<void> {
  await walkTo(page, page.getByTestId('inbox').getByRole('option', { name: line }).first(), 'ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
}
