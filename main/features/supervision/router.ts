import type { FolderTickets } from '../../platform/folder-tickets.ts';
import type { FeatureContext } from '../context.ts';
import type { AreaRouter, Implementer } from '../implementer.ts';
import type { Jobs } from '../jobs.ts';
import { requireAccess } from '../staff/access.ts';
import type { createFaults } from './faults.ts';
import { comparePaperAnchor } from './paper-anchor.ts';
import { dropSecondAnchor, nameSecondAnchor, readSecondAnchor } from './second-anchor.ts';
import { shownEntries } from './shown-entries.ts';
import type { createVerification } from './verify.ts';

/** The audit chain, the error log, verification and running jobs (监督). */
export function supervisionRouter(
  os: Implementer['supervision'],
  context: FeatureContext,
  jobs: Jobs,
  verification: ReturnType<typeof createVerification>,
  faults: ReturnType<typeof createFaults>,
  folderTickets: FolderTickets,
) {
  return {
    audit: os.audit.handler(({ input: { of, ...page } }) =>
      of === 'office'
        ? shownEntries(context, context.office.audit.entries(page), 'office')
        : shownEntries(context, context.audit.entries(page)),
    ),
    looks: os.looks.handler(({ input }) => context.looks.list(input)),
    faults: os.faults.handler(({ input }) => faults.list(input)),
    exportFaults: os.exportFaults.handler(({ input }) => faults.exportTo(input)),
    verify: os.verify.handler(() => verification.start()),
    stopVerify: os.stopVerify.handler(() => jobs.stop('verify')),
    lastVerification: os.lastVerification.handler(() => verification.last()),
    comparePaperAnchor: os.comparePaperAnchor.handler(({ input }) => comparePaperAnchor(context, input)),
    secondAnchor: os.secondAnchor.handler(() => readSecondAnchor(context)),
    nameSecondAnchor: os.nameSecondAnchor.handler(({ input }) => nameSecondAnchor(context, folderTickets, input)),
    dropSecondAnchor: os.dropSecondAnchor.handler(() => dropSecondAnchor(context)),
    job: os.job.handler(({ input }) => jobs.get(input.jobId)),
    running: os.running.handler(({ input }) => {
      requireAccess(context, input.caseId);
      return jobs.runningFor(input.kind, input.caseId);
    }),
  } satisfies AreaRouter<'supervision'>;
}
