import { serveStaticFiles } from '../../main/app/http/static-files.ts';
import { respond, type Route } from '../../main/app/http/respond.ts';
import type { Workstation, WorkstationOptions } from '../../main/platform/host.ts';

/** A workstation of pages and one echo call, for tests of the hosts alone. */
export async function createWorkstation(options: Pick<WorkstationOptions, 'pageDir'>): Promise<Workstation> {
  const echo: Route = (request, url) =>
    url.pathname === '/rpc/echo' ? request.arrayBuffer().then((body) => new Response(body)) : undefined;
  const fetch = respond({
    routes: () => [echo],
    files: serveStaticFiles(options.pageDir),
    report: (fault) => {
      throw fault;
    },
  });
  return { fetch, lock: async () => {}, close: async () => {} };
}
