// Every widget in every state, as a newcomer sees them with `npm run gallery`: photographed, read by axe, and every text at 7:1.
import { test as base, expect, type Page } from '@playwright/test';
import { build, preview, type PreviewServer } from 'vite';
import { axeOn } from './support/axe.ts';
import { layoutFaults } from './support/layout-faults.ts';

const configFile = 'vite.gallery.config.ts';

/** The gallery is built once, and served without a host: it needs nobody to log in and no data. */
let server: PreviewServer;
base.beforeAll(async () => {
  await build({ configFile, logLevel: 'error' });
  server = await preview({ configFile, preview: { port: 0 } });
});
base.afterAll(() => server.close());

const test = base.extend<{ gallery: Page }>({
  gallery: async ({ page }, use) => {
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.locator('[data-ready]').waitFor();
    await use(page);
  },
});

const looks = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', width: 1366, height: 768 },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', width: 1366, height: 768 },
  { name: 'forced', colorScheme: 'light', forcedColors: 'active', width: 1366, height: 768 },
  { name: 'forced-dark', colorScheme: 'dark', forcedColors: 'active', width: 1366, height: 768 },
  { name: 'zoomed', colorScheme: 'light', forcedColors: 'none', width: 683, height: 384 },
] as const;

/** What axe says, and each text below 7:1. In the system's own colours axe reads those of the sheet, which nobody sees. */
async function faultsOf(page: Page, forced: boolean, within = 'body'): Promise<string[]> {
  const { violations } = await axeOn(page)
    .include(within)
    .options({
      rules: { 'color-contrast': { enabled: !forced }, 'color-contrast-enhanced': { enabled: !forced } },
      resultTypes: ['violations'],
    })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any.map(({ message }) => message).join(' ')}`),
  );
}

for (const { name, colorScheme, forcedColors, width, height } of looks)
  test(`all widgets, ${name}`, async ({ gallery }) => {
    await gallery.emulateMedia({ colorScheme, forcedColors });
    await gallery.setViewportSize({ width, height });
    await gallery.screenshot({ path: `out/e2e-pictures/gallery-${name}.png`, fullPage: true });
    expect(await faultsOf(gallery, forcedColors === 'active')).toEqual([]);
    expect(await gallery.evaluate(layoutFaults)).toEqual([]);
    expect(await gallery.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

/** What opens over the page, and what is then there to be looked at. */
const layers: { name: string; open: (page: Page) => Promise<void>; layer: string }[] = [
  { name: 'menu', open: (page) => page.getByTestId('more').press('Enter'), layer: '[role=menu]' },
  { name: 'options', open: (page) => page.getByLabel('承办人').press('ArrowDown'), layer: '[role=listbox]' },
  { name: 'calendar', open: (page) => page.locator('[name=day]').press('Alt+ArrowDown'), layer: '[role=dialog]' },
  {
    name: 'dialog',
    open: (page) => page.getByRole('button', { name: '打开对话框' }).press('Enter'),
    layer: '[role=dialog]',
  },
  { name: 'side-pane', open: (page) => page.getByRole('button', { name: '打开侧栏' }).press('Enter'), layer: 'aside' },
  {
    name: 'reason',
    open: async (page) => {
      await page.getByRole('button', { name: '正在出具…' }).first().focus();
      await page.keyboard.press('Tab');
    },
    layer: '[role=tooltip]',
  },
];

for (const { name, open, layer } of layers)
  test(`${name}, open`, async ({ gallery }) => {
    // On a busy machine a list is closed again by the scrolling that walking to its field caused, and a tip given up before it was seen.
    await expect(async () => {
      await open(gallery);
      await expect(gallery.locator(layer)).toBeVisible({ timeout: 2_000 });
    }).toPass();
    for (const { name: look, colorScheme, forcedColors, width, height } of looks) {
      await gallery.emulateMedia({ colorScheme, forcedColors });
      await gallery.setViewportSize({ width, height });
      await gallery.screenshot({ path: `out/e2e-pictures/gallery-${name}-${look}.png` });
      expect(await faultsOf(gallery, forcedColors === 'active', layer), look).toEqual([]);
    }
    await gallery.keyboard.press('Escape');
    await expect(gallery.locator(layer)).toHaveCount(0);
  });
