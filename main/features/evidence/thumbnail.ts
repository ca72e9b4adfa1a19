import sharp from 'sharp';
import { RefusalError } from '../../platform/refusal-error.ts';

const edge = 320;
/** Kinds the picture library reads; others (BMP, HEIC) are kept and shown by their name. */
const readable = /^image\/(jpeg|png|webp|tiff|gif|avif)$/;
/** Above this the picture is kept but has no thumbnail: it would need more memory than a thumbnail is worth. */
const largestPicture = 200 * 1024 * 1024;

/**
 * A JPEG of at most 320 px for pictures, made in memory and sealed like everything else; undefined for other kinds.
 * A picture that breaks off in the middle is refused here, before the case knows it.
 */
export async function thumbnailOf(
  fileName: string,
  mime: string,
  bytes: number,
  read: () => Promise<Buffer>,
): Promise<Buffer | undefined> {
  if (!readable.test(mime) || bytes > largestPicture) return undefined;
  try {
    return await sharp(await read(), { failOn: 'truncated' })
      .rotate()
      .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 78 })
      .toBuffer();
  } catch {
    throw new RefusalError({ code: 'file', name: fileName, why: 'content', limit: null });
  }
}
