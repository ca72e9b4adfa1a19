import { randomUUID } from 'node:crypto';
import { harden } from './headers.ts';
import type { Pages } from './static-files.ts';

/** Answers requests of its own paths; undefined leaves the request to the next route. */
export type Route = (request: Request, url: URL) => Promise<Response> | undefined;

export interface RespondOptions {
  /** Asked in this order; the first answer counts. */
  routes: readonly Route[];
  /** Answers whatever no route wants. */
  pages: Pages;
  /** Records a fault that no route turned into a refusal; the page only gets `id`. */
  report: (id: string, fault: unknown) => void;
}

/** The one door of the workstation. The returned function never throws and always answers with the protective headers. */
export function respond({ routes, pages, report }: RespondOptions): (request: Request) => Promise<Response> {
  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    for (const route of routes) {
      const answered = route(request, url);
      if (answered !== undefined) return answered;
    }
    return pages(request, url);
  }

  return async (request) => {
    try {
      return harden(await answer(request));
    } catch (fault) {
      const id = randomUUID();
      report(id, fault);
      return harden(Response.json({ code: 'UNEXPECTED', id }, { status: 500 }));
    }
  };
}
