import type { Page } from '@playwright/test';

export const OFFICE = '某某县人力资源和社会保障局';
export const PERSON = '王建国';
export const PASSWORD = 'qiutian-shuye';

/** Goes through the first start as far as the recovery letter, by keyboard and labels as a clerk would. */
export async function setUpOffice(page: Page): Promise<void> {
  await page.getByLabel('机关全称').fill(OFFICE);
  await page.getByLabel('机关代字').fill('某人社');
  await page.getByLabel('本级人民政府').fill('某某县人民政府');
  await page.getByLabel('管辖法院').fill('某某县人民法院');
  await page.getByLabel('机关级别').selectOption('县级');
  await page.keyboard.press('Enter');
  await page.getByLabel('科室 1').fill('劳动保障监察大队');
  await page.getByLabel('负责人').fill('赵强');
  await page.keyboard.press('Enter');
  await page.getByLabel('姓名').fill(PERSON);
  for (const role of ['承办人', '承办单位负责人', '法规科']) await page.getByLabel(role, { exact: true }).check();
  await page.getByLabel('执法证号').fill('220421001');
  await page.locator('[name=cert-from]').fill('2024.1.1');
  await page.locator('[name=cert-to]').fill('20991231');
  await page.getByLabel('所在科室').selectOption('劳动保障监察大队');
  await page.getByLabel('新密码').fill(PASSWORD);
  await page.getByLabel('再输一次').fill(PASSWORD);
  await page.getByTestId('set-up-next').click();
  await page.getByTestId('pdf').locator('canvas').waitFor();
}

/** Keeps the recovery letter and goes on to 今日. */
export async function keepLetter(page: Page): Promise<void> {
  await page.getByTestId('save-letter').click();
  await page.getByLabel('恢复信已经打印').check();
  await page.getByTestId('letter-kept').click();
  await page.locator('[data-ready=today]').waitFor();
}

export async function unlock(page: Page, password = PASSWORD): Promise<void> {
  await page.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
}
