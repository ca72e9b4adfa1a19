import type { AreaRouter, Implementer } from '../implementer.ts';
import type { createArchive } from './volumes.ts';

/** Filing (归档): what waits, the plan of a volume, making it. */
export function archiveRouter(os: Implementer['archive'], archive: ReturnType<typeof createArchive>) {
  return {
    queue: os.queue.handler(() => archive.queue()),
    plan: os.plan.handler(({ input }) => archive.plan(input.caseId)),
    make: os.make.handler(({ input }) => archive.make(input)),
    supplements: os.supplements.handler(({ input }) => archive.supplements(input.caseId)),
    askSupplement: os.askSupplement.handler(({ input }) => archive.askSupplement(input)),
    answerSupplement: os.answerSupplement.handler(({ input }) => archive.answerSupplement(input)),
    makeSupplement: os.makeSupplement.handler(({ input }) => archive.makeSupplement(input)),
    volumes: os.volumes.handler(({ input }) => archive.volumes(input.caseId)),
  } satisfies AreaRouter<'archive'>;
}
