import { samplePassword } from '../../../main/sample/sample.ts';
import { expect } from './fixture.ts';
import { put, replaceText, untilClosed, walkTo } from './keyboard.ts';
import { sample, type Desk } from './sample-desk.ts';
import { openSection } from './settings.ts';

/** The first start with the sample office, by keyboard, as far as 今日. */
export async function setUpSample({ page }: Desk): Promise<void> {
  const {
    office,
    units,
    people: [first],
  } = sample;
  const { keyboard } = page;
  await put(page.getByLabel('机关全称'), office.name);
  await put(page.getByLabel('机关代字'), office.code);
  await put(page.getByLabel('本级人民政府'), office.government);
  await put(page.getByLabel('管辖法院', { exact: true }), office.courts[0] ?? '');
  await put(page.getByLabel('机关级别'), office.level);
  await put(page.getByLabel(/^电话/), office.phone);
  await put(page.getByLabel(/^地址/), office.address);
  await put(page.getByLabel(/^全宗号/), office.fondsNo);
  await put(page.getByLabel(/^全宗名称/), office.fondsName);
  await keyboard.press('Enter');
  for (const [index, { name, head }] of units.entries()) {
    if (index > 0) {
      await walkTo(page, page.getByRole('button', { name: '再加一个科室' }));
      await keyboard.press('Enter');
    }
    await put(page.getByLabel(`科室 ${index + 1}`), name);
    await put(page.locator(`[name=unit-head-${index}]`), head);
  }
  await keyboard.press('Enter');
  await put(page.getByLabel('姓名'), first?.name ?? '');
  await put(page.getByLabel('所在科室'), first?.unit ?? '');
  await put(page.getByLabel('新密码'), samplePassword);
  await put(page.getByLabel('再输一次'), samplePassword);
  await keyboard.press('Enter');
  await page.getByTestId('pdf').locator('canvas').waitFor();
  await walkTo(page, page.getByTestId('save-letter'));
  await keyboard.press('Enter');
  await put(page.getByLabel('恢复信已经打印'), true);
  await walkTo(page, page.getByTestId('letter-kept'));
  await keyboard.press('Enter');
  await page.locator('[data-ready=today]').waitFor();
}

/** Adds the people of the sample office in 设置. */
export async function addPeople({ page }: Desk): Promise<void> {
  const { keyboard } = page;
  await openSection(page, '人员');
  await walkTo(page, page.getByTestId('add-person'));
  for (const { name, roles, unit, certNo, certFrom, certTo } of sample.people.slice(1)) {
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('姓名')).toBeFocused();
    await replaceText(page, name);
    for (const role of await dialog.getByRole('group', { name: '岗位' }).getByRole('checkbox').all()) {
      const words = (await role.getAttribute('name'))?.slice('role-'.length) ?? '';
      await put(
        role,
        roles.some((candidate) => candidate === words),
      );
    }
    if (certNo !== '') {
      await put(dialog.getByLabel(/^执法证号/), certNo);
      await put(dialog.locator('[name=cert-from]'), certFrom);
      await put(dialog.locator('[name=cert-to]'), certTo);
    }
    await put(dialog.getByLabel(/^科室/), unit);
    await put(dialog.getByLabel('新密码'), samplePassword);
    await put(dialog.getByLabel('再输一次'), samplePassword);
    // From the first 法规科 or 分管领导 on, somebody of them agrees.
    if (await dialog.getByLabel(/^同意人的密码/).isVisible()) {
      await put(dialog.locator('[name=second-person]'), '赵强（法规科）');
      await put(dialog.locator('[name=second-person-password]'), samplePassword);
    }
    await walkTo(page, dialog.getByTestId('save-person'));
    await keyboard.press('Enter');
    await untilClosed(dialog);
    await expect(page.getByTestId('add-person')).toBeFocused();
  }
}
