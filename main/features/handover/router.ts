import type { AreaRouter, Implementer } from '../implementer.ts';
import type { createHandovers } from './handovers.ts';

/** Hand-over (移送/提供) to courts and reconsideration bodies. */
export function handoverRouter(os: Implementer['handover'], handovers: ReturnType<typeof createHandovers>) {
  return {
    list: os.list.handler(({ input }) => handovers.list(input)),
    plan: os.plan.handler(({ input }) => handovers.plan(input)),
    make: os.make.handler(({ input }) => handovers.make(input)),
    reveal: os.reveal.handler(({ input }) => handovers.reveal(input.handoverId)),
    receipt: os.receipt.handler(({ input }) => handovers.receipt(input)),
  } satisfies AreaRouter<'handover'>;
}
