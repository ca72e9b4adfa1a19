import { randomUUID } from 'node:crypto';
import type { Workstation } from '../platform/host.ts';
import { harden } from './http/headers.ts';
import { startFailedPage } from './http/notice.ts';

/**
 * A workstation that can be asked while the real one still loads: requests wait, and get a page that says so when it cannot start.
 * @param warn gets the reason, under the id that the page shows.
 */
export function whileLoading(loading: Promise<Workstation>, warn: (line: string) => void): Workstation {
  const id = randomUUID().slice(0, 8);
  const failed = (): Response => harden(startFailedPage(id));
  loading.catch((fault: unknown) => warn(`${id} ${fault instanceof Error ? fault.stack : String(fault)}`));
  return {
    fetch: (request) => loading.then((workstation) => workstation.fetch(request), failed),
    // One that never started holds nothing that could be closed.
    close: () =>
      loading.then(
        (workstation) => workstation.close(),
        () => undefined,
      ),
  };
}
