import { createClosingApi } from '../../data/closing-api.ts';
import type { SaveRequest } from './paper-drafts.ts';
import { withinLimit } from './within-limit.ts';

/** Sends saves in a way that outlives the window; used only while it closes. */
export function createClosingSave(): (requests: SaveRequest[]) => void {
  const closing = createClosingApi();
  return (requests) => {
    for (const request of withinLimit(requests)) {
      // Nobody is left to read the answer; a refused save is told by the paper itself at the next opening.
      void closing.documents.save(request).catch(() => undefined);
    }
  };
}
