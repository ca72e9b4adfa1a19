import { CustomFontSubsetEmbedder, PDFName, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import type { Fonts } from './fonts.ts';
import { mm } from './page.ts';

/** Where page numbers of a volume stand (案卷评查 asks for 右下角, archive custom is 右上角). */
export type StampPlace = '右下角' | '右上角';

/** What is seen of a page: its visible box in default user space and how it is turned. */
export interface Sight {
  x: number;
  y: number;
  width: number;
  height: number;
  rotate: 0 | 90 | 180 | 270;
}

export interface Stamper {
  /** Key under which a page's resources name the font. */
  fontKey: PDFName;
  fontRef: PDFRef;
  /** Drawing operators that put a text into the corner of a page, as the reader sees it; `side` left is the corner across. */
  operators(text: string, sight: Sight, side?: 'left' | 'right'): string;
  /** Writes the font with the characters used; after the last stamp. */
  embed(): Promise<void>;
}

const size = 11;
const inset = mm(10);

/** Transformation from the page as the reader sees it (origin at its lower left) to the page as it is stored. */
function toStored({ x, y, width, height, rotate }: Sight): [number, number, number, number, number, number] {
  if (rotate === 90) return [0, 1, -1, 0, x + width, y];
  if (rotate === 180) return [-1, 0, 0, -1, x + width, y + height];
  if (rotate === 270) return [0, -1, 1, 0, x, y + height];
  return [1, 0, 0, 1, x, y];
}

const figure = (value: number): string => String(Number(value.toFixed(3)));

/** Numbers pages in one font whose subset is written at the end. */
export async function createStamper(context: PDFContext, fonts: Fonts, place: StampPlace): Promise<Stamper> {
  const parsed = fonts.parsed('hei');
  const font = await CustomFontSubsetEmbedder.for({ create: () => parsed }, new Uint8Array());
  const fontRef = context.nextRef();
  const operators: Stamper['operators'] = (text, sight, side = 'right') => {
    const [seenWidth, seenHeight] =
      sight.rotate % 180 === 0 ? [sight.width, sight.height] : [sight.height, sight.width];
    const textWidth = font.widthOfTextAtSize(text, size);
    const left = side === 'left' ? inset : seenWidth - inset - textWidth;
    const bottom = place === '右下角' ? inset : seenHeight - inset - size;
    const code = font.encodeText(text).toString();
    // White behind the number keeps it legible on a dark scan; the original is sealed as it was.
    const behind = [left - 2, bottom - 3, textWidth + 4, size + 3].map(figure).join(' ');
    return `q ${toStored(sight).map(figure).join(' ')} cm 1 g ${behind} re f 0 g BT /${stampFont} ${size} Tf 0 Tr 1 0 0 1 ${figure(left)} ${figure(bottom)} Tm ${code} Tj ET Q`;
  };
  return {
    fontKey: PDFName.of(stampFont),
    fontRef,
    operators,
    embed: async () => void (await font.embedIntoContext(context, fontRef)),
  };
}

const stampFont = 'VolumePageNumber';
