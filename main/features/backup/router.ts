import type { AreaRouter, Implementer } from '../implementer.ts';
import type { Backups } from './make-backup.ts';

export const backupRouter = (os: Implementer['backup'], backups: Backups) =>
  ({
    last: os.last.handler(() => backups.last()),
    start: os.start.handler(({ input }) => backups.start(input.folderTicket)),
    stop: os.stop.handler(() => backups.stop()),
  }) satisfies AreaRouter<'backup'>;
