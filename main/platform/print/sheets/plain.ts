import type { Content } from 'pdfmake/interfaces';
import { composeFitting, createTypesetter, type Printed } from '../compose.ts';
import type { Fonts } from '../fonts.ts';
import type { Kit } from '../layouts/kit.ts';
import { pageFooter } from '../layouts/parts.ts';
import { a4, formMargins, type Margins } from '../page.ts';

/** A page that no template describes: letters to oneself, cards, lists for a court. */
export interface PlainSheet {
  title: string;
  author: string;
  /** `YYYY-MM-DD` or a moment; the day in the file's properties. */
  date: string;
  landscape?: boolean;
  margins?: Margins;
  size?: number;
  pitch?: number;
  /** Without 第 x 页 共 y 页, where the page is one of a numbered volume. */
  withoutFooter?: boolean;
}

const turned: Margins = {
  left: formMargins.top,
  right: formMargins.bottom,
  top: formMargins.left,
  bottom: formMargins.right,
};

/** Prints a plain sheet; `fill` gets the typesetter, how close to set, and the width between the margins in points. */
export async function printPlain(
  sheet: PlainSheet,
  fonts: Fonts,
  fill: (kit: Pick<Kit, 'set' | 'density'>, width: number) => Content,
): Promise<Printed> {
  const setter = createTypesetter(fonts);
  const margins = sheet.margins ?? (sheet.landscape ? turned : formMargins);
  const width = (sheet.landscape ? a4.height : a4.width) - margins.left - margins.right;
  const size = sheet.size ?? 12;
  return composeFitting(
    (density) => ({
      title: sheet.title,
      author: sheet.author,
      date: sheet.date.slice(0, 10),
      margins,
      landscape: sheet.landscape,
      size,
      pitch: sheet.pitch ?? size * 1.5,
      footer: sheet.withoutFooter ? undefined : pageFooter(setter, margins),
      content: fill({ set: setter.set, density }, width),
    }),
    setter,
    fonts,
  );
}
