// 由本案另立案件: one act begins the following case with facts, evidence and officers, and one key leads from each case to the other.
import type { Client } from '../../main/app/client.ts';
import { judgedAgainst } from '../support/judged.ts';
import type { Opened } from '../support/open-workstation.ts';
import { openStep } from './support/case-work.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

const moment = '2026-04-24T09:30';

test('a second case is begun from the first by keyboard, and both lead to each other', async ({ context }) => {
  await using profile = await profileAt('closed');
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  await desk.logIn('王建国', moment);
  await goToPlace(page, '案件');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();

  await page.keyboard.press('Alt+o');
  const dialog = page.getByTestId('begin-from-dialog');
  await expect(dialog.getByRole('group', { name: '为什么另立' })).toBeVisible();
  const confirm = page.getByTestId('confirm-begin-from');
  await walkTo(
    page,
    dialog.getByRole('radio', { name: '另有事项需要作出行政处理' }).or(dialog.getByRole('radio').first()),
    'Shift+Tab',
  );
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: '另有事项需要作出行政处理' })).toBeChecked();
  await expect(page.getByTestId('take-all')).toBeChecked();
  await walkTo(page, dialog.getByRole('textbox', { name: /案由/ }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('涉嫌拖欠劳动者工资');
  await walkTo(page, confirm);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  await expect(page.getByTestId('case-links')).toContainText('来源案件');
  await expect(page.getByText(/已另立“涉嫌拖欠劳动者工资”，带入证据\d+件/)).toBeVisible();
  await expect(page.locator('[data-field=facts], [data-carried=facts]').first()).toBeVisible();
  await page.keyboard.press('Alt+g');
  await expect(page.getByTestId('case-links')).toContainText('由本案另立');
  await page.keyboard.press('Alt+g');
  await expect(page.getByTestId('case-links')).toContainText('来源案件');
});

test('an annulled decision leads from the case that defended it to a new one begun from the old, and the old is no longer perfect', async ({
  context,
}) => {
  await using profile = await profileAt('closed', { by: '王建国', moment, work: annul });
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  await desk.logIn('王建国', moment);
  await goToPlace(page, '案件');
  const suit = page.locator('main [role=row][data-index]').filter({ hasText: '不服行政处罚决定' });
  await walkTo(page, suit, 'ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
  await expect(page.getByTestId('case-links')).toContainText('所涉案件');
  await openStep(page, 'remake');
  await walkTo(page, page.getByTestId('begin-anew'));
  await page.keyboard.press('Enter');
  const dialog = page.getByTestId('begin-from-dialog');
  await expect(dialog.getByRole('radio', { name: '本案决定被撤销、责令重新作出' })).toBeChecked();
  await walkTo(page, page.getByTestId('confirm-begin-from'));
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('case-links')).toContainText('来源案件');
  // Back in the old case: its decision was annulled, and that is said where it was 100分 优秀.
  await page.keyboard.press('Alt+g');
  await expect(page.getByTestId('case-links')).toContainText('相关案件 2');
  await page.getByRole('tab', { name: /核查/ }).press('Enter');
  await expect(page.getByText(/本案的决定已被辽源市龙山区人民法院的一审判决书.*撤销，并责令重新作出/)).toBeVisible();
  await page.keyboard.press('Alt+g');
  await expect(page.getByTestId('links-dialog').getByRole('row', { name: /后续案件/ })).toBeVisible();
});

/** A suit about the sample's penalty, with the judgment that annulled it registered. */
async function annul(opened: Opened): Promise<void> {
  const [item] = await opened.client.cases.list({});
  const { file } = await opened.client.cases.open({ caseId: item?.id ?? '' });
  await judgedAgainst(opened, file);
}

test('a decision that was not performed is told at 送审, with the other ways of closing', async ({ context }) => {
  await using profile = await profileAt('closed', { by: '王建国', moment, work: ({ client }) => leaveUnpaid(client) });
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  await desk.logIn('王建国', moment);
  await goToPlace(page, '案件');
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
  await openStep(page, 'close');
  await walkTo(page, page.getByTestId('submit'));
  await expect(page.getByRole('tooltip')).toContainText('没有全部履行，不能按“正常结案”送审');
});

/** The sample's penalty as it is while nobody has paid, with its closing drafted as 正常结案. */
async function leaveUnpaid(client: Client): Promise<void> {
  const [item] = await client.cases.list({});
  const caseId = item?.id ?? '';
  for (const templateId of ['J45', 'J39']) {
    const { file } = await client.cases.open({ caseId });
    const paper = file.papers.find((each) => each.templateId === templateId && each.status === 'issued');
    await client.documents.void({ paperId: paper?.id ?? '', version: paper?.version ?? 0, reason: '误录，没有缴纳。' });
    if (templateId === 'J45') await client.documents.create({ caseId, templateId, redoes: paper?.id });
  }
}
