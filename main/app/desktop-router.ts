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
    printers: os.printers.handler(async () => (await desktop.printers?.()) ?? { names: [], usual: null }),
    reportFault: os.reportFault.handler(({ input }) => ({ id: errorLog.reportPage(input) })),
    proposedFolder: os.proposedFolder.handler(() => folderTickets.proposed()),
  } satisfies AreaRouter<'desktop'>;
}
