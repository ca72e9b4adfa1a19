// Rows changed behind the program are named on the page of 验证.
import { expect, test } from './support/fixture.ts';
import { tamper } from '../main/faults/support.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

test('验证 names rows that were changed in the database, and they stay readable in a small window', async ({
  context,
}) => {
  await using profile = await profileAt('handed-over');
  await tamper(profile.path, (db) =>
    db.exec(
      `update paper set sha256 = (select sha256 from paper where "templateId" = 'J06') where "templateId" = 'J32';
       delete from exhibit where id = (select min(id) from exhibit)`,
    ),
  );
  await tamper(
    profile.path,
    (db) => void db.exec(`update person set roles = '["承办人","法规科"]' where name = '李敏'`),
    'office',
  );
  await using desk = await openDesk(context, profile.path, '2026-06-12T10:00');
  const { page } = desk;
  await desk.logIn('周静', '2026-06-12T10:00');
  await page.keyboard.press('Alt+8');
  await expect(page.getByTestId('verify')).toBeVisible();
  await page.keyboard.press('Alt+Y');
  const found = page.getByTestId('verify-faults');
  await expect(found).toContainText('上次验证发现 3 处问题', { timeout: 30_000 });
  await expect(found.getByRole('listitem')).toHaveText([
    /^机关库：人员“李敏”与办理记录不符：.+“角色”绕过程序改动过。$/,
    /的证据“.+”不见了：.+登记过，是绕过程序删去的。$/,
    /《行政处罚决定书》.+与办理记录不符：.+“定稿文件”绕过程序改动过。$/,
  ]);
  await page.setViewportSize({ width: 683, height: 384 });
  expect(await found.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});
