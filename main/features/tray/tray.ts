import type { FolderTickets } from '../../platform/folder-tickets.ts';
import { notFound } from '../../platform/refusal-error.ts';
import type { ScanReader } from '../../platform/scans/scan-reader.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import type { FeatureContext } from '../context.ts';
import type { ExhibitIntake } from '../evidence/exhibit-intake.ts';
import type { Intakes } from '../evidence/intake.ts';
import { placeSheets } from './place-sheets.ts';
import { assignSheets, setAside, sheetsToExhibit } from './sheets.ts';
import { createScanFolder } from './scan-folder.ts';
import { createTrayFiles } from './tray-files.ts';
import { listTray } from './tray-list.ts';
import { maySee, sheetsOf } from './tray-rows.ts';
import { straightenSheet, turnSheet } from './turn-sheet.ts';

export type Tray = ReturnType<typeof createTray>;

interface Tools {
  blobs: BlobStore;
  intakes: Intakes;
  exhibitIntake: ExhibitIntake;
  scanReader: ScanReader;
  folderTickets: FolderTickets;
}

/** 收件: sheets that came in on paper, until a person puts each where it belongs. */
export function createTray(
  context: FeatureContext,
  { blobs, intakes, exhibitIntake, scanReader, folderTickets }: Tools,
) {
  const files = createTrayFiles(context, { blobs, intakes, scanReader });
  const folder = createScanFolder(context, { files, intakes, folderTickets });

  async function picture(sheetId: string): Promise<Buffer> {
    const [sheet] = sheetsOf(context, [sheetId]);
    if (sheet === undefined || !maySee(context, sheet)) throw notFound('sheet');
    return withVault(sheet.fileName, () => blobs.read(sheet.picture));
  }

  return {
    begin: files.begin,
    finish: files.finish,
    cancel: files.cancel,
    folder,
    picture,
    /** Goes on with what was not read yet, and looks into the folder of the scanner from now on. */
    start: (): void => {
      files.catchUp();
      folder.start();
    },
    close: async (): Promise<void> => {
      await folder.close();
      await files.close();
    },
    list: () => listTray(context),
    place: (request: Parameters<typeof placeSheets>[2]) => placeSheets(context, { blobs, scanReader }, request),
    assign: (request: Parameters<typeof assignSheets>[1]) => assignSheets(context, request),
    toExhibit: (request: Parameters<typeof sheetsToExhibit>[2]) =>
      sheetsToExhibit(context, { blobs, scanReader, exhibitIntake }, request),
    setAside: (request: Parameters<typeof setAside>[1]) => setAside(context, request),
    turn: (request: Parameters<typeof turnSheet>[2]) => turnSheet(context, blobs, request),
    straighten: (request: Parameters<typeof straightenSheet>[2]) => straightenSheet(context, blobs, request),
  };
}
