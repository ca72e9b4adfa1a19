import { Refusal } from '../../shared/contract/refusals.ts';
import { decisionValues, draftOf } from '../main/features/documents/support.ts';
import { makePackage } from '../main/features/handover/support.ts';
import type { Stage } from '../support/office-profile.ts';
import type { InCase } from './forged-office.ts';

/** An act that vouches for a case, tried in the sample office at the stage where it comes next. */
export interface Guarded {
  name: string;
  stage: Stage;
  moment: string;
  /** What has to be there first. */
  prepare: (office: InCase) => Promise<unknown>;
  attempt: (office: InCase) => Promise<unknown>;
}

const nothing = (): Promise<void> => Promise.resolve();

export const guarded: readonly Guarded[] = [
  {
    name: 'issue',
    stage: 'approved',
    moment: '2026-04-03T09:30',
    prepare: (office) => draftOf(office, 'J32', decisionValues),
    attempt: async ({ client, caseFile }) => {
      const draft = (await caseFile()).papers.findLast(({ templateId }) => templateId === 'J32');
      return client.documents.issue({ paperId: draft?.id ?? '', version: draft?.version ?? 0 });
    },
  },
  {
    name: 'filing',
    stage: 'closed',
    moment: '2026-04-24T10:00',
    prepare: nothing,
    attempt: async ({ client, caseId }) => {
      const { people } = await client.session.state();
      return client.archive.make({
        caseId,
        retention: '永久',
        archiveNo: '20260001',
        situation: '卷内文件齐全。',
        inspectorId: people.find(({ name }) => name === '周静')?.personId ?? '',
      });
    },
  },
  {
    name: 'handOver',
    stage: 'handed-over',
    moment: '2026-06-12T10:00',
    prepare: nothing,
    attempt: (office) => makePackage(office, office.outbox),
  },
];

/** The code of a refusal, `done` where there was none. */
export const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { data?: unknown }) => Refusal.safeParse(error.data).data?.code ?? String(error),
  );
