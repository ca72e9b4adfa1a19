import { letterSizes } from '../../shared/procedure/mailing.ts';
import { fontFolder, missingFonts } from '../platform/print/fonts.ts';
import { RefusalError } from '../platform/refusal-error.ts';
import type { Desktop } from '../platform/host.ts';
import type { FolderTickets } from '../platform/folder-tickets.ts';
import type { AreaRouter, Implementer } from '../features/implementer.ts';
import type { ErrorLog } from './error-log.ts';
import type { Signals } from '../platform/signals.ts';

/** What belongs to the window: signals, and folders by ticket. */
export function desktopRouter(
  os: Implementer['desktop'],
  {
    desktop,
    folderTickets,
    signals,
    errorLog,
  }: { desktop: Desktop; folderTickets: FolderTickets; signals: Signals; errorLog: ErrorLog },
) {
  return {
    signals: os.signals.handler(({ signal }) => signals.follow(signal)),
    chooseFolder: os.chooseFolder.handler(async ({ input }) => {
      const folder = await desktop.chooseFolder?.(input.title);
      return folder === undefined ? null : folderTickets.ticketFor(folder);
    }),
    typedFolder: os.typedFolder.handler(({ input }) => folderTickets.ticketFor(input.folder)),
    folders: os.folders.handler(({ input }) => folderTickets.list(input.within)),
    printers: os.printers.handler(async () => ({
      ...((await desktop.printers?.()) ?? { names: [], usual: null }),
      take: desktop.printPage === undefined ? 'file' : 'page',
    })),
    printPage: os.printPage.handler(async ({ input: { medium, ...order } }) => {
      try {
        if (desktop.printPage === undefined) throw new Error('this host does not print pages');
        await desktop.printPage({ ...order, medium: medium === 'A4' ? medium : letterSizes[medium] });
      } catch (error) {
        errorLog.report(error, 'process', 'print');
        throw new RefusalError({ code: 'printer', printer: order.printer, what: '' });
      }
    }),
    missingFonts: os.missingFonts.handler(() => ({ missing: missingFonts(), folder: fontFolder() })),
    reportFault: os.reportFault.handler(({ input }) => ({ id: errorLog.reportPage(input) })),
    proposedFolder: os.proposedFolder.handler(() => folderTickets.proposed()),
  } satisfies AreaRouter<'desktop'>;
}
