import sharp from 'sharp';

const edge = 320;
/** Kinds the picture library reads; others (BMP, HEIC) are kept and named. */
const readable = /^image\/(jpeg|png|webp|tiff|gif|avif)$/;
/** Above this the picture is kept but has no thumbnail: it would need more memory than a thumbnail is worth. */
const largestPicture = 200 * 1024 * 1024;

/**
 * A JPEG of at most 320 px for pictures, made in memory and sealed like everything else; undefined for other kinds, and for a picture
 * that the library cannot read: taking it in does not depend on that.
 */
export async function thumbnailOf(
  mime: string,
  bytes: number,
  read: () => Promise<Buffer>,
): Promise<Buffer | undefined> {
  if (!readable.test(mime) || bytes > largestPicture) return undefined;
  const content = await read();
  try {
    return await sharp(content, { failOn: 'none' })
      .rotate()
      .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 78 })
      .toBuffer();
  } catch {
    return undefined;
  }
}
