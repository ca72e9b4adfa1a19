// 请假 by keyboard: the head enters who stands in, the case says who is asked, and that person signs in her place.
import { papersInApproval } from '../support/in-approval.ts';
import { expect, test } from './support/fixture.ts';
import { put, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';
import { openCase } from './support/sample-papers.ts';
import { openSection } from './support/settings.ts';

const moment = '2026-03-02T10:00';

test('who stands in for the head is named, has the paper in 今日, and signs for her', async ({ context }) => {
  await using profile = await profileAt('set-up', {
    by: '李敏',
    moment: '2026-03-02T09:30',
    work: (opened) => papersInApproval(opened, ['城西小吃店'], ['王建国', '李敏']),
  });
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;

  await test.step('the head goes away for three days', async () => {
    await desk.logIn('张丽', moment);
    await openSection(page, '请假');
    await put(page.locator('[name=stand-in]'), '赵强（法规科）');
    await put(page.locator('[name=absent-to]'), '2026-03-04');
    await walkTo(page, page.getByTestId('enter-absence'));
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('absences')).toContainText(/张丽.*赵强/s);
  });

  await test.step('the officer reads who is asked', async () => {
    await desk.logIn('李敏', moment);
    await openCase(desk);
    await page
      .getByRole('button', { name: /立案审批/ })
      .first()
      .press('Enter');
    await page.locator('[data-paper-pane][data-status=approving]').waitFor();
    await expect(page.getByText('赵强（代张丽）审核').first()).toBeVisible();
    await expect(page.getByText('劳动保障监察支队').first()).toBeVisible();
  });

  await test.step('who stands in signs for her', async () => {
    await desk.logIn('赵强', moment);
    const line = page.getByTestId('inbox').getByRole('option', { name: /立案审批表.*等您代张丽签批/ });
    await walkTo(page, line, 'ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('[data-ready=desk]').waitFor();
    await expect(page.getByTestId('agree')).not.toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('just-done')).toContainText('接着等孙伟');
  });

  await test.step('and the paper says for whom', async () => {
    await desk.logIn('李敏', moment);
    await openCase(desk);
    await page
      .getByRole('button', { name: /立案审批/ })
      .first()
      .press('Enter');
    await expect(page.getByText('赵强（代张丽）').first()).toBeVisible();
  });
});
