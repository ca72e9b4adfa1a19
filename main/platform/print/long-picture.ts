import { a4 } from './page.ts';

/** A part of a picture, in its pixels. */
export interface Cut {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** From this shape on (length : breadth) a picture is cut: on one sheet the screenshot of a long chat is a strip nobody can read. */
const longShape = 3;
/** A line across a seam is whole on one of the two sheets. */
const overlap = 0.06;
/** What is narrower than this has no words; what gives more sheets is no record of anything. */
const leastBreadth = 200;
const mostSheets = 300;

/** The parts of a long picture, each of the shape of a sheet, from its beginning on; none where it goes on one sheet as it is. */
export function cutsOf({ width, height }: { width: number; height: number }): Cut[] {
  const [length, breadth] = height > width ? [height, width] : [width, height];
  if (length / breadth < longShape || breadth < leastBreadth) return [];
  const part = Math.round(breadth * (a4.height / a4.width));
  const step = Math.round(part * (1 - overlap));
  const count = Math.ceil((length - part) / step) + 1;
  if (count > mostSheets) return [];
  return Array.from({ length: count }, (_, index) => {
    const begin = Math.min(index * step, length - part);
    return height > width ? { left: 0, top: begin, width, height: part } : { left: begin, top: 0, width: part, height };
  });
}
