import { RefusalError } from '../../platform/refusal-error.ts';
import type { OfficeContext } from '../context.ts';
import type { AreaRouter, Implementer } from '../implementer.ts';
import type { Jobs } from '../jobs.ts';
import type { createFaults } from './faults.ts';
import { shownEntries } from './shown-entries.ts';
import type { createOfficeVerification } from './verify-office.ts';

interface OfficeSupervision {
  jobs: Jobs;
  verification: ReturnType<typeof createOfficeVerification>;
  faults: ReturnType<typeof createFaults>;
}

/** 监督 for who has no key to the cases: the office chain, the error log, verification and running jobs. The other calls are refused at the door. */
export function officeSupervisionRouter(
  os: Implementer['supervision'],
  context: OfficeContext,
  { jobs, verification, faults }: OfficeSupervision,
) {
  return {
    audit: os.audit.handler(({ input: { of, ...page } }) => {
      if (of === 'content')
        throw new RefusalError({
          code: 'not-allowed',
          act: '查看办理记录',
          roles: ['法规科', '分管领导'],
          article: 42,
        });
      return shownEntries(context, context.audit.entries(page), 'office');
    }),
    faults: os.faults.handler(({ input }) => faults.list(input)),
    exportFaults: os.exportFaults.handler(({ input }) => faults.exportTo(input)),
    verify: os.verify.handler(() => verification.start()),
    stopVerify: os.stopVerify.handler(() => jobs.stop('verify')),
    lastVerification: os.lastVerification.handler(() => verification.last()),
    job: os.job.handler(({ input }) => jobs.get(input.jobId)),
  } satisfies Partial<AreaRouter<'supervision'>>;
}
