import type { Page } from '@playwright/test';
import { expect } from './fixture.ts';
import { goToPlace, put, walkTo } from './keyboard.ts';

/** Goes to a section of 设置 by the arrow keys of its list. */
export async function openSection(page: Page, name: string): Promise<void> {
  await goToPlace(page, '设置');
  const tabs = page.getByRole('tablist').first();
  await walkTo(page, tabs);
  const wanted = tabs.getByRole('tab', { name: name });
  await walkTo(page, wanted, 'ArrowDown', 20);
  await page.keyboard.press('Enter');
  await expect(wanted).toHaveAttribute('aria-selected', 'true');
}

/** Finds a paper in the list of templates and opens its form. */
export async function openTemplate(page: Page, name: string): Promise<void> {
  await openSection(page, '文书模板');
  await put(page.locator('[name=find-template]'), name);
  const row = page.getByTestId('templates').locator('[role=row][data-index]', { hasText: name });
  await walkTo(page, row.first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Goes to a part of an open template by the arrow keys of its tabs. */
export async function openTab(page: Page, key: string): Promise<void> {
  const tabs = page.getByRole('tablist', { name: '文书模板的内容' });
  await walkTo(page, tabs);
  await walkTo(page, tabs.getByTestId(`tab-${key}`), 'ArrowRight', 8);
}

/** Says why and saves the edition; it is saved when nothing is left to save. */
export async function saveEdition(page: Page, button: string, reason: string): Promise<void> {
  await put(page.locator('[name=editionReason]'), reason);
  await walkTo(page, page.getByTestId(button));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
}
