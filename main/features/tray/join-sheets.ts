import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import { type FeatureContext, todayOf } from '../context.ts';
import { readOffice } from '../staff/settings.ts';
import type { SheetRow } from './tray-rows.ts';

/** The sheets as one PDF, in this order. What writes PDFs is loaded when the first sheets are joined, not at log-in. */
export async function joinSheets(
  context: FeatureContext,
  blobs: BlobStore,
  sheets: readonly SheetRow[],
  title: string,
): Promise<Uint8Array> {
  const { joinScans } = await import('../../platform/scans/join-scans.ts');
  const pages = await Promise.all(
    sheets.map(async ({ picture, fileName, width, height }) => ({
      picture: await withVault(fileName, () => blobs.read(picture)),
      width,
      height,
    })),
  );
  return joinScans({ title, author: readOffice(context.office.store).name, date: todayOf(context), pages });
}
