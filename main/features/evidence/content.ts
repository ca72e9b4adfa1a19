import { fileTypeFromBuffer } from 'file-type';
import { pdfBeginning } from '../../../shared/file-content/whole-file.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { encodingOf } from '../../platform/text-encoding.ts';

/** Bytes kept from both ends of a file to tell what it is: the end of an archive lists what is in it. */
export const headBytes = 4_100;
export const tailBytes = 65_536;

/** A file as its content shows it: the beginning and the end of it, and whether its end is missing. */
export interface SeenContent {
  head: Uint8Array;
  tail: Uint8Array;
  lacksEnd: boolean;
}

const program = /^application\/(x-msdownload|x-elf|x-mach-binary|java-vm|vnd\.microsoft\.portable-executable)$/;
const textName = /\.(txt|csv|log|md|json|xml|html?|srt|vtt|ini|eml)$/i;
const unknown = 'application/octet-stream';

/**
 * What the content really is (its MIME type), from its bytes and not from its name. Whatever people bring is taken in, readable here or not;
 * refused are programs, which nobody should pass on, and files whose end is missing, which can be had again.
 */
export async function mimeOf(fileName: string, declared: string, content: SeenContent): Promise<string> {
  const detected = await kindOf(fileName, content);
  if (program.test(detected)) throw new RefusalError({ code: 'file', name: fileName, why: 'program', limit: null });
  if (content.lacksEnd) throw new RefusalError({ code: 'file', name: fileName, why: 'incomplete', limit: null });
  // WebM and MP4 look alike with and without pictures; the declared kind says which.
  return /^video\/(webm|mp4)$/.test(detected) && declared.startsWith('audio/') ? declared : detected;
}

async function kindOf(fileName: string, { head, tail }: SeenContent): Promise<string> {
  const pdfAt = pdfBeginning(head);
  if (pdfAt === 0) return 'application/pdf';
  const isText = encodingOf(head, true) !== null;
  // Short texts begin with the bytes of anything: BM, MZ, ID3.
  if (isText && textName.test(fileName)) return 'text/plain';
  const detected = (await fileTypeFromBuffer(head))?.mime;
  if (detected === 'application/zip') return inArchive(head, tail);
  if (detected === 'application/x-cfb') return inCompoundFile(head, tail);
  if (detected !== undefined) return isMarkup(detected) ? 'text/plain' : detected;
  if (pdfAt > 0) return 'application/pdf';
  return isText ? 'text/plain' : unknown;
}

/** What a browser might run is looked at as the text it is. */
const isMarkup = (mime: string): boolean => mime.startsWith('text/') || mime === 'application/xml';

const office = 'application/vnd.openxmlformats-officedocument';
/** Kinds that are a ZIP, by a name that is only in them. */
const archives: readonly [name: string, mime: string][] = [
  ['OFD.xml', 'application/ofd'],
  ['word/', `${office}.wordprocessingml.document`],
  ['xl/', `${office}.spreadsheetml.sheet`],
  ['ppt/', `${office}.presentationml.presentation`],
];

/** Names stand at the head of each part of an archive, and once more in the list at its end. */
function inArchive(head: Uint8Array, tail: Uint8Array): string {
  const ends = [head, tail].map((bytes) => Buffer.from(bytes));
  return archives.find(([name]) => ends.some((end) => end.includes(name)))?.[1] ?? 'application/zip';
}

/** Kinds that are a compound file of Microsoft, by the name of a stream; WPS writes the same. */
const compounds: readonly [stream: string, mime: string][] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['__substg1.0_', 'application/vnd.ms-outlook'],
];

/** The list of streams stands anywhere in such a file; where it is at neither end, the kind stays unsaid. */
function inCompoundFile(head: Uint8Array, tail: Uint8Array): string {
  const ends = [head, tail].map((bytes) => Buffer.from(bytes));
  const isIn = (stream: string): boolean => ends.some((end) => end.includes(Buffer.from(stream, 'utf16le')));
  return compounds.find(([stream]) => isIn(stream))?.[1] ?? 'application/x-cfb';
}
