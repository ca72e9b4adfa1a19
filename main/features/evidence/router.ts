import type { AreaRouter, Implementer } from '../implementer.ts';
import type { Exhibits } from './exhibits.ts';
import type { Intakes } from './intake.ts';

/** Exhibits (证据): intake, description, withdrawal. */
export function evidenceRouter(os: Implementer['evidence'], exhibits: Exhibits, intakes: Intakes) {
  return {
    begin: os.begin.handler(({ input }) => intakes.begin(input)),
    finish: os.finish.handler(({ input }) => intakes.finish(input)),
    cancel: os.cancel.handler(({ input }) => intakes.cancel(input.intakeId)),
    describe: os.describe.handler(({ input }) => exhibits.describe(input)),
    withdraw: os.withdraw.handler(({ input }) => exhibits.withdraw(input)),
  } satisfies AreaRouter<'evidence'>;
}
