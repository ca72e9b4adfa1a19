import { useEffect, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Where a field stands on a page, in parts of its width and height. */
export interface PageBox {
  field: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

const PREFIX = 'field:';

/** No paper that is being written is longer; what comes after has no boxes. */
const MOST_PAGES = 40;

/** The boxes that the printer put round the fields of one page: links whose target is called by the field. */
async function boxesOf(pdf: PDFDocumentProxy, number: number): Promise<PageBox[]> {
  const page = await pdf.getPage(number);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const [wide, high] = [right - left, top - bottom];
  const links: { dest?: unknown; rect: number[] }[] = await page.getAnnotations();
  return links.flatMap(({ dest, rect }) => {
    if (typeof dest !== 'string' || !dest.startsWith(PREFIX)) return [];
    // Points from the lower left corner, as PDF counts them.
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect;
    return [
      {
        field: dest.slice(PREFIX.length),
        left: (x1 - left) / wide,
        top: (top - y2) / high,
        width: (x2 - x1) / wide,
        height: (y2 - y1) / high,
      },
    ];
  });
}

const none: readonly PageBox[][] = [];

/** The boxes of all pages, those of the last source until the new ones are known; nothing for a source whose fields are not asked for. */
export function usePageBoxes(pdf: PDFDocumentProxy | undefined, wanted: boolean): readonly PageBox[][] {
  const [boxes, setBoxes] = useState(none);
  useEffect(() => {
    if (pdf === undefined || !wanted) return undefined;
    let gone = false;
    const numbers = Array.from({ length: Math.min(pdf.numPages, MOST_PAGES) }, (_, index) => index + 1);
    // A document that was replaced meanwhile answers nothing; its successor does.
    void Promise.all(numbers.map((number) => boxesOf(pdf, number))).then(
      (found) => {
        if (!gone) setBoxes(found);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [pdf, wanted]);
  return boxes;
}

/** How far beside a box a click still means it, in parts of the page. */
const NEAR = 0.006;

/** The field at a point of a page; where boxes lie in each other, the smallest. */
export function fieldAt(boxes: readonly PageBox[], x: number, y: number): string | undefined {
  return boxes
    .filter(
      ({ left, top, width, height }) =>
        x >= left - NEAR && x <= left + width + NEAR && y >= top - NEAR && y <= top + height + NEAR,
    )
    .toSorted((a, b) => a.width * a.height - b.width * b.height)[0]?.field;
}

/** The box of a field; of one without a box that of the nearest field of the form before it, else after it. Null where none has one. */
export function nearestBox(
  boxes: readonly (readonly PageBox[])[],
  fields: readonly string[],
  field: string,
): { page: number; field: string } | null {
  const at = fields.indexOf(field);
  const order = at < 0 ? [field] : [...fields.slice(0, at + 1).toReversed(), ...fields.slice(at + 1)];
  for (const key of order) {
    const page = boxes.findIndex((onPage) => onPage.some((box) => box.field === key));
    if (page >= 0) return { page, field: key };
  }
  return null;
}
