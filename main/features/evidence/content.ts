import { fileTypeFromBuffer } from 'file-type';
import { RefusalError } from '../../platform/refusal-error.ts';

/** Bytes kept from both ends of a file to tell what it is and whether its end is there. */
export const headBytes = 4_100;
export const tailBytes = 2_048;

const accepted =
  /^(image\/(jpeg|png|webp|tiff|gif|bmp|heic|avif)|audio\/|video\/|application\/(pdf|zip|msword|rtf|ofd|vnd\.(ms-|openxmlformats|oasis)|x-cfb))/;
const text = /\.(txt|csv|log|md|json|xml|html?|srt|vtt)$/i;

/**
 * What the content really is (its MIME type), from its first bytes and not from its name. Refuses kinds that are no
 * evidence (programs, unknown binaries) and documents whose end is missing.
 */
export async function mimeOf(fileName: string, declared: string, head: Uint8Array, tail: Uint8Array): Promise<string> {
  const detected = (await fileTypeFromBuffer(head))?.mime;
  if (detected === undefined) {
    if (text.test(fileName) && !head.includes(0)) return 'text/plain';
    throw new RefusalError({ code: 'file', name: fileName, why: 'type', limit: null });
  }
  // WebM and MP4 look alike with and without pictures; the declared kind says which.
  const mime = /^video\/(webm|mp4)$/.test(detected) && declared.startsWith('audio/') ? declared : detected;
  if (!accepted.test(mime)) throw new RefusalError({ code: 'file', name: fileName, why: 'type', limit: null });
  if (lacksEnd(mime, tail)) throw new RefusalError({ code: 'file', name: fileName, why: 'incomplete', limit: null });
  return mime;
}

function lacksEnd(mime: string, tail: Uint8Array): boolean {
  const end = Buffer.from(tail);
  if (mime === 'application/pdf') return !end.includes('%%EOF');
  if (mime === 'image/png') return !end.includes('IEND');
  return mime === 'image/jpeg' && !end.includes(Buffer.from([0xff, 0xd9]));
}
