import { CustomFontSubsetEmbedder, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { Fonts } from './fonts.ts';

const markFont = PDFName.of('PageMark');
/** Hollow letters hide nothing of the page below, a scan or a photo included. */
const outline = '1 Tr 1.2 w 0.85 0.45 0.42 RG';
const figure = (value: number): string => String(Number(value.toFixed(2)));

/** Draws a word across every page, whatever the page holds. Equal input gives equal bytes. */
export async function markPages(pdf: Uint8Array, word: string, fonts: Fonts): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context } = document;
  const parsed = fonts.parsed('hei');
  const font = await CustomFontSubsetEmbedder.for({ create: () => parsed }, new Uint8Array());
  const fontRef = context.nextRef();
  const text = font.encodeText(word).toString();
  const [save, restore] = ['q\n', '\nQ\n'].map((operators) => context.register(context.stream(operators)));
  for (const page of document.getPages()) {
    const { x, y, width, height } = page.getCropBox();
    const size = (width / (word.length + 1)) * 0.9;
    const [cos, sin] = [Math.cos(Math.PI / 5), Math.sin(Math.PI / 5)];
    const half = font.widthOfTextAtSize(word, size) / 2;
    const at = [x + width / 2 - half * cos + (size / 3) * sin, y + height / 2 - half * sin - (size / 3) * cos];
    const place = [cos, sin, -sin, cos, ...at].map(figure).join(' ');
    page.node.normalize();
    page.node.setFontDictionary(markFont, fontRef);
    // What a page leaves turned or coloured would turn the mark too.
    if (save !== undefined && restore !== undefined) page.node.wrapContentStreams(save, restore);
    const operators = `q BT /${markFont.decodeText()} ${figure(size)} Tf ${outline} ${place} Tm ${text} Tj ET Q`;
    page.node.addContentStream(context.register(context.stream(operators)));
  }
  await font.embedIntoContext(context, fontRef);
  return document.save({ addDefaultPage: false, updateFieldAppearances: false });
}
