import { configure, type FileEntry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { UnreadableScan } from './scan-page.ts';

// The thread it runs in is one already.
configure({ useWebWorkers: false });

/** All that is read of a file unpacks to no more than this, whatever the file says of its size. */
const mostUnpacked = 64 * 1024 * 1024;

const PAGE = /<(?:\w+:)?Page\s[^>]*?BaseLoc="([^"]+)"/g;
/** What says where a text stands, and the text itself (GB/T 33190-2016, 11.2). */
const TEXT = /<(?:\w+:)?(TextObject|TextCode)\b([^>]*)>([^<]*)/g;
/** Pieces whose tops are no farther apart, in millimetres, stand on one line. */
const sameLine = 1;

/** The words of an OFD (版式文件), page by page: at most `most` characters; none where its pages are pictures. */
export async function ofdWords(bytes: Uint8Array, most: number): Promise<string> {
  try {
    const parts = await partsOf(bytes);
    let words = '';
    for (const path of await pagesOf(parts)) {
      if (words.length >= most) break;
      words += `${linesIn(await parts.read(path))}\n`;
    }
    return words.slice(0, most);
  } catch (error) {
    throw error instanceof UnreadableScan ? error : new UnreadableScan('damaged', error);
  }
}

interface Parts {
  paths: readonly string[];
  /** '' where there is no such part. */
  read: (path: string) => Promise<string>;
}

async function partsOf(bytes: Uint8Array): Promise<Parts> {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const files = new Map(
    entries.filter((entry): entry is FileEntry => !entry.directory).map((entry) => [entry.filename, entry]),
  );
  let left = mostUnpacked;
  const read = async (path: string): Promise<string> => {
    const decoder = new TextDecoder();
    let text = '';
    const sink = new WritableStream<Uint8Array>({
      write: (chunk) => {
        left -= chunk.length;
        if (left < 0) throw new UnreadableScan('too-large');
        text += decoder.decode(chunk, { stream: true });
      },
    });
    await files
      .get(path)
      ?.getData(sink)
      .catch((error: unknown) => {
        throw left < 0 ? new UnreadableScan('too-large', error) : error;
      });
    return text + decoder.decode();
  };
  return { paths: [...files.keys()], read };
}

/** The paths of its pages in the order of its documents. */
async function pagesOf({ paths, read }: Parts): Promise<string[]> {
  const documents = paths.filter((path) => /(^|\/)Document\.xml$/.test(path)).toSorted();
  const pages: string[] = [];
  for (const document of documents) {
    const folder = document.slice(0, -'Document.xml'.length);
    for (const [, place = ''] of (await read(document)).matchAll(PAGE))
      pages.push(place.startsWith('/') ? place.slice(1) : folder + place);
  }
  return pages;
}

/** What stands on a page, a line for each height: some programs write each character as a piece of its own. */
function linesIn(xml: string): string {
  let text = '';
  let line: number | null = null;
  for (const [, kind, attributes = '', content = ''] of xml.matchAll(TEXT)) {
    if (kind === 'TextCode') {
      text += withoutEntities(content);
      continue;
    }
    const top = Number(/\bBoundary="\S+\s+(\S+)/.exec(attributes)?.[1]);
    if (line !== null && !(Math.abs(top - line) < sameLine)) text += '\n';
    line = top;
  }
  return text;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const withoutEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name)] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
