import {
  PDFContext,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { join } from './bytes.ts';

/** One entry of the outline (书签): a title and the page it opens. */
export interface Bookmark {
  title: string;
  page: PDFRef;
}
/** A run of pages with one way of counting: a prefix, or numbers from 1. */
export interface PageLabel {
  from: number;
  prefix?: string;
}

export interface Ending {
  pages: PDFRef[];
  bookmarks: Bookmark[];
  labels: PageLabel[];
  title: string;
  author: string;
  date: string;
}

/**
 * A PDF written object by object: pages go out as soon as they are whole, so a volume of thousands of scans needs the
 * memory of its largest item and of its own bytes, not of all its objects at once.
 */
export interface Bundle {
  context: PDFContext;
  /** The root of the page tree, the parent of every page. */
  pageTree: PDFRef;
  /** Writes every object made so far and forgets it; numbers reserved for later objects stay reserved. */
  flush(): void;
  /** Forgets every object made since the last flush: an item that turned out to be unreadable leaves nothing behind. */
  discard(): void;
  /** Writes catalogue, outline and cross-reference table; `pages` in reading order. */
  finish(ending: Ending): Uint8Array;
}

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** An object as the file holds it. The contents of a stream are taken as they are, without a copy. */
function serialized(ref: PDFRef, object: PDFObject): Uint8Array[] {
  const head = `${ref.objectNumber} 0 obj\n`;
  if (object instanceof PDFRawStream) {
    object.updateDict();
    return [latin(`${head}${object.dict.toString()}\nstream\n`), object.getContents(), latin('\nendstream\nendobj\n')];
  }
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return [latin(head), bytes, latin('\nendobj\n')];
}

function outline(context: PDFContext, bookmarks: Bookmark[]): PDFRef {
  const root = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  bookmarks.forEach(({ title, page }, index) => {
    const [before, after, own] = [refs[index - 1], refs[index + 1], refs[index]];
    if (!own) return;
    context.assign(
      own,
      context.obj({
        Title: PDFHexString.fromText(title),
        Parent: root,
        Dest: [page, PDFName.of('XYZ'), null, null, null],
        ...(before ? { Prev: before } : {}),
        ...(after ? { Next: after } : {}),
      }),
    );
  });
  const [first, last] = [refs[0], refs.at(-1)];
  context.assign(
    root,
    context.obj({ Type: 'Outlines', ...(first && last ? { First: first, Last: last, Count: refs.length } : {}) }),
  );
  return root;
}

/** PDF date of a day; fixed by the papers, so that equal input gives equal bytes. */
const pdfDay = (day: string): PDFString => PDFString.of(`D:${day.replaceAll('-', '')}000000+08'00'`);

function catalogue(context: PDFContext, pageTree: PDFRef, bookmarks: Bookmark[], labels: PageLabel[]): PDFRef {
  return context.register(
    context.obj({
      Type: 'Catalog',
      Pages: pageTree,
      Lang: PDFString.of('zh-CN'),
      PageMode: 'UseOutlines',
      Outlines: outline(context, bookmarks),
      ViewerPreferences: { DisplayDocTitle: true },
      PageLabels: {
        Nums: labels.flatMap(({ from, prefix }) => [
          from,
          prefix === undefined ? context.obj({ S: 'D' }) : context.obj({ P: PDFHexString.fromText(prefix) }),
        ]),
      },
    }),
  );
}

function documentInfo(context: PDFContext, { title, author, date }: Pick<Ending, 'title' | 'author' | 'date'>): PDFRef {
  return context.register(
    context.obj({
      Title: PDFHexString.fromText(title),
      Author: PDFHexString.fromText(author),
      Creator: PDFHexString.fromText('案卷工作站'),
      Producer: PDFHexString.fromText('案卷工作站'),
      CreationDate: pdfDay(date),
      ModDate: pdfDay(date),
    }),
  );
}

export function createBundle(): Bundle {
  const context = PDFContext.create();
  const chunks: Uint8Array[] = [latin('%PDF-1.7\n%\u00e5\u00e5\u00e5\u00e5\n')];
  let index = chunks[0]?.length ?? 0;
  const offsets: number[] = [];
  const pageTree = context.nextRef();
  const put = (bytes: Uint8Array): void => {
    chunks.push(bytes);
    index += bytes.length;
  };
  const flush = (): void => {
    for (const [ref, object] of context.enumerateIndirectObjects()) {
      offsets[ref.objectNumber] = index;
      serialized(ref, object).forEach(put);
      context.delete(ref);
    }
  };
  const discard = (): void => {
    for (const [ref] of context.enumerateIndirectObjects()) context.delete(ref);
  };
  const finish: Bundle['finish'] = ({ pages, bookmarks, labels, title, author, date }) => {
    context.assign(pageTree, context.obj({ Type: 'Pages', Count: pages.length, Kids: pages }));
    const root = catalogue(context, pageTree, bookmarks, labels);
    const info = documentInfo(context, { title, author, date });
    flush();
    const size = context.largestObjectNumber + 1;
    const entries = Array.from({ length: size }, (_, number) =>
      offsets[number] === undefined
        ? '0000000000 65535 f \n'
        : `${String(offsets[number]).padStart(10, '0')} 00000 n \n`,
    );
    const table = index;
    put(
      latin(
        `xref\n0 ${size}\n${entries.join('')}trailer\n${context.obj({ Size: size, Root: root, Info: info }).toString()}\nstartxref\n${table}\n%%EOF\n`,
      ),
    );
    return join(chunks);
  };
  return { context, pageTree, flush, discard, finish };
}
