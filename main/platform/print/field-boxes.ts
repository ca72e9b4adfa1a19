import type { FieldPlace, Placed } from './field-place.ts';
import type { LaidOutPage, PageItem, PdfDocument } from './pdfmake.ts';

/** Where a line of a field stands on a page, in points from its upper left corner. */
export interface FieldBox {
  page: number;
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Less than this is no text that could be pointed at. */
const leastWidth = 4;

/** The boxes of all fields, a box for each line of each; a field that says nothing yet has the box of its name. */
export function fieldBoxes(pages: readonly LaidOutPage[]): FieldBox[] {
  const boxes = boxesIn(pages).filter(({ as }) => as === 'value' || as === 'label');
  const withValue = new Set(boxes.filter(({ as }) => as === 'value').map(({ key }) => key));
  return boxes.filter(({ as, key }) => as === 'value' || !withValue.has(key));
}

export type AnyBox = FieldBox & Pick<FieldPlace, 'as'>;

/** Every stretch of text that carries its place, as a box for each of its lines. */
export function boxesIn(pages: readonly LaidOutPage[]): AnyBox[] {
  const said = new Map<Placed, number>();
  return pages.flatMap((page, index) => boxesOf(page, index, said)).filter(({ width }) => width >= leastWidth);
}

function boxesOf({ items }: LaidOutPage, page: number, said: Map<Placed, number>): AnyBox[] {
  const shifts: number[] = [];
  return items.flatMap((entry) => {
    if (entry.type === 'beginVerticalAlignment') shifts.push(shiftOf(entry));
    if (entry.type === 'endVerticalAlignment') shifts.pop();
    return entry.type === 'line'
      ? boxesOfLine(
          entry,
          page,
          shifts.reduce((sum, shift) => sum + shift, 0),
          said,
        )
      : [];
  });
}

/** By how much a cell that stands in the middle of its row is moved; the renderer does the same. */
function shiftOf({ item }: PageItem): number {
  if (item?.isCellContentMultiPage || item?.verticalAlignment !== 'middle') return 0;
  return -((item.getNodeHeight?.() ?? 0) - (item.getViewHeight?.() ?? 0)) / 2;
}

/** One box for each field of a line, from its first piece to its last. */
function boxesOfLine({ item }: PageItem, page: number, shift: number, said: Map<Placed, number>): AnyBox[] {
  const byField = new Map<string, AnyBox>();
  for (const { placed, text, x, width } of item?.inlines ?? []) {
    if (placed === undefined) continue;
    const from = placed.begin + (said.get(placed) ?? 0);
    said.set(placed, (said.get(placed) ?? 0) + text.length);
    for (const { key, as, from: first, to } of placed.places) {
      if (from >= to || from + text.length <= first) continue;
      const left = (item?.x ?? 0) + x;
      const before = byField.get(`${as} ${key}`);
      const start = before?.x ?? left;
      byField.set(`${as} ${key}`, {
        page,
        key,
        as,
        x: start,
        y: (item?.y ?? 0) + shift,
        width: left + width - start,
        height: item?.getHeight?.() ?? 0,
      });
    }
  }
  return [...byField.values()];
}

/** What a box is called in the PDF: the page finds it by this. */
export const boxName = (key: string): string => `field:${key}`;

/** Writes the boxes into a document as links that lead nowhere, each called by its field; they show nothing and print nothing. */
export function writeBoxes(document: PdfDocument, boxes: readonly FieldBox[]): void {
  let page = 0;
  document.on('pageAdded', () => {
    for (const { key, x, y, width, height } of boxes.filter((box) => box.page === page))
      document.goTo(x, y, width, height, boxName(key));
    page += 1;
  });
}
