// 审批流程 by keyboard: 法规科 adds a step to a paper, cannot take away what the law asks for, and a case begun after it goes by the new chain.
import { expect, test } from './support/fixture.ts';
import { put, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';
import { openSection, openTab, openTemplate, saveEdition } from './support/settings.ts';

test('法规科 sets who approves a paper; what the law asks for stays', async ({ context }) => {
  await using profile = await profileAt('begun');
  await using desk = await openDesk(context, profile.path, '2026-03-02T09:40');
  const { page } = desk;
  await desk.logIn('赵强', '2026-03-02T10:00');
  await openSection(page, '审批流程');
  const table = page.getByTestId('approvals');
  const dialog = page.getByTestId('chain-dialog');

  await test.step('notices are approved by default', async () => {
    await expect(table.getByRole('row', { name: /行政处罚（处理）事先告知书/ })).toContainText(
      '承办单位负责人审核意见（承办单位负责人） → 局领导签发意见（分管领导）',
    );
  });

  await test.step('a step by law cannot be taken away nor given to another', async () => {
    await put(page.locator('[name=find-approval]'), '立案审批表');
    await walkTo(page, page.getByRole('button', { name: '改立案审批表的审批' }));
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('《行政执法全过程记录制度》第十三条');
    await walkTo(page, dialog.getByRole('button', { name: '删去第2级' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tooltip')).toHaveText('这一级由《行政执法全过程记录制度》第十三条规定，不能删去。');
    await put(dialog.getByRole('combobox', { name: '第2级由谁签批' }), '法规科');
    await expect(dialog.getByRole('alert')).toContainText('须由承办单位负责人签署，不能删去');
    await put(dialog.getByRole('combobox', { name: '第2级由谁签批' }), '承办单位负责人');
    await expect(dialog.getByRole('alert')).toHaveCount(0);
  });

  await test.step('a step more, from today on', async () => {
    await walkTo(page, dialog.getByRole('button', { name: '加一级审批' }));
    await page.keyboard.press('Enter');
    await put(dialog.locator('[name=approval-3]'), '法规科意见');
    await put(dialog.getByRole('combobox', { name: '第4级由谁签批' }), '法规科');
    await walkTo(page, dialog.getByTestId('chain-done'));
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await saveEdition(page, 'save-rules', '按局务会决定');
    await expect(page.getByRole('list', { name: '历次版本' })).toContainText(
      /第2版.*赵强.*按局务会决定.*审批《立案审批表》.*法规科意见（法规科）/s,
    );
  });

  await test.step('the template says where it is set, and the new chain', async () => {
    await openTemplate(page, '立案审批表');
    await openTab(page, 'chain');
    await expect(page.getByRole('region', { name: '审批' })).toContainText('法规科意见（法规科）');
  });

  await test.step('who is not of 法规科 reads it', async () => {
    await desk.logIn('李敏', '2026-03-02T11:00');
    await openSection(page, '审批流程');
    await expect(page.getByRole('region', { name: '审批流程' })).toContainText('修改规则设置由法规科办理（第五十条）');
    await expect(page.getByRole('button', { name: '看立案审批表的审批' })).toBeVisible();
  });
});
