import type { AreaRouter, Implementer } from '../implementer.ts';
import type { Exhibits } from './exhibits.ts';
import type { ExhibitIntake } from './exhibit-intake.ts';

/** Exhibits (证据): intake, description, withdrawal. */
export function evidenceRouter(os: Implementer['evidence'], exhibits: Exhibits, intake: ExhibitIntake) {
  return {
    begin: os.begin.handler(({ input }) => intake.begin(input)),
    finish: os.finish.handler(({ input }) => intake.finish(input)),
    cancel: os.cancel.handler(({ input }) => intake.cancel(input.intakeId)),
    describe: os.describe.handler(({ input }) => exhibits.describe(input)),
    withdraw: os.withdraw.handler(({ input }) => exhibits.withdraw(input)),
  } satisfies AreaRouter<'evidence'>;
}
