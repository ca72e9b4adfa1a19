import type { ByteRoute } from '../../../shared/contract/byte-route.ts';
import { type ByteParams, byteRoutes } from '../../../shared/contract/bytes.ts';
import { refusalAtSeat, refusalFor } from '../../../shared/contract/right.ts';
import type { Operator } from '../../../shared/contract/session.ts';
import { notFound, RefusalError } from '../../platform/refusal-error.ts';
import type { Route } from './respond.ts';

type Name = keyof ByteParams;
/** What answers each route of bytes: a missing one does not compile. */
export type ByteAnswers = { [N in Name]: (params: ByteParams[N], request: Request) => Promise<Response> };

const declared: { [N in Name]: ByteRoute<ByteParams[N]> } = byteRoutes;
const names = Object.keys(byteRoutes) as Name[];

const firstPart = (path: string): string | undefined => path.split('/')[1];
/** Whatever lies beside a route of bytes must not fall through to the page. */
const folders = new Set(names.map((name) => firstPart(declared[name].path)));

/** All routes of bytes. Rights are checked here as they are for every call; `open` is null while nobody is logged in. */
export function bytesRoute(
  open: {
    answers: ByteAnswers | null;
    operator: Pick<Operator, 'roles' | 'reads'>;
    /** Whose seat the operator signs at; null at the own one. */
    seatOwner: () => string | null;
  } | null,
): Route {
  function answerOf<N extends Name>(name: N, request: Request, url: URL): Promise<Response> | undefined {
    const { method, paramsOf, right } = declared[name];
    if (request.method !== method && !(method === 'GET' && request.method === 'HEAD')) return undefined;
    const params = paramsOf(url.pathname);
    if (params === null) return undefined;
    const refusal =
      refusalAtSeat(right, open?.seatOwner() ?? null) ??
      refusalFor(right, open?.operator.roles ?? null, open?.operator.reads);
    if (refusal !== null || !open?.answers) throw new RefusalError(refusal ?? { code: 'locked' });
    return open.answers[name](params, request);
  }

  async function answer(request: Request, url: URL): Promise<Response> {
    for (const name of names) {
      const answered = answerOf(name, request, url);
      if (answered !== undefined) return answered;
    }
    throw notFound('print');
  }

  return (request, url) =>
    folders.has(firstPart(url.pathname)) ? answer(request, url).catch(refusalResponse) : undefined;
}

/** A refusal as JSON with the same facts as a refused call; other faults go on to the last resort. */
function refusalResponse(error: unknown): Response {
  if (!(error instanceof RefusalError)) throw error;
  const { refusal } = error;
  return Response.json(refusal, { status: refusal.code === 'not-found' ? 404 : refusal.code === 'locked' ? 423 : 422 });
}
