import type { WebContents, WebContentsPrintOptions } from 'electron';
import type { Desktop, Medium, PageOrder } from '../../platform/host.ts';

type Printing = Pick<WebContents, 'getPrintersAsync' | 'print'>;

/**
 * Printing where the system takes no PDF from a program (Windows): what the page has laid out for the printer is printed by the window itself,
 * without a dialog. Which printer is the usual one Electron does not tell.
 */
export const windowPrinting = (contents: () => Printing): Pick<Desktop, 'printers' | 'printPage'> => ({
  printers: async () => {
    const printers = await contents().getPrintersAsync();
    return { names: printers.map(({ name }) => name), usual: null };
  },
  printPage: (order) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    contents().print(optionsOf(order), (taken, why) => (taken ? resolve() : reject(new Error(why))));
    return promise;
  },
});

/** A page stands on the paper as it was laid out: with the margins it has itself, never scaled. Copies stand in the page one after the other. */
const optionsOf = ({ printer, bothSides, medium }: PageOrder): WebContentsPrintOptions => ({
  silent: true,
  deviceName: printer,
  copies: 1,
  duplexMode: bothSides ? 'longEdge' : 'simplex',
  margins: { marginType: 'none' },
  scaleFactor: 100,
  printBackground: true,
  pageSize: sizeOf(medium),
});

/** Electron counts in microns. */
const sizeOf = (medium: Medium): NonNullable<WebContentsPrintOptions['pageSize']> =>
  medium === 'A4' ? 'A4' : { width: medium.width * 1000, height: medium.height * 1000 };
