import type { Workstation } from '../platform/host.ts';
import type { Report } from './error-log.ts';
import { harden } from './http/headers.ts';
import { startFailedPage } from './http/notice.ts';

/**
 * A workstation that can be asked while the real one still loads: requests wait, and get a page that says so when it cannot start.
 * @param warn gets the reason in full, under the id that the page shows: nothing of a case has been opened by then.
 */
export function whileLoading(loading: Promise<Workstation>, report: Report, warn: (line: string) => void): Workstation {
  const failedWith = loading.then(
    () => '',
    (fault: unknown) => {
      const id = report(fault, 'start');
      warn(`${id} ${fault instanceof Error ? fault.stack : String(fault)}`);
      return id;
    },
  );
  const failed = async (): Promise<Response> => harden(startFailedPage(await failedWith));
  return {
    fetch: (request) => loading.then((workstation) => workstation.fetch(request), failed),
    lock: () =>
      loading.then(
        (workstation) => workstation.lock(),
        () => undefined,
      ),
    // One that never started holds nothing that could be closed.
    close: () =>
      loading.then(
        (workstation) => workstation.close(),
        () => undefined,
      ),
  };
}
