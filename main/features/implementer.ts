import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { RefusalError } from '../platform/refusal-error.ts';

/** The contract waiting for its handlers; each feature's router fills in its own area. */
export const implementer = () => implement(contract);
export type Implementer = ReturnType<typeof implementer>;

/** Every call of the contract refused as locked: a call that is merely unknown while nobody is logged in would look like a broken page. */
export function lockedRouter(os: Implementer): Record<string, Record<string, unknown>> {
  const refuse = (): never => {
    throw new RefusalError({ code: 'locked' });
  };
  const areas = os as unknown as Record<string, Record<string, { handler: (answer: () => never) => unknown }>>;
  return Object.fromEntries(
    Object.entries(contract).map(([area, calls]) => [
      area,
      Object.fromEntries(Object.keys(calls).map((name) => [name, areas[area]?.[name]?.handler(refuse)])),
    ]),
  );
}
