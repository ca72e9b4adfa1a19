import type { Job } from '../../shared/contract/supervision.ts';
import { draftPaper, issuePaper } from './papers.ts';
import { actAs, caseIdOf, ended, personIdOf, type Run } from './run.ts';

/** Files the volume (立卷归档) and issues the report of it; resolves with the volume's id. */
export async function fileVolume(run: Run): Promise<string> {
  const { by, at: moment, inspector, report, ...filing } = run.sample.filing;
  await actAs(run, by, moment);
  const { jobId } = await run.client.archive.make({
    ...filing,
    caseId: caseIdOf(run),
    inspectorId: personIdOf(run, inspector),
  });
  const { resultId } = await ended(run, jobId);
  run.did(`立卷归档：${filing.archiveNo}`);
  await actAs(run, report.by, report.at);
  await draftPaper(run, report);
  await issuePaper(run, report);
  return resultId ?? '';
}

/** Makes the package for the court (移送) in a folder, and puts the receipt on record. */
export async function handOver(run: Run, folder: string): Promise<{ handoverId: string; items: number }> {
  const { handover, desktop } = run.client;
  const { by, at: moment, receipt, ...request } = run.sample.handover;
  const caseId = caseIdOf(run);
  await actAs(run, by, moment);
  const plan = await handover.plan({ caseId, kind: request.kind, receivedAt: request.receivedAt });
  const keys = plan.items.filter((planned) => !planned.late && !planned.internal).map((planned) => planned.key);
  const { ticket } = await desktop.typedFolder({ folder });
  const made = await handover.make({ ...request, caseId, keys, form: 'folder', folderTicket: ticket });
  await ended(run, made.jobId);
  run.did(`移送材料：${request.recipient}，${keys.length}件，已读回核对`);
  const { at: receivedMoment, ...given } = receipt;
  await actAs(run, by, receivedMoment);
  await handover.receipt({ handoverId: made.handoverId, receipt: given });
  run.did(`登记回执：${given.receiptNo}`);
  return { handoverId: made.handoverId, items: keys.length };
}

export async function verifyAll(run: Run): Promise<Job> {
  await actAs(run, '周静', '2026-06-12T09:00');
  const job = await ended(run, (await run.client.supervision.verify()).id);
  run.did(`验证：${job.step}`);
  return job;
}
