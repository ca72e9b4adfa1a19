import type { AreaRouter, Implementer } from '../implementer.ts';
import type { Exhibits } from './exhibits.ts';
import type { ExhibitIntake } from './exhibit-intake.ts';
import type { ExhibitWords } from './exhibit-words.ts';
import type { createTakeOver } from './take-over.ts';

/** Exhibits (证据): intake, description, withdrawal. */
export function evidenceRouter(
  os: Implementer['evidence'],
  exhibits: Exhibits,
  intake: ExhibitIntake,
  words: ExhibitWords,
  takeOver: ReturnType<typeof createTakeOver>,
) {
  return {
    begin: os.begin.handler(({ input }) => intake.begin(input)),
    finish: os.finish.handler(({ input }) => intake.finish(input)),
    cancel: os.cancel.handler(({ input }) => intake.cancel(input.intakeId)),
    takeOver: os.takeOver.handler(({ input }) => takeOver(input)),
    describe: os.describe.handler(async ({ input }) => {
      const exhibit = await exhibits.describe(input);
      // Another encoding means other words.
      words.catchUp();
      return exhibit;
    }),
    withdraw: os.withdraw.handler(({ input }) => exhibits.withdraw(input)),
  } satisfies AreaRouter<'evidence'>;
}
