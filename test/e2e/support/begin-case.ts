import type { Page } from '@playwright/test';
import { untilOpen } from './case-work.ts';
import { expect } from './fixture.ts';
import { goToPlace, put } from './keyboard.ts';
import { sample } from './sample-desk.ts';

/** Opens 登记案源 and looks for the party of the sample, which is not known yet. */
export async function lookForParty(page: Page): Promise<void> {
  await goToPlace(page, '案件');
  await page.keyboard.press('Alt+n');
  await expect(page.locator('[name=household]')).toBeFocused();
  await page.keyboard.insertText('福满园');
  await page.getByText('没有找到“福满园”').waitFor();
}

/** Makes the party that was not found, and begins its case with the first paper. `others` are officers beside the operator. */
export async function beginForNewParty(page: Page, others: string[]): Promise<void> {
  const { party } = sample;
  await page.keyboard.press('Enter');
  for (const field of ['name', 'uscc', 'legalRep', 'position', 'phone', 'address'] as const)
    await put(page.locator(`[name=party-${field}]`), party[field]);
  await page.keyboard.press('Enter');
  await beginForPicked(page, others);
}

/** Begins a case of the sample for the party that is picked. */
export async function beginForPicked(page: Page, others: string[]): Promise<void> {
  const { case: begun } = sample;
  await expect(page.locator('[name=cause]')).toBeFocused();
  await put(page.locator('[name=procedure]').first(), begun.procedure);
  if (others.length > 0) await put(page.getByRole('dialog').getByRole('combobox', { name: /承办人/ }), others);
  await put(page.locator('[name=cause]'), begun.causeName);
  await page.keyboard.press('Enter');
  await untilOpen(page, '');
}

/** 登记案源 of the sample case, as far as its first paper. */
export async function beginCase(page: Page, others: string[]): Promise<void> {
  await lookForParty(page);
  await beginForNewParty(page, others);
}
