import type { Box, SignPlace } from '../../../shared/template/sign-place.ts';
import { type AnyBox, boxesIn } from './field-boxes.ts';
import type { LaidOutPage } from './pdfmake.ts';

const parting = '\n';

/** What a place to sign is called in the layout. */
export const signKey = (role: string, index: number): string => `${role}${parting}${index}`;

const boxOf = ({ x, y, width, height }: AnyBox): Box => ({ x, y, width, height });

/** Where the empty places to sign came to stand; of one that is broken over lines, its first line. */
export function signPlaces(pages: readonly LaidOutPage[]): SignPlace[] {
  const boxes = boxesIn(pages);
  const found = new Map<string, SignPlace>();
  for (const box of boxes.filter(({ as }) => as === 'signature')) {
    const [role = '', index = ''] = box.key.split(parting);
    const at = `${box.page} ${box.key}`;
    if (found.has(at)) continue;
    const day = boxes.find(({ as, key, page }) => as === 'day' && key === box.key && page === box.page);
    found.set(at, {
      role,
      index: Number(index),
      page: box.page,
      name: boxOf(box),
      day: day === undefined ? null : boxOf(day),
    });
  }
  return [...found.values()];
}
