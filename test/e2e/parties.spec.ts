// Two parties in one case: the way says for whom something is missing, and begins it for them.
import { openStep } from './support/case-work.ts';
import { expect, test } from './support/fixture.ts';
import { goToPlace, walkTo } from './support/keyboard.ts';
import { profileAt } from './support/profile-at.ts';
import { openDesk } from './support/sample-desk.ts';

const person = {
  kind: '个人',
  name: '陈福来',
  idType: '居民身份证',
  idNumber: '440524188001010014',
  address: '辽源市龙山区东吉街5号',
} as const;

test('the way of a case shows both parties, and begins the notice of the one who has none', async ({ context }) => {
  await using profile = await profileAt('approved', {
    by: '王建国',
    moment: '2026-04-03T09:00',
    work: async ({ client }) => {
      const { householdId } = await client.households.create({
        ...person,
        uscc: '',
        legalRep: '',
        position: '',
        phone: '',
      });
      const [item] = await client.cases.list({});
      const { file } = await client.cases.open({ caseId: item?.id ?? '' });
      await client.cases.addParty({ caseId: file.case.id, version: file.case.version, householdId });
    },
  });
  await using desk = await openDesk(context, profile.path, '2026-04-03T09:10');
  const { page } = desk;
  await desk.logIn('王建国', '2026-04-03T09:10');
  await goToPlace(page, '案件');
  await expect(page.getByText('辽源市福满园餐饮有限公司等2名当事人')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();

  await openStep(page, 'notify');
  await walkTo(page, page.locator('[data-more=notify]'));
  await page.keyboard.press('Enter');
  const way = page.getByRole('region', { name: '文书' });
  await expect(way.getByText('陈福来：还没有行政处罚（处理）事先告知书（第二十二条）。')).toBeVisible();
  const begin = way.getByRole('button', { name: '给陈福来填写行政处罚（处理）事先告知书' });
  await expect(begin).toHaveCount(1);
  await walkTo(page, begin);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-carried=partyName]')).toContainText('陈福来');
  await page.keyboard.press('Alt+e');
  await expect(page.locator('[data-field=partyName] input')).toHaveValue('陈福来');
  await expect(page.getByTestId('party-chooser').getByRole('radio', { name: '陈福来' })).toBeChecked();
  await expect(page.locator('[data-field=partyIdNumber] input')).toHaveValue(person.idNumber);

  const other = page.getByTestId('party-chooser').getByRole('radio', { name: '辽源市福满园餐饮有限公司' });
  await walkTo(page, page.getByTestId('party-chooser').getByRole('radio', { name: '陈福来' }), 'Shift+Tab');
  await page.keyboard.press('ArrowUp');
  await expect(
    page.getByTestId('party-chooser').getByText('辽源市福满园餐饮有限公司已有行政处罚（处理）事先告知书'),
  ).toBeVisible();
  await expect(other).not.toBeChecked();
});
