import type { Desktop } from '../platform/host.ts';
import type { Folders } from '../platform/folder-tickets.ts';
import type { Implementer } from '../features/implementer.ts';
import type { Signals } from '../platform/signals.ts';

/** What belongs to the window: signals, and folders by ticket. */
export function desktopRouter(
  os: Implementer['desktop'],
  { desktop, folders, signals }: { desktop: Desktop; folders: Folders; signals: Signals },
) {
  return {
    signals: os.signals.handler(({ signal }) => signals.follow(signal)),
    chooseFolder: os.chooseFolder.handler(async ({ input }) => {
      const folder = await desktop.chooseFolder?.(input.title);
      return folder === undefined ? null : folders.ticketFor(folder);
    }),
    typedFolder: os.typedFolder.handler(({ input }) => folders.ticketFor(input.folder)),
    proposedFolder: os.proposedFolder.handler(() => folders.proposed()),
  };
}
