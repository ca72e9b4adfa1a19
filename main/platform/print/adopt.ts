import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFRef,
  type PDFContext,
  type PDFObject,
  type PDFPageLeaf,
} from '@cantoo/pdf-lib';
import type { Bundle } from './bundle.ts';
import { UnreadableItem } from './faults.ts';
import type { Sight, Stamper } from './stamp.ts';

const name = PDFName.of;

/** Opens a PDF of unknown origin; one that is only locked against changes opens with the empty password. */
async function open(bytes: Uint8Array, title: string): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, password: '', parseSpeed: Infinity });
    if (document.getPageCount() > 0) return document;
  } catch (error) {
    // The reader stumbles over encrypted files in several ways; the trailer says plainly that they are.
    throw new UnreadableItem(
      title,
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Encrypt') ? 'encrypted' : 'damaged',
      error,
    );
  }
  throw new UnreadableItem(title, 'empty');
}

function box(page: PDFPageLeaf): Omit<Sight, 'rotate'> {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (page.CropBox() ?? page.MediaBox())
    .asArray()
    .map((part) => (part instanceof PDFNumber ? part.asNumber() : 0));
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}

const turns = [0, 90, 180, 270] as const;
const rotationOf = (page: PDFPageLeaf): Sight['rotate'] =>
  turns[((Math.round((page.Rotate()?.asNumber() ?? 0) / 90) % 4) + 4) % 4] ?? 0;

/**
 * Signatures, stamps and notes keep their looks; actions, scripts, forms and links to other pages stay behind, so nothing
 * a scanned or received file carries can act inside the volume.
 */
function visibleAnnotations(page: PDFPageLeaf, copier: PDFObjectCopier, to: PDFContext): PDFRef[] {
  const annotations = page.Annots()?.asArray() ?? [];
  return annotations.flatMap((entry) => {
    const annotation = page.context.lookupMaybe(entry, PDFDict);
    const looks = annotation?.get(name('AP'));
    if (!annotation || !looks || annotation.get(name('Subtype')) === name('Popup')) return [];
    const copy = PDFDict.withContext(to);
    copy.set(name('Type'), name('Annot'));
    copy.set(name('Subtype'), name('Stamp'));
    for (const key of ['Rect', 'AP', 'AS', 'F'].map(name)) {
      const value = annotation.get(key);
      if (value) copy.set(key, copier.copy(value));
    }
    return [to.register(copy)];
  });
}

/** Links made by `itemLink` of a catalogue page: one clickable area for each row, with the item it leads to. */
export interface RowLink {
  item: number;
  rect: [number, number, number, number];
}

const itemScheme = 'item:';
export const itemLink = (index: number): string => `${itemScheme}${index}`;

function rowLinks(page: PDFPageLeaf): RowLink[] {
  const links = new Map<number, RowLink['rect']>();
  for (const entry of page.Annots()?.asArray() ?? []) {
    const annotation = page.context.lookupMaybe(entry, PDFDict);
    const address = annotation?.lookupMaybe(name('A'), PDFDict)?.get(name('URI'))?.toString() ?? '';
    const index = address.startsWith(`(${itemScheme}`) ? Number(address.slice(itemScheme.length + 1, -1)) : Number.NaN;
    const rect = annotation
      ?.lookupMaybe(name('Rect'), PDFArray)
      ?.asArray()
      .map((part) => (part instanceof PDFNumber ? part.asNumber() : 0));
    if (Number.isNaN(index) || !rect) continue;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect;
    const known = links.get(index) ?? [x1, y1, x2, y2];
    links.set(index, [Math.min(known[0], x1), Math.min(known[1], y1), Math.max(known[2], x2), Math.max(known[3], y2)]);
  }
  return [...links].map(([item, rect]) => ({ item, rect }));
}

export interface Adoption {
  /** Text stamped on a page by its number within the item, counted from 1; null leaves the page as it is. */
  stamp: ((page: number, pages: number) => string) | null;
  stamper: Stamper;
  /** First page of an item, for links of catalogue rows. */
  pageOfItem?: (item: number) => PDFRef | undefined;
}

/** The page with a number in its corner; what the page drew before cannot disturb it. */
function withStamp(
  entries: Map<PDFName, PDFObject>,
  context: PDFContext,
  text: string,
  sight: Sight,
  stamper: Stamper,
): void {
  const resources = context.lookupMaybe(entries.get(name('Resources')), PDFDict);
  const ours = resources
    ? PDFDict.fromMapWithContext(new Map(resources.entries()), context)
    : PDFDict.withContext(context);
  const fonts = context.lookupMaybe(ours.get(name('Font')), PDFDict);
  const oursFonts = fonts
    ? PDFDict.fromMapWithContext(new Map(fonts.entries()), context)
    : PDFDict.withContext(context);
  oursFonts.set(stamper.fontKey, stamper.fontRef);
  ours.set(name('Font'), oursFonts);
  entries.set(name('Resources'), ours);
  const drawn = entries.get(name('Contents'));
  const list = drawn instanceof PDFRef ? context.lookup(drawn) : drawn;
  const before = list instanceof PDFArray ? list.asArray() : drawn ? [drawn] : [];
  const contents = PDFArray.withContext(context);
  for (const part of [
    context.register(context.stream('q\n')),
    ...before,
    context.register(context.stream(`\nQ\n${stamper.operators(text, sight)}\n`)),
  ])
    contents.push(part);
  entries.set(name('Contents'), contents);
}

/** The fonts every reader has (ISO 32000-1, 9.6.2.2). */
const everywhere = /^\/(Times|Helvetica|Courier|Symbol|ZapfDingbats)/;

/** Whether text of the file is drawn with fonts it does not carry: another machine may show other shapes, or none. */
function lacksFonts(context: PDFContext): boolean {
  return context.enumerateIndirectObjects().some(([, object]) => {
    if (!(object instanceof PDFDict)) return false;
    if (object.get(name('Type')) === name('FontDescriptor'))
      return (
        !['FontFile', 'FontFile2', 'FontFile3'].some((key) => object.has(name(key))) &&
        !everywhere.test(object.get(name('FontName'))?.toString() ?? '')
      );
    const isOfComposite = object.get(name('Subtype'))?.toString().startsWith('/CIDFontType') === true;
    return isOfComposite && !object.has(name('FontDescriptor'));
  });
}

/** Readers repair what they can and skip the rest; in evidence a page that would lack something is no page. */
function refuseHoles(pages: PDFPageLeaf[], context: PDFContext, title: string): void {
  const isMissing = pages.some(
    (page) => page.get(name('Contents')) !== undefined && page.lookup(name('Contents')) === undefined,
  );
  const isBroken = context.enumerateIndirectObjects().some(([, object]) => object instanceof PDFInvalidObject);
  if (isMissing || isBroken) throw new UnreadableItem(title, 'damaged');
}

/** The pages taken in, in order, and what the catalogue should say of them; '' where there is nothing to say. */
export interface Adopted {
  pages: PDFRef[];
  note: string;
}

/**
 * Takes the pages of a PDF into the bundle.
 * @throws UnreadableItem when the file is encrypted, damaged or has no page
 */
export async function adoptPdf(bundle: Bundle, bytes: Uint8Array, title: string, adoption: Adoption): Promise<Adopted> {
  const source = await open(bytes, title);
  const { context } = bundle;
  const copier = PDFObjectCopier.for(source.context, context);
  const pages = source.getPages().map((page) => page.node);
  const refs = pages.map((page, index) => {
    const entries = new Map<PDFName, PDFObject>([
      [name('Type'), name('Page')],
      [name('Parent'), bundle.pageTree],
    ]);
    for (const key of ['MediaBox', 'CropBox', 'Rotate', 'Resources', 'Contents', 'Group', 'UserUnit'].map(name)) {
      const value = page.getInheritableAttribute(key);
      if (value) entries.set(key, copier.copy(value));
    }
    if (adoption.stamp)
      withStamp(
        entries,
        context,
        adoption.stamp(index + 1, pages.length),
        { ...box(page), rotate: rotationOf(page) },
        adoption.stamper,
      );
    const links = rowLinks(page).flatMap(({ item, rect }) => {
      const target = adoption.pageOfItem?.(item);
      return target
        ? [
            context.register(
              context.obj({
                Type: 'Annot',
                Subtype: 'Link',
                Rect: rect,
                Border: [0, 0, 0],
                Dest: [target, name('XYZ'), null, null, null],
              }),
            ),
          ]
        : [];
    });
    const annotations = [...visibleAnnotations(page, copier, context), ...links];
    if (annotations.length > 0) entries.set(name('Annots'), context.obj(annotations));
    return context.register(PDFDict.fromMapWithContext(entries, context));
  });
  refuseHoles(pages, context, title);
  return { pages: refs, note: lacksFonts(source.context) ? '字体未嵌入' : '' };
}
