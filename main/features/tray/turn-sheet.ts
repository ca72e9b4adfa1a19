import sharp from 'sharp';
import { notFound } from '../../platform/refusal-error.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { sealBytes } from '../../platform/vault/seal-bytes.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import { emitChanged, type FeatureContext } from '../context.ts';
import { requireSheets } from './sheets.ts';
import type { SheetRow } from './tray-rows.ts';

/** Strokes of a pen and the red of a seal stay clear. */
const QUALITY = 90;
const PAPER = '#ffffff';

type Turned = Pick<SheetRow, 'quarters' | 'angle'>;

/** Turns a sheet by a quarter, clockwise. */
export const turnSheet = (context: FeatureContext, blobs: BlobStore, { sheetId }: { sheetId: string }): Promise<void> =>
  turned(context, blobs, sheetId, ({ quarters, angle }) => ({ quarters: (quarters + 1) % 4, angle }));

/** 扶正: turns a sheet by a small angle, in degrees clockwise from how it was read. */
export const straightenSheet = (
  context: FeatureContext,
  blobs: BlobStore,
  { sheetId, angle }: { sheetId: string; angle: number },
): Promise<void> => turned(context, blobs, sheetId, ({ quarters }) => ({ quarters, angle }));

/** The picture is made from the one that was read, so that it loses nothing however often it is turned; the file it came in stays as it is. */
async function turned(
  context: FeatureContext,
  blobs: BlobStore,
  sheetId: string,
  change: (row: Turned) => Turned,
): Promise<void> {
  const [sheet] = requireSheets(context, [sheetId]);
  if (sheet === undefined) throw notFound('sheet');
  const { quarters, angle } = change(sheet);
  const asRead = sheet.asRead ?? sheet.picture;
  const { data, info } = await pictureOf(await withVault(sheet.fileName, () => blobs.read(asRead)), {
    quarters,
    angle,
  });
  const picture = await sealBytes(blobs, data);
  await context.store.unit.run(async () =>
    context.store.run(
      'update tray_sheet set picture = ?, width = ?, height = ?, "asRead" = ?, quarters = ?, angle = ? where id = ?',
      picture,
      info.width,
      info.height,
      asRead,
      quarters,
      angle,
      sheetId,
    ),
  );
  emitChanged(context, ['tray']);
}

/** Turned about its middle and cut to its own size again: what turns out of it is the margin. */
async function pictureOf(asRead: Buffer, { quarters, angle }: Turned) {
  const { data, info } = await sharp(asRead)
    .rotate(quarters * 90)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const upright = sharp(data, { raw: { width, height, channels } });
  if (angle === 0) return upright.jpeg({ quality: QUALITY }).toBuffer({ resolveWithObject: true });
  const whole = await upright.rotate(angle, { background: PAPER }).raw().toBuffer({ resolveWithObject: true });
  return sharp(whole.data, { raw: { width: whole.info.width, height: whole.info.height, channels } })
    .extract({
      left: Math.floor((whole.info.width - width) / 2),
      top: Math.floor((whole.info.height - height) / 2),
      width,
      height,
    })
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true });
}
