import { anchorCode } from '../../platform/audit/chain.ts';
import { type Finding, ofOffice } from '../../platform/audit/finding.ts';
import { replacedKeys, unsignedEntries } from '../../platform/audit/signatures.ts';
import type { KeyedDatabase } from '../../platform/store/open.ts';
import type { OfficeContext } from '../context.ts';
import type { Jobs } from '../jobs.ts';
import { listPeople } from '../staff/people-list.ts';
import { checkDatabase } from './check-database.ts';
import { conclude, interruption, soundWords, verifiedAt } from './conclude.ts';
import type { Verified } from './verify.ts';

export interface OfficeVerifyTools {
  jobs: Jobs;
  database: KeyedDatabase;
  /** Checks the files of the keyring; resolves with a sentence for each thing that is wrong. */
  checkKeyring: () => Promise<string[]>;
}

/** 验证 by who has no key to the cases: the keyring, and the office database with its chain. */
export const createOfficeVerification = (context: OfficeContext, tools: OfficeVerifyTools) => ({
  start: () =>
    tools.jobs.start({
      kind: 'verify',
      caseId: null,
      subject: '验证',
      failure: interruption,
      work: async (report, signal) => {
        const faults: Finding[] = (await tools.checkKeyring()).map(ofOffice);
        const total = context.audit.head().seq;
        await checkDatabase(tools.database, { schema: 'office', afterSeq: 0 }, signal, (news) => {
          if (news.kind === 'fault') faults.push(news.finding);
          if (news.kind === 'entries') report({ done: news.seq, total, step: '核对记录链和数据库' });
        });
        await conclude(context, faults);
        report({
          done: total,
          total,
          step: faults.length === 0 ? soundWords : `发现${faults.length}处问题`,
          faults,
        });
        return null;
      },
    }),
  last: () => lastVerification(context, tools.jobs),
});

function lastVerification({ store, audit }: OfficeContext, jobs: Jobs): Verified {
  const job = jobs.latest("kind = 'verify'");
  const head = audit.head();
  const names = new Map(listPeople(store).map(({ personId, name }) => [personId, name]));
  return {
    job: job ? jobs.get(job.id) : null,
    verifiedAt: verifiedAt({ store }),
    anchor: anchorCode(head),
    entries: head.seq,
    unrecorded: 0,
    unsigned: unsignedEntries(store.db),
    replacedKeys: [...replacedKeys(store.db, names).values()],
  };
}
