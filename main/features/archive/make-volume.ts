import { v7 as newId } from 'uuid';
import type { CaseFile, Officer } from '../../../shared/case-file.ts';
import { inOrder } from '../../../shared/procedure/volume-order.ts';
import { plain } from '../../../shared/contract/sentences.ts';
import type { DossierPlan } from '../../platform/print/dossier.ts';
import { printRefusal } from '../../platform/print/print-refusals.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { type VolumeRow, volumeTable } from '../../platform/store/tables/archive.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import { changeCase } from '../cases/change-case.ts';
import { refuseForged } from '../cases/refuse-forged.ts';
import { emitChanged, type FeatureContext, nowOf, todayOf } from '../context.ts';
import { refuseBlocking } from '../documents/refuse-blocking.ts';
import type { JobFailure, Progress } from '../jobs.ts';
import { requireAccess } from '../staff/access.ts';
import { caseTitle } from './case-title.ts';
import { dossierItems, hashedItems, readItem } from './dossier-items.ts';
import { type ArchiveTools, boundParts, type Filing, type FilingCase, filingCase } from './filing.ts';
import { filingForms, type VolumeKind } from './filing-forms.ts';
import type { VolumeItem } from './order.ts';
import { catalogueRows } from './rows.ts';

const act = '立卷归档';

type Report = (progress: Progress) => void;

/** Files a case (立卷归档): refuses what is not ready, then prints and seals its volume, or 正卷 and 副卷, as a job. */
export async function makeVolume(
  context: FeatureContext,
  tools: ArchiveTools,
  filing: Filing,
): Promise<{ jobId: string }> {
  requireAccess(context, filing.caseId);
  const found = filingCase(context, filing.caseId);
  const ready = { ...found, items: inOrder(found.items, itemId, filing.order) };
  const { file } = ready;
  refuseForged(context, filing.caseId, act);
  refuseNotClosed(file);
  const inspector = inspectorOf(context, file, filing.inspectorId);
  if (context.store.get('select 1 from volume where archiveNo = ?', filing.archiveNo))
    throw invalidField('archiveNo', '归档号', `归档号${filing.archiveNo}已经用过，请换一个。`, 35);
  refuseBlocking(ready.findings, 'filing', act, filing.overrides);
  const job = await tools.jobs.start({
    kind: 'volume',
    caseId: file.case.id,
    subject: `${file.case.causeName}案卷`,
    failure: volumeFailure,
    work: async (report, signal) => {
      const volumes = await buildParts(context, tools, ready, { filing, inspector: inspector.name }, report, signal);
      await putOnRecord(context, ready, volumes, filing);
      return volumes[0]?.id ?? null;
    },
  });
  return { jobId: job.id };
}

function refuseNotClosed({ case: { state, causeName } }: CaseFile): void {
  if (state === 'closed') return;
  throw new RefusalError({
    code: 'wrong-status',
    what: causeName,
    is: state === 'filed' ? '已归档' : '尚未结案',
    act,
  });
}

export function inspectorOf({ operator }: FeatureContext, file: CaseFile, inspectorId: string): Officer {
  const inspector = file.officers.find((officer) => officer.personId === inspectorId);
  if (!inspector) throw notFound('person');
  if (inspector.personId === operator.personId)
    throw invalidField('inspectorId', '检查人', '检查人不能与立卷人是同一人，请选另一人检查。', 35);
  return inspector;
}

/** The 正卷 and, where there is one, the 副卷: each with its own cover, catalogue, pages from 1 and 备考表, and each saying that there is the other. */
async function buildParts(
  context: FeatureContext,
  tools: ArchiveTools,
  ready: FilingCase,
  { filing, inspector }: { filing: Filing; inspector: string },
  report: Report,
  signal: AbortSignal,
): Promise<VolumeRow[]> {
  const parts = boundParts(ready);
  if (parts.length === 1) return [await buildVolume(context, tools, ready, { filing, inspector }, report, signal)];
  const innerNo = innerArchiveNo(filing.archiveNo);
  const filings = {
    正卷: { ...filing, situation: `${filing.situation}（内部审批和讨论材料另立副卷，归档号${innerNo}）` },
    副卷: {
      ...filing,
      archiveNo: innerNo,
      situation: `${filing.situation}（本卷为副卷，正卷归档号${filing.archiveNo}）`,
    },
  };
  const volumes: VolumeRow[] = [];
  for (const { part, items } of parts) {
    const ask = { filing: filings[part], inspector, volumeKind: part };
    volumes.push({ ...(await buildVolume(context, tools, { ...ready, items }, ask, report, signal)), part });
  }
  return volumes;
}

const innerArchiveNo = (archiveNo: string): string => `${archiveNo}-副`;

/** Prints the volume and seals it; nothing in the case has changed yet. */
export async function buildVolume(
  context: FeatureContext,
  { printer, blobs, exhibitSm3 }: ArchiveTools,
  ready: FilingCase,
  { filing, inspector, volumeKind = '正卷' }: { filing: Filing; inspector: string; volumeKind?: VolumeKind },
  report: Report,
  signal: AbortSignal,
): Promise<VolumeRow> {
  const { file, items } = ready;
  const rows = catalogueRows(file, items);
  const filer = context.operator.name;
  const plan: DossierPlan = {
    title: caseTitle(file),
    ...filingForms(context, ready, { ...filing, volumeKind }, { filer, inspector }),
    items: dossierItems(rows, await hashedItems(items, { exhibitSm3, blobs }, signal), file),
    stamp: { place: file.settings.pageNumberPlace, text: '{page}' },
  };
  const onProgress = (done: number, total: number): void =>
    report({ done, total, step: `${volumeKind}排印第${done}件，共${total}件` });
  const printed = await printer
    .dossier(plan, { read: (index) => readItem(blobs, items[index]), onProgress, signal })
    .catch(printRefusal);
  signal.throwIfAborted();
  const sealed = await withVault('案卷', async () => {
    const intake = await blobs.openIntake({ expectedBytes: printed.pdf.length });
    await intake.write(printed.pdf);
    return intake.finish();
  });
  return {
    id: newId(),
    caseId: file.case.id,
    filedAt: todayOf(context),
    filer,
    inspector,
    retention: filing.retention,
    archiveNo: filing.archiveNo,
    items: rows.length,
    pages: printed.rows.at(-1)?.pageTo ?? 0,
    sha256: sealed.sha256,
    rows: rows.map((row, index) => ({ ...row, ...printed.rows[index] })),
    situation: filing.situation,
    createdAt: nowOf(context),
    supplementId: null,
    part: null,
  };
}

/** The volumes, their entries in the audit and the new state of the case, all or none. */
async function putOnRecord(
  context: FeatureContext,
  ready: FilingCase,
  volumes: readonly VolumeRow[],
  { caseId, overrides, order }: Filing,
): Promise<void> {
  await context.store.unit.run(async (tx) => {
    refuseForged(context, caseId, act);
    refuseChanged(context, ready);
    for (const volume of volumes) {
      const { id, archiveNo, sha256, pages, items, part } = volume;
      await tx.insert(volumeTable, volume);
      context.audit.append({
        verb: act,
        what: archiveNo,
        subjectId: id,
        caseId,
        detail: { sha256, pages, items, part, overrides, ownOrder: order.length > 0 },
      });
    }
    await changeCase(context, caseId, '归档', () => ({ state: 'filed' }));
  });
  emitChanged(context, ['archive', 'cases', 'households'], caseId);
}

/** What was done in the case while the volume was printed is not in it, so the volume would not be the case. */
function refuseChanged(context: FeatureContext, printed: FilingCase): void {
  const now = filingCase(context, printed.file.case.id);
  const contentOf = (item: VolumeItem): string =>
    item.kind === 'paper' ? `${item.paper.id} ${item.paper.version}` : `${item.exhibit.id} ${item.exhibit.sha256}`;
  const contents = ({ items }: FilingCase): string => items.map(contentOf).toSorted().join();
  const unchanged = contents(now) === contents(printed);
  if (now.file.case.state === 'closed' && unchanged) return;
  throw new RefusalError({ code: 'stale', what: printed.file.case.causeName, by: '其他操作', at: nowOf(context) });
}

const itemId = (item: VolumeItem): string => (item.kind === 'paper' ? item.paper.id : item.exhibit.id);

export const volumeFailure: JobFailure = {
  sentence: (error) => (error instanceof RefusalError ? plain(error.refusal) : null),
  unforeseen: '立卷没有完成：排印时出错，案件没有变化，请再试一次。',
};
