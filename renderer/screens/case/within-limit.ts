import { bytesOf, closingRoom } from '../../data/closing-room.ts';
import type { SaveRequest } from './paper-drafts.ts';

/** As many whole fields as fit, the shortest first, so that one huge text does not take the others down with it. */
export function withinLimit(requests: SaveRequest[], fits = closingRoom): SaveRequest[] {
  return requests.flatMap((request) => {
    const fields = Object.entries(request.values)
      .toSorted((a, b) => bytesOf(a) - bytesOf(b))
      .filter(fits);
    return fields.length === 0 ? [] : [{ ...request, values: Object.fromEntries(fields) }];
  });
}
