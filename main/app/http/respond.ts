import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { Report } from '../error-log.ts';
import { harden } from './headers.ts';
import type { StaticFiles } from './static-files.ts';

/** Answers requests of its own paths; undefined leaves the request to the next route. */
export type Route = (request: Request, url: URL) => Promise<Response> | undefined;

export interface RespondOptions {
  /** The routes of the moment, asked in this order; the first answer counts. */
  routes: () => readonly Route[];
  /** Answers whatever no route wants. */
  files: StaticFiles;
  /** Records a fault that no route turned into a refusal; the page only gets `id`. */
  report: Report;
}

/** The one door of the workstation. The returned function never throws and always answers with the protective headers. */
export function respond({ routes, files, report }: RespondOptions): (request: Request) => Promise<Response> {
  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    for (const route of routes()) {
      const answered = route(request, url);
      if (answered !== undefined) return answered;
    }
    return files(request, url);
  }

  return async (request) => {
    try {
      return harden(await answer(request));
    } catch (fault) {
      const id = report(fault, 'bytes', kindOf(request));
      return harden(Response.json({ code: 'internal', id } satisfies Refusal, { status: 500 }));
    }
  };
}

/** Method and kind of bytes, such as `GET /papers`; the rest of an address may name a ticket, or be anything. */
function kindOf({ method, url }: Request): string {
  const kind = /^\/[a-z]{1,20}(?=\/|$)/.exec(new URL(url).pathname)?.[0];
  return `${method} ${kind ?? '/'}`;
}
