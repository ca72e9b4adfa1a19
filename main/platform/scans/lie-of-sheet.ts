import type { PageCode } from '../../../shared/identity/page-code.ts';
import { codePlace } from '../print/code-place.ts';
import { a4, mm } from '../print/page.ts';
import type { FoundCode } from './find-codes.ts';
import { asTurn, type Lie, lieOf, misfit, type Point, type Size } from './geometry.ts';

/** How many of a page's codes were found; `several`: of several pages, so that the picture is none of them alone. */
export type Codes = 'none' | 'one' | 'both' | 'several';

/** Which page a picture shows. */
export interface Shown {
  code: Omit<PageCode, 'corner'> | null;
  codes: Codes;
}

/** A sheet found in a picture. */
export interface FoundSheet {
  size: Size;
  lie: Lie;
  /** The codes fit the sheet as a flat page seen from straight above; a photo from aside does not. */
  isFlat: boolean;
}

const sheets: readonly Size[] = [
  { width: a4.width, height: a4.height },
  { width: a4.height, height: a4.width },
];
/** Corners of codes lie nearer than this to where they belong, in points; a reading is wrong by a third of it at 150 dpi. */
const mostMisfit = mm(0.25);

/** All codes must say the same page, each in a foot of its own. */
export function shownBy(found: readonly FoundCode[]): Shown {
  const [first] = found;
  if (first === undefined) return { code: null, codes: 'none' };
  const isOnePage = found.every(({ printId, page }) => printId === first.printId && page === first.page);
  const isOnce = new Set(found.map(({ corner }) => corner)).size === found.length;
  if (!isOnePage || !isOnce) return { code: null, codes: 'several' };
  return { code: { printId: first.printId, page: first.page }, codes: found.length === 2 ? 'both' : 'one' };
}

/** Corners of a code on a sheet, clockwise from its upper left one. */
export function cornersOn({ width, height }: Size, corner: PageCode['corner']): Point[] {
  const { side, bottom, left, right } = codePlace;
  const x = corner === 'left' ? left : width - right - side;
  const y = height - bottom - side;
  return [
    { x, y },
    { x: x + side, y },
    { x: x + side, y: y + side },
    { x, y: y + side },
  ];
}

/** Upright, the picture is wider than high. */
const liesWide = ({ width, height }: Size, angle: number): boolean =>
  Math.abs(asTurn(angle)) > 45 && Math.abs(asTurn(angle)) < 135 ? height > width : width > height;

/** How the sheet of one page lies: by both codes, which also tell upright sheets from wide ones; by one, from the shape of the picture. */
export function sheetIn(picture: Size, found: readonly FoundCode[]): FoundSheet | null {
  const seen = found.flatMap(({ corners }) => corners);
  const fits = sheets.map((size) => {
    const onSheet = found.flatMap(({ corner }) => cornersOn(size, corner));
    const lie = lieOf(onSheet, seen);
    return { size, lie, misfit: misfit(lie, onSheet, seen) };
  });
  const [upright, wide] = fits;
  if (upright === undefined || wide === undefined || seen.length === 0) return null;
  const isWide = found.length === 1 ? liesWide(picture, upright.lie.angle) : wide.misfit < upright.misfit;
  const best = isWide ? wide : upright;
  return { size: best.size, lie: best.lie, isFlat: best.misfit <= mostMisfit };
}
