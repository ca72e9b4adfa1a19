import path from 'node:path';
import { plain } from '../../../shared/contract/sentences.ts';
import { longestPath } from '../../../shared/file-name.ts';
import type { FolderTickets } from '../../platform/folder-tickets.ts';
import type { Printer } from '../../platform/print/printer.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { type HandoverRow, handoverTable } from '../../platform/store/tables/archive.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { refusalOfFolder } from '../../platform/system-refusals.ts';
import { refusalOfVault } from '../../platform/vault/vault-refusals.ts';
import { type FeatureContext, nowOf, todayOf } from '../context.ts';
import type { JobFailure, Jobs, Progress } from '../jobs.ts';
import { keepDuplicate } from './duplicate.ts';
import { hashedItem } from '../archive/dossier-items.ts';
import type { ExhibitSm3 } from '../evidence/exhibit-sm3.ts';
import { depthOf, packageFiles, packageName } from './package.ts';
import type { PackageRequest } from './package-request.ts';
import { type FrozenSet, newHandover, updateHandover } from './package-record.ts';
import { folderWriter, type PackageWriter, TargetExists, zipWriter } from './package-writer.ts';
import type { MakeRequest } from './plan-package.ts';
import { verifyBag } from './verify-bag.ts';
import { writePackage } from './write-package.ts';

export interface PackageBuilderTools {
  printer: Printer;
  blobs: BlobStore;
  jobs: Jobs;
  folderTickets: FolderTickets;
  exhibitSm3: ExhibitSm3;
}

/** A package under way: its row says at every moment how far it came. */
interface Build {
  row: HandoverRow;
  frozen: MakeRequest & FrozenSet;
  /** The folder the package is put into. */
  parent: string;
  report: (progress: Progress) => void;
  signal: AbortSignal;
}

/** Freezes the set and makes the package as a job: write, read back and compare, keep the duplicate. */
export async function startPackage(
  context: FeatureContext,
  tools: PackageBuilderTools,
  request: MakeRequest,
  frozen: FrozenSet,
): Promise<{ handoverId: string; jobId: string }> {
  const parent = tools.folderTickets.of(request.folderTicket);
  const row = newHandover(context, request, frozen, parent);
  refuseTooLong(parent, depthOf({ ...request, ...frozen }, row.id));
  await recordFrozen(context, row);
  const job = await tools.jobs
    .start({
      kind: 'handover',
      caseId: row.caseId,
      subject: `提供给${row.recipient}的材料`,
      failure: failureIn(parent),
      work: (report, signal) =>
        build(context, tools, { row, frozen: { ...request, ...frozen }, parent, report, signal }),
    })
    .catch(async (error: unknown) => {
      await updateHandover(context, row, { state: 'failed', failure: failureSentence(error, parent) });
      throw error;
    });
  return { handoverId: row.id, jobId: job.id };
}

/** On every system: what is written here is opened on a court's Windows. */
function refuseTooLong(parent: string, depth: number): void {
  if (path.join(parent, '/').length + depth > longestPath)
    throw new RefusalError({ code: 'folder', why: 'too-long', folder: parent });
}

async function recordFrozen({ store, audit }: FeatureContext, row: HandoverRow): Promise<void> {
  await store.unit.run(async (tx) => {
    await tx.insert(handoverTable, row);
    audit.append({
      verb: '冻结移送证据',
      what: row.recipient,
      subjectId: row.id,
      caseId: row.caseId,
      detail: { kind: row.kind, items: row.items.map(({ key, sha256 }) => ({ key, sha256 })) },
    });
  });
}

async function build(context: FeatureContext, tools: PackageBuilderTools, work: Build): Promise<string> {
  const { row, frozen, parent, report, signal } = work;
  let writer: PackageWriter | undefined;
  try {
    const total = frozen.chosen.length * 3 + 6;
    let done = 0;
    const say = (count: number, step: string): void => report({ done: (done = count), total, step });
    say(0, '计算SM3');
    const request = await packageRequest(context, tools, frozen, signal);
    const files = await packageFiles(request, { ...tools, signal, onItem: (count) => say(count, '排印证据卷') });
    writer = await (request.form === 'zip' ? zipWriter : folderWriter)(parent, packageName(request, row.id));
    done = request.chosen.length;
    const target = { row, writer, onWritten: () => say(done + 1, '写出材料'), signal };
    const { bytes, ...bagged } = await writePackage(context, tools, request, files, target);
    const written = await writer.finish();
    await updateHandover(context, row, { state: 'built', bytes });
    const faults = await verifyBag(written, () => say(done + 1, '读回核对'));
    if (faults.length > 0)
      throw new RefusalError({ code: 'damaged', name: '写出的材料', what: faults.slice(0, 3).join('；') });
    const duplicate = await keepDuplicate(tools.blobs, written);
    const folder = await writer.publish();
    writer = undefined;
    await updateHandover(
      context,
      row,
      { state: 'verified', folder, verifiedAt: nowOf(context), duplicate },
      {
        place: folder,
        files: bagged.files.length,
        manifestSha256: bagged.manifestSha256,
        manifestSm3: bagged.manifestSm3,
      },
    );
    say(total, '已写出并核对无误');
    return row.id;
  } catch (error) {
    await writer?.abort();
    const failure = signal.aborted ? '已停止。' : failureSentence(error, parent);
    await updateHandover(context, row, { state: 'failed', failure });
    throw error;
  }
}

async function packageRequest(
  context: FeatureContext,
  { exhibitSm3, blobs }: PackageBuilderTools,
  frozen: MakeRequest & FrozenSet,
  signal: AbortSignal,
): Promise<PackageRequest & MakeRequest> {
  const chosen: PackageRequest['chosen'] = [];
  for (const { item, source } of frozen.chosen)
    chosen.push({ item, source: await hashedItem(source, { exhibitSm3, blobs }, signal) });
  return { ...frozen, chosen, laws: context.editions.laws, today: todayOf(context) };
}

const unforeseen = '移送材料没有制作完成，案件没有变化；请再试一次。';
const failureIn = (parent: string): JobFailure => ({
  sentence: (error) => foreseenSentence(error, parent),
  unforeseen,
});
const failureSentence = (error: unknown, parent: string): string => foreseenSentence(error, parent) ?? unforeseen;

function foreseenSentence(error: unknown, parent: string): string | null {
  const known =
    error instanceof TargetExists
      ? new RefusalError({ code: 'folder', why: 'exists', folder: parent })
      : refusalOfFolder(refusalOfVault(error, '材料'), parent);
  return known instanceof RefusalError ? plain(known.refusal) : null;
}
