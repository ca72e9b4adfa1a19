import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Handover } from '../../../shared/contract/handover.ts';
import type { Desktop } from '../../platform/host.ts';
import { notFound, RefusalError } from '../../platform/refusal-error.ts';
import { type HandoverRow, handoverTable } from '../../platform/store/tables/archive.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import { refuseLaidAside } from '../cases/refuse-laid-aside.ts';
import { refuseForged } from '../cases/refuse-forged.ts';
import { emitChanged, type FeatureContext } from '../context.ts';
import { templatesOf } from '../cases/case-definitions.ts';
import type { OpenedFile } from '../evidence/exhibit-reader.ts';
import { openable, requireAccess } from '../staff/access.ts';
import { type PackageBuilderTools, startPackage } from './build-package.ts';
import { nameInterruptedPackages } from './package-record.ts';
import { answerDue, chosenOf, evidenceOf, type MakeRequest, planPackage, type PlanRequest } from './plan-package.ts';

export interface HandoverTools extends PackageBuilderTools {
  /** The file manager of the desktop; absent where the host has none. */
  revealFolder: Desktop['revealFolder'];
}

/** Hand-over (移送/提供, 第四十一条): originals to a court or reconsideration body, the duplicate kept, the receipt on record. */
export const createHandovers = (context: FeatureContext, tools: HandoverTools) => ({
  list: (page: HandoverPage) => listHandovers(context, page),
  plan: (request: PlanRequest) => planPackage(context, request),
  make: (request: MakeRequest) => makePackage(context, tools, request),
  receipt: (request: ReceiptRequest) => recordReceipt(context, request),
  reveal: (handoverId: string) => revealHandover(context, tools.revealFolder, handoverId),
  duplicate: (handoverId: string) => openDuplicate(context, tools.blobs, handoverId),
  nameInterrupted: () => nameInterruptedPackages(context),
});

interface ReceiptRequest {
  handoverId: string;
  receipt: NonNullable<Handover['receipt']>;
}

async function makePackage(
  context: FeatureContext,
  tools: HandoverTools,
  request: MakeRequest,
): Promise<{ handoverId: string; jobId: string }> {
  requireAccess(context, request.caseId);
  refuseLaidAside(context, request.caseId, '制作移送材料');
  refuseForged(context, request.caseId, '制作移送材料');
  const { file, chosen, obstacles } = evidenceOf(context, request.caseId);
  if (obstacles.length > 0) throw new RefusalError({ code: 'not-yet', act: '制作移送材料', obstacles });
  if (file.case.id !== request.caseId) refuseForged(context, file.case.id, '制作移送材料');
  return startPackage(context, tools, request, {
    file,
    chosen: chosenOf(chosen, request),
    templates: templatesOf(context, file),
    due: answerDue(context, request).due,
  });
}

function handoverOf(context: FeatureContext, handoverId: string): Handover {
  const [found] = readHandovers(context, 'handover.id = @handoverId', { handoverId });
  if (!found) throw notFound('handover');
  return found;
}

interface HandoverPage {
  caseId: string | null;
  /** The last one known already, whose successors are asked for. */
  before: string | null;
  limit: number;
}

const listHandovers = (context: FeatureContext, { caseId, before, limit }: HandoverPage): Handover[] =>
  readHandovers(
    context,
    `(@caseId is null or caseId = @caseId) and
       (@before is null or (handover.createdAt, handover.id) < (select createdAt, id from handover where id = @before))`,
    { caseId, before },
    limit,
  );

/** Those of the cases this person may open, the newest first. */
function readHandovers(
  { store, operator }: FeatureContext,
  condition: string,
  params: Record<string, string | null>,
  limit = 1,
): Handover[] {
  const access = openable(operator);
  return store
    .all<Omit<Handover, 'receipt'> & { receipt: string | null }>(
      `select handover.id, caseId, kind, recipient, handover.state, form, folder, itemCount, bytes, manifestSha256, manifestSm3, anchor, due, handover.createdAt, verifiedAt, receipt, failure
       from handover join case_record on case_record.id = caseId where ${condition} and ${access.sql} order by handover.createdAt desc, handover.id desc limit @limit`,
      { ...params, limit, ...access.params },
    )
    .map(({ receipt, ...handover }) => ({
      ...handover,
      receipt: receipt === null ? null : (JSON.parse(receipt) as Handover['receipt']),
    }));
}

async function recordReceipt(context: FeatureContext, { handoverId, receipt }: ReceiptRequest): Promise<Handover> {
  const before = handoverOf(context, handoverId);
  if (before.state !== 'verified' && before.state !== 'received')
    throw new RefusalError({
      code: 'wrong-status',
      what: `提供给${before.recipient}的材料`,
      is: '没有制作完成',
      act: '登记回执',
    });
  await context.store.unit.run(async (tx) => {
    await tx.update(handoverTable, { id: handoverId }, { receipt, state: 'received' });
    context.audit.append({
      verb: '登记回执',
      what: before.recipient,
      subjectId: handoverId,
      caseId: before.caseId,
      detail: { before: before.receipt, after: receipt },
    });
  });
  emitChanged(context, ['handover', 'cases'], before.caseId);
  return handoverOf(context, handoverId);
}

async function revealHandover(
  context: FeatureContext,
  revealFolder: Desktop['revealFolder'],
  handoverId: string,
): Promise<{ done: true }> {
  const { folder, caseId } = handoverOf(context, handoverId);
  requireAccess(context, caseId);
  const shown = (await stat(folder).catch(() => undefined))?.isDirectory() ? folder : path.dirname(folder);
  if (!revealFolder || !(await stat(shown).catch(() => undefined)))
    throw new RefusalError({ code: 'folder', why: 'missing', folder });
  await revealFolder(shown);
  return { done: true };
}

/** The kept duplicate: everything handed over but the recordings, which lie under the same hashes in the sealed store. */
async function openDuplicate(context: FeatureContext, blobs: BlobStore, handoverId: string): Promise<OpenedFile> {
  const { caseId, recipient } = handoverOf(context, handoverId);
  requireAccess(context, caseId);
  context.looks.note({ kind: '移送材料', what: recipient, subjectId: handoverId, caseId });
  const { duplicate: sha256 } = context.store.get<Pick<HandoverRow, 'duplicate'>>(
    'select duplicate from handover where id = ?',
    handoverId,
  ) ?? { duplicate: null };
  if (sha256 === null) throw notFound('handover');
  const reader = await withVault('移送留存副本', () => blobs.open(sha256));
  return {
    bytes: reader.bytes,
    mime: 'application/zip',
    range: (start, end) => reader.range(start, end),
    close: () => reader.close(),
  };
}
