import { implement, type Router } from '@orpc/server';
import type { Area } from '../../shared/contract/areas.ts';
import { type Contract, contract } from '../../shared/contract/index.ts';
import { RefusalError } from '../platform/refusal-error.ts';

/** The contract waiting for its handlers; each feature's router fills in its own area. */
export const implementer = () => implement(contract);
export type Implementer = ReturnType<typeof implementer>;

/** The handlers of one area, all of them and no other: `return { … } satisfies AreaRouter<'cases'>`. */
export type AreaRouter<A extends Area> = Router<Contract[A], Record<never, never>>;
export type ContractRouter = Router<Contract, Record<never, never>>;

/** Every call of the contract refused as locked: a call that is merely unknown while nobody is logged in would look like a broken page. */
export function lockedRouter(os: Implementer): ContractRouter {
  const refuse = (): never => {
    throw new RefusalError({ code: 'locked' });
  };
  const areas = os as unknown as Record<string, Record<string, { handler: (answer: () => never) => unknown }>>;
  const refusing = Object.entries(contract).map(([area, calls]) => [
    area,
    Object.fromEntries(Object.keys(calls).map((name) => [name, areas[area]?.[name]?.handler(refuse)])),
  ]);
  return Object.fromEntries(refusing) as ContractRouter;
}
