import { type ContractRouter, type Implementer, lockedRouter } from '../../features/implementer.ts';
import type { Report } from '../error-log.ts';
import type { OpenProfile } from '../profile/opening.ts';
import { bytesRoute } from './bytes-route.ts';
import type { Route } from './respond.ts';
import { rpcRoute } from './rpc.ts';

export interface RouteSources {
  os: Implementer;
  /** The areas that answer whether or not somebody is logged in. */
  always: Pick<ContractRouter, 'session' | 'restore' | 'desktop'>;
  /** The profile that is open at this moment. */
  profile: () => OpenProfile | null;
  /** Whose seat it is open at; null at the own one. */
  seatOwner: () => string | null;
  report: Report;
}

/** The routes of the moment: those of the open profile, or the ones that refuse everything as locked. */
export function routesOfProfile({ os, always, profile, seatOwner, report }: RouteSources): () => readonly Route[] {
  const lockedRoutes = [
    rpcRoute({
      router: { ...lockedRouter(os), ...always },
      operator: null,
      seatOwner: () => null,
      isOpen: () => true,
      report,
    }),
    bytesRoute(null),
  ];
  const routesOf = (open: OpenProfile): readonly Route[] => {
    const router = { ...open.routers, ...always } satisfies ContractRouter;
    const { operator } = open;
    const isOpen = (): boolean => profile() === open;
    return [
      rpcRoute({ router, operator, seatOwner, isOpen, report }),
      bytesRoute({ answers: open.byteAnswers, operator, seatOwner }),
    ];
  };
  const known = new WeakMap<OpenProfile, readonly Route[]>();

  return () => {
    const open = profile();
    if (!open) return lockedRoutes;
    const routes = known.get(open) ?? routesOf(open);
    known.set(open, routes);
    return routes;
  };
}
