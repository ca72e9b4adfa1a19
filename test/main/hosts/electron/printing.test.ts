import type { PrinterInfo, WebContents } from 'electron';
import { expect, test, vi } from 'vitest';
import { windowPrinting } from '../../../../main/hosts/electron/printing.ts';

/** A window whose printer takes what it is sent, or says why not. */
function contentsOf(refusal?: string) {
  const print = vi.fn<WebContents['print']>((_, done) => done?.(refusal === undefined, refusal ?? ''));
  const names = ['HP LaserJet', 'Microsoft Print to PDF'];
  const printers = names.map((name) => ({ name, displayName: name, description: '', options: {} }));
  const contents = { print, getPrintersAsync: async () => printers as unknown as PrinterInfo[] };
  return { print, ...windowPrinting(() => contents) };
}

test('the printers are those of the system; which is the usual one is not told', async () => {
  expect(await contentsOf().printers?.()).toEqual({ names: ['HP LaserJet', 'Microsoft Print to PDF'], usual: null });
});

test('the page is printed without a dialog, with its own margins, as large as it was laid out, on both sides', async () => {
  const { print, printPage } = contentsOf();
  await printPage?.({ printer: 'HP LaserJet', bothSides: true, medium: 'A4' });
  expect(print.mock.lastCall?.[0]).toEqual({
    silent: true,
    deviceName: 'HP LaserJet',
    copies: 1,
    duplexMode: 'longEdge',
    margins: { marginType: 'none' },
    scaleFactor: 100,
    printBackground: true,
    pageSize: 'A4',
  });
});

test('an envelope is told in microns, on one side', async () => {
  const { print, printPage } = contentsOf();
  await printPage?.({ printer: 'HP LaserJet', bothSides: false, medium: { width: 220, height: 110 } });
  expect(print.mock.lastCall?.[0]).toMatchObject({
    duplexMode: 'simplex',
    pageSize: { width: 220_000, height: 110_000 },
  });
});

test('what the printer did not take is told with its reason', async () => {
  const { printPage } = contentsOf('Print job failed');
  await expect(printPage?.({ printer: 'HP LaserJet', bothSides: false, medium: 'A4' })).rejects.toThrow(
    'Print job failed',
  );
});
