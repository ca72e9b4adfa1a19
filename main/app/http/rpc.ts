import { ORPCError, type Router, ValidationError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fetch';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { Call, CallMeta } from '../../../shared/contract/base.ts';
import type { Operator } from '../../../shared/contract/session.ts';
import { refusalAtSeat, refusalFor } from '../../../shared/contract/right.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { refusalOfDatabase } from '../../platform/store/database-refusals.ts';
import { refusalOfSystem } from '../../platform/system-refusals.ts';
import { refusalOfInput } from './faulty-input.ts';
import type { Report } from '../error-log.ts';
import type { Route } from './respond.ts';

/** Handlers of calls that carry their right. */
type Handlers = Router<Record<string, Record<string, Call>>, Record<never, never>>;

export interface RpcOptions {
  router: Handlers;
  /** Who is logged in; null while nobody is. */
  operator: Pick<Operator, 'roles' | 'reads'> | null;
  /** Whose seat the operator signs at; null at the own one. */
  seatOwner: () => string | null;
  /** Whether what the handlers work on is still there: a lock may overtake a call. */
  isOpen: () => boolean;
  /** Records a fault no feature turned into a refusal; the page only gets its id. */
  report: Report;
}

/** The calls of the contract under `/rpc/`. Rights are checked here for every call; faults become the closed list of refusals. */
export function rpcRoute({ router, operator, seatOwner, isOpen, report }: RpcOptions): Route {
  const refuse = (refusal: Refusal): ORPCError<'REFUSED', Refusal> =>
    new ORPCError('REFUSED', { status: 422, defined: true, data: refusal });
  const handler = new RPCHandler(router, {
    clientInterceptors: [
      async ({ path, procedure, next }) => {
        const { right } = procedure['~orpc'].meta as CallMeta;
        const refusal =
          refusalAtSeat(right, seatOwner()) ?? refusalFor(right, operator?.roles ?? null, operator?.reads);
        if (refusal !== null) throw refuse(refusal);
        try {
          return await next();
        } catch (error) {
          throw refuse(refusalOf(error, isOpen, (fault) => report(fault, 'call', path.join('.'))));
        }
      },
    ],
  });
  return (request, url) => {
    if (!url.pathname.startsWith('/rpc/')) return undefined;
    return handler
      .handle(request, { prefix: '/rpc' })
      .then(({ response }) => response ?? new Response(null, { status: 404 }));
  };
}

function refusalOf(error: unknown, isOpen: () => boolean, report: (fault: unknown) => string): Refusal {
  if (error instanceof RefusalError) return error.refusal;
  if (error instanceof ORPCError && error.cause instanceof ValidationError && error.code === 'BAD_REQUEST')
    return refusalOfInput(error.cause.issues);
  const known = refusalOfSystem(refusalOfDatabase(error));
  // What it worked on was closed under it.
  if (!(known instanceof RefusalError) && !isOpen()) return { code: 'locked' };
  const id = report(error);
  return known instanceof RefusalError ? known.refusal : { code: 'internal', id };
}
