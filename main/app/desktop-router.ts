import type { Desktop } from '../platform/host.ts';
import type { FolderTickets } from '../platform/folder-tickets.ts';
import type { AreaRouter, Implementer } from '../features/implementer.ts';
import type { Signals } from '../platform/signals.ts';

/** What belongs to the window: signals, and folders by ticket. */
export function desktopRouter(
  os: Implementer['desktop'],
  { desktop, folderTickets, signals }: { desktop: Desktop; folderTickets: FolderTickets; signals: Signals },
) {
  return {
    signals: os.signals.handler(({ signal }) => signals.follow(signal)),
    chooseFolder: os.chooseFolder.handler(async ({ input }) => {
      const folder = await desktop.chooseFolder?.(input.title);
      return folder === undefined ? null : folderTickets.ticketFor(folder);
    }),
    typedFolder: os.typedFolder.handler(({ input }) => folderTickets.ticketFor(input.folder)),
    proposedFolder: os.proposedFolder.handler(() => folderTickets.proposed()),
  } satisfies AreaRouter<'desktop'>;
}
