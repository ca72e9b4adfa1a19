// 补卷: the archive asks with a reason, 法规科 agrees, the material enters and becomes a volume of its own under the first; by keyboard.
import { expect, test } from './support/fixture.ts';
import { goToPlace, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk, type Desk } from './support/sample-desk.ts';

const moment = '2026-06-10T09:30';

async function openVolume({ page, logIn }: Desk, name: string): Promise<void> {
  await logIn(name, moment);
  await goToPlace(page, '归档');
  await walkTo(page, page.getByTestId('filed').locator('[role=row][data-index]'));
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: '补卷' }).waitFor();
}

test('a ruling that came after filing enters as a supplement', async ({ context }) => {
  await using profile = await profileAt('filed');
  await using desk = await openDesk(context, profile.path, moment);
  const { page } = desk;
  const section = page.getByRole('region', { name: '补卷' });

  await openVolume(desk, '周静');
  await walkTo(page, page.getByTestId('ask-supplement'));
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('2026年6月8日收到法院准予执行裁定书');
  await page.keyboard.press('Enter');
  await expect(section).toContainText('等承办单位负责人或者法规科同意');

  await openVolume(desk, '赵强');
  await walkTo(page, page.getByTestId('agree-supplement'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('已经同意补卷。')).toBeVisible();

  await openVolume(desk, '周静');
  const chooser = page.waitForEvent('filechooser');
  await walkTo(page, page.getByTestId('add-to-supplement'));
  await page.keyboard.press('Enter');
  await (
    await chooser
  ).setFiles({ name: '准予执行裁定书.txt', mimeType: 'text/plain', buffer: Buffer.from('裁定如下') });
  await expect(section.getByRole('list', { name: '补卷的材料' })).toContainText('准予执行裁定书');
  const inspector = section.getByRole('combobox', { name: /检查人/ });
  await walkTo(page, inspector);
  await inspector.selectOption({ label: '李敏' });
  await walkTo(page, page.getByTestId('make-supplement'));
  await page.keyboard.press('Enter');
  const volumes = page.getByRole('list', { name: '本案各卷' });
  await expect(volumes).toContainText('补1', { timeout: 60_000 });
  await walkTo(page, volumes.getByRole('button', { name: /补1/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('volume-preview')).toContainText('补1');
});
