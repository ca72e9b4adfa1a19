import type { SaveRequest } from './paper-drafts.ts';

/** Chromium sends at most this much for a window that is closing. */
const limitBytes = 64 * 1024 - 2_048;

/** As many whole fields as fit, the shortest first, so that one huge text does not take the others down with it. */
export function withinLimit(requests: SaveRequest[], limit = limitBytes): SaveRequest[] {
  let left = limit;
  return requests.flatMap((request) => {
    const fields = Object.entries(request.values)
      .map(([key, value]) => ({ key, value, bytes: new TextEncoder().encode(JSON.stringify([key, value])).length }))
      .toSorted((a, b) => a.bytes - b.bytes)
      .filter(({ bytes }) => {
        const fits = bytes <= left;
        if (fits) left -= bytes;
        return fits;
      });
    return fields.length === 0 ? [] : [{ ...request, values: Object.fromEntries(fields.map(({ key, value }) => [key, value])) }];
  });
}
