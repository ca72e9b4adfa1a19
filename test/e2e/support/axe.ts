import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * axe for the window in hand, without the tip that lies beside what has the focus as long as one asks for it. In legacy mode: the other one
 * opens a page of its own each time, for the sake of frames of other origins, which no window of ours has, and takes three times as long.
 */
export const axeOn = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode(true).exclude('[data-overlay-container]:has([role="tooltip"])');

/** What axe finds wrong in the window in hand, by the names of its rules. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await axeOn(page).analyze();
  return violations.map(({ id }) => id);
}
