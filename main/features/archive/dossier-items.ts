import { type CaseFile, isRecording } from '../../../shared/case-file.ts';
import type { CatalogueRow } from '../../../shared/contract/archive.ts';
import { recordOf } from '../../../shared/procedure/prints.ts';
import type { DossierItem } from '../../platform/print/dossier.ts';
import type { MediaCard } from '../../platform/print/sheets/media-card.ts';
import { notFound } from '../../platform/refusal-error.ts';
import type { ExhibitSm3, HashedExhibit } from '../evidence/exhibit-sm3.ts';
import { recordedLength } from '../evidence/recorded-length.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import type { VolumeItem } from './order.ts';

/** An item of a volume that can be printed or handed over: the SM3 of an exhibit is known, and how long a recording is by its own file. */
export type HashedItem =
  | Extract<VolumeItem, { kind: 'paper' }>
  | (Extract<VolumeItem, { kind: 'exhibit' }> & { exhibit: HashedExhibit; seconds: number | null });

interface Tools {
  exhibitSm3: Pick<ExhibitSm3, 'withSm3'>;
  blobs: Pick<BlobStore, 'open'>;
}

/** The item once the SM3 of its exhibit is known, which is named wherever it is printed or written out. Throws the refusal `damaged`. */
export async function hashedItem(
  item: VolumeItem,
  { exhibitSm3, blobs }: Tools,
  signal: AbortSignal,
): Promise<HashedItem> {
  if (item.kind === 'paper') return item;
  const exhibit = await exhibitSm3.withSm3(item.exhibit, signal);
  return { ...item, exhibit, seconds: await withVault(exhibit.title, () => recordedLength(blobs, exhibit)) };
}

/** The same of all items, one after the other. */
export async function hashedItems(
  items: readonly VolumeItem[],
  tools: Tools,
  signal: AbortSignal,
): Promise<HashedItem[]> {
  const hashed: HashedItem[] = [];
  for (const item of items) hashed.push(await hashedItem(item, tools, signal));
  return hashed;
}

/** The 说明卡 that stands in the volume for a recording or another file that cannot be printed (证据规定第十二条). */
export const mediaCardOf = (
  { exhibit, seconds }: Extract<HashedItem, { kind: 'exhibit' }>,
  file: CaseFile,
): MediaCard => ({
  office: file.office.name,
  caseNumber: file.case.number,
  title: exhibit.title,
  kind: exhibit.kind,
  fileName: exhibit.fileName,
  mime: exhibit.mime,
  bytes: exhibit.bytes,
  note: noteOf(exhibit),
  device: exhibit.device,
  maker: exhibit.maker,
  place: exhibit.place,
  startAt: exhibit.startAt,
  endAt: exhibit.endAt,
  seconds,
  noticeSpoken: isRecording(exhibit) ? exhibit.noticeSpoken : null,
  proves: exhibit.proves,
  transcript: exhibit.transcript,
  sha256: exhibit.sha256,
  sm3: exhibit.sm3,
  kept: '原件密封保存于本机关案卷工作站，未转码、未剪辑',
});

/** Why nothing of it is printed; a recording speaks for itself. */
function noteOf(exhibit: HashedExhibit): string {
  if (isRecording(exhibit)) return '';
  const signed = exhibit.mime === 'application/ofd' ? '，也没有核验其中的电子签章' : '';
  return `本系统不显示这种文件${signed}，内容以随卷保存的原始文件为准。`;
}

const contentOf = (item: HashedItem, file: CaseFile): DossierItem['content'] => {
  if (item.kind === 'paper') return { kind: 'pdf' };
  const { exhibit } = item;
  const card = mediaCardOf(item, file);
  if (exhibit.mime === 'application/pdf') return { kind: 'pdf', instead: card };
  if (/^image\/(jpeg|png|webp|tiff|gif|avif)$/.test(exhibit.mime)) return { kind: 'picture', instead: card };
  if (exhibit.mime !== 'text/plain') return { kind: 'card', card };
  const { title, fileName, sha256 } = exhibit;
  const encoding = exhibit.encoding === 'Big5' ? 'big5' : null;
  return { kind: 'text', file: { title, fileName, sha256, office: file.office.name, encoding }, instead: card };
};

/** Items of a volume as the printer wants them, with what the catalogue says of each. */
export const dossierItems = (rows: CatalogueRow[], items: HashedItem[], file: CaseFile): DossierItem[] =>
  items.flatMap((item, index) => {
    const row = rows[index];
    return row
      ? [
          {
            title: row.title,
            docNo: row.docNo,
            responsible: row.responsible,
            date: row.date,
            remark: row.remark,
            content: contentOf(item, file),
          },
        ]
      : [];
  });

/** The bytes of an item from the sealed store. */
export function readItem(blobs: Pick<BlobStore, 'read'>, item: VolumeItem | undefined): Promise<Uint8Array> {
  const sha256 = item?.kind === 'paper' ? recordOf(item.paper)?.sha256 : item?.exhibit.sha256;
  if (!sha256) throw notFound('exhibit');
  return blobs.read(sha256);
}
