import type { ScanReader } from '../../platform/scans/scan-reader.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import { type FeatureContext, todayOf } from '../context.ts';
import { readOffice } from '../staff/settings.ts';
import type { SheetRow } from './tray-rows.ts';

/** What sheets are kept in and joined by. */
export interface SheetTools {
  blobs: BlobStore;
  scanReader: Pick<ScanReader, 'join'>;
}

/** The sheets as one PDF, in this order. */
export async function joinSheets(
  context: FeatureContext,
  { blobs, scanReader }: SheetTools,
  sheets: readonly SheetRow[],
  title: string,
): Promise<Uint8Array> {
  const pages = await Promise.all(
    sheets.map(async ({ picture, fileName, width, height }) => ({
      picture: await withVault(fileName, () => blobs.read(picture)),
      width,
      height,
    })),
  );
  return scanReader.join({ title, author: readOffice(context.office.store).name, date: todayOf(context), pages });
}
