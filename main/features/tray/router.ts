import type { AreaRouter, Implementer } from '../implementer.ts';
import type { Tray } from './tray.ts';

/** 收件: taking scans in, and putting each sheet where it belongs. */
export function trayRouter(os: Implementer['tray'], tray: Tray) {
  return {
    list: os.list.handler(() => tray.list()),
    begin: os.begin.handler(({ input: { origin, ...file } }) => tray.begin(file, { origin, changedAt: null })),
    finish: os.finish.handler(({ input }) => tray.finish(input)),
    cancel: os.cancel.handler(({ input }) => tray.cancel(input.intakeId)),
    place: os.place.handler(({ input }) => tray.place(input)),
    assign: os.assign.handler(({ input }) => tray.assign(input)),
    toExhibit: os.toExhibit.handler(({ input }) => tray.toExhibit(input)),
    setAside: os.setAside.handler(({ input }) => tray.setAside(input)),
    folder: os.folder.handler(() => tray.folder.read()),
    nameFolder: os.nameFolder.handler(({ input }) => tray.folder.name(input.folderTicket)),
    dropFolder: os.dropFolder.handler(() => tray.folder.drop()),
    turn: os.turn.handler(({ input }) => tray.turn(input)),
    straighten: os.straighten.handler(({ input }) => tray.straighten(input)),
  } satisfies AreaRouter<'tray'>;
}
