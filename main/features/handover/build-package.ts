import { createHash } from 'node:crypto';
import path from 'node:path';
import { v7 as newId } from 'uuid';
import type { CaseFile } from '../../../shared/case-file.ts';
import type { Template } from '../../../shared/template/template.ts';
import { plain } from '../../../shared/contract/sentences.ts';
import { longestPath } from '../../../shared/file-name.ts';
import { caseTitle } from '../archive/volumes.ts';
import { anchorCode } from '../../platform/audit/chain.ts';
import { type FeatureContext, nowOf, emitChanged, todayOf } from '../context.ts';
import type { FolderTickets } from '../../platform/folder-tickets.ts';
import type { Printer } from '../../platform/print/printer.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { type HandoverRow, handoverTable } from '../../platform/store/tables/archive.ts';
import type { Jobs, Progress } from '../jobs.ts';
import { refusalOfVault } from '../../platform/vault/vault-refusals.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { createSm3 } from '../../platform/vault/sm3.ts';
import { type BagFile, type Bagged, once, writeBag } from './bag.ts';
import { keepDuplicate } from './duplicate.ts';
import { type Chosen, depthOf, packageFiles, packageName, type PackageRequest } from './package.ts';
import { folderWriter, type PackageWriter, TargetExists, unfinishedMark, zipWriter } from './package-writer.ts';
import { verifyBag } from './verify-bag.ts';

export interface PackageBuilderTools {
  printer: Printer;
  blobs: BlobStore;
  jobs: Jobs;
  folderTickets: FolderTickets;
}
export interface PlanRequest {
  caseId: string;
  kind: 'court' | 'reconsideration';
  receivedAt: string;
  simplified: boolean;
}
export interface MakeRequest extends PlanRequest {
  recipient: string;
  caseNo: string;
  opponents: string[];
  answer: string;
  agent: string;
  keys: string[];
  form: 'folder' | 'zip';
  folderTicket: string;
}
interface Frozen {
  file: CaseFile;
  chosen: Chosen[];
  templates: ReadonlyMap<string, Template>;
  due: string | null;
}

type Report = (progress: Progress) => void;

/** Making a package: freeze the set, write, read back and compare, keep the duplicate. A row says at every moment how far it came. */
export function createPackageBuilder(
  context: FeatureContext,
  { printer, blobs, jobs, folderTickets }: PackageBuilderTools,
) {
  const { store, audit } = context;

  async function start(request: MakeRequest, frozen: Frozen): Promise<{ handoverId: string; jobId: string }> {
    const parent = folderTickets.of(request.folderTicket);
    const row = firstRow(request, frozen, parent);
    // On every system: what is written here is opened on a court's Windows.
    if (path.join(parent, '/').length + depthOf({ ...request, ...frozen }, row.id) > longestPath)
      throw new RefusalError({ code: 'folder', why: 'too-long', folder: parent });
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
    const job = await jobs
      .start({
        kind: 'handover',
        caseId: row.caseId,
        subject: `提供给${row.recipient}的材料`,
        sentence: (error) => faultSentence(error, parent),
        work: (report, signal) => make(row, { ...request, ...frozen, today: todayOf(context) }, parent, report, signal),
      })
      .catch(async (error: unknown) => {
        await settle(row, { state: 'failed', failure: faultSentence(error, parent) });
        throw error;
      });
    return { handoverId: row.id, jobId: job.id };
  }

  const firstRow = (request: MakeRequest, { file, chosen, due }: Frozen, parent: string): HandoverRow => ({
    id: newId(),
    caseId: request.caseId,
    kind: request.kind,
    recipient: request.recipient,
    state: 'building',
    form: request.form,
    folder: parent,
    itemCount: chosen.length,
    bytes: 0,
    manifestSha256: '',
    manifestSm3: '',
    anchor: '',
    due,
    createdAt: nowOf(context),
    verifiedAt: null,
    receipt: null,
    failure: null,
    items: chosen.map((entry) => entry.item),
    request: { ...request, caseNumber: file.case.number },
    duplicate: null,
    createdBy: context.operator.personId,
  });

  async function make(
    row: HandoverRow,
    request: PackageRequest & MakeRequest,
    parent: string,
    report: Report,
    signal: AbortSignal,
  ): Promise<string> {
    let writer: PackageWriter | undefined;
    try {
      const total = request.chosen.length * 3 + 6;
      const say = (done: number, step: string): void => report({ done, total, step });
      const files = await packageFiles(request, { printer, blobs, signal, onItem: (done) => say(done, '排印证据卷') });
      const name = packageName(request, row.id);
      writer = await (request.form === 'zip' ? zipWriter(parent, name) : folderWriter(parent, name));
      let done = request.chosen.length;
      const bagged = await write(row, request, writer, files, () => say((done += 1), '写出材料'), signal);
      const written = await writer.finish();
      await settle(row, { state: 'built', bytes: bagged.bytes });
      const faults = await verifyBag(written, () => say((done += 1), '读回核对'));
      if (faults.length > 0)
        throw new RefusalError({ code: 'damaged', name: '写出的材料', what: faults.slice(0, 3).join('；') });
      const duplicate = await keepDuplicate(blobs, written);
      const place = await writer.publish();
      writer = undefined;
      await settle(
        row,
        { state: 'verified', folder: place, verifiedAt: nowOf(context), duplicate },
        { place, files: bagged.files.length, manifestSha256: bagged.manifestSha256, manifestSm3: bagged.manifestSm3 },
      );
      say(total, '已写出并核对无误');
      return row.id;
    } catch (error) {
      await writer?.abort();
      await settle(row, { state: 'failed', failure: signal.aborted ? '已停止。' : faultSentence(error, parent) });
      throw error;
    }
  }

  /** Payload first, then `manifest.json` about it, then the slip that carries its hashes and the anchor of the chain. */
  async function write(
    row: HandoverRow,
    request: PackageRequest & MakeRequest,
    writer: PackageWriter,
    files: BagFile[],
    wrote: () => void,
    signal: AbortSignal,
  ): Promise<Bagged> {
    const anchor = anchorCode(audit.head());
    const manifest = await manifestOf(row, request, anchor);
    const slip = await printer.handoverSlip({
      office: request.file.office.name,
      recipient: request.recipient,
      caseName: caseTitle(request.file),
      caseNumber: request.file.case.number,
      rows: request.chosen.map(({ item }, index) => ({
        seq: index + 1,
        name: item.title,
        originality: item.originality,
        pages: item.pages === null ? '' : String(item.pages),
        copies: 1,
        sha256: item.sha256,
      })),
      manifestSha256: manifest.sha256,
      manifestSm3: manifest.sm3,
      anchor,
      madeAt: nowOf(context),
      madeBy: context.operator.name,
      duplicate: '本机关案卷工作站密封库',
    });
    const all: BagFile[] = [
      ...files,
      { path: 'manifest.json', content: () => once(manifest.text) },
      { path: '07_移交清单与回执.pdf', content: () => once(slip.pdf) },
    ];
    const info = [
      { label: 'Source-Organization', value: request.file.office.name },
      { label: 'External-Identifier', value: request.file.case.number },
      { label: 'External-Description', value: `${request.file.case.causeName}，提供给${request.recipient}` },
      { label: 'Bagging-Date', value: request.today },
      { label: 'Internal-Sender-Identifier', value: anchor },
    ];
    await settle(row, { anchor, manifestSha256: manifest.sha256, manifestSm3: manifest.sm3 });
    return writeBag(writer, all, info, wrote, signal);
  }

  async function manifestOf(
    row: HandoverRow,
    request: PackageRequest & MakeRequest,
    anchor: string,
  ): Promise<{ text: string; sha256: string; sm3: string }> {
    const facts = {
      office: request.file.office.name,
      recipient: request.recipient,
      kind: request.kind,
      caseNumber: request.file.case.number,
      causeName: request.file.case.causeName,
      courtCaseNo: request.caseNo,
      frozenAt: row.createdAt,
      anchor,
      items: request.chosen.map(({ item, source }) => ({
        group: item.group,
        seq: item.seq,
        title: item.title,
        kind: item.kind,
        originality: item.originality,
        pages: item.pages,
        proves: item.proves,
        source: item.source,
        sha256: item.sha256,
        sm3: source.kind === 'exhibit' ? source.exhibit.sm3 : null,
      })),
    };
    const text = `${JSON.stringify(facts, null, 2)}\n`;
    const sm3 = await createSm3();
    sm3.update(Buffer.from(text));
    return { text, sha256: createHash('sha256').update(text).digest('hex'), sm3: sm3.digest() };
  }

  async function settle(
    row: HandoverRow,
    changes: Partial<HandoverRow>,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    Object.assign(row, changes);
    await store.unit.run(async (tx) => {
      await tx.update(handoverTable, { id: row.id }, changes);
      if (changes.state)
        audit.append({
          verb: `移送材料${stateWords[changes.state]}`,
          what: row.recipient,
          subjectId: row.id,
          caseId: row.caseId,
          detail: { ...detail, failure: row.failure },
        });
    });
    emitChanged(context, ['handover', 'cases'], row.caseId);
  }

  /** Packages a crash left half-written are named with the place of what is left of them. */
  async function nameInterrupted(): Promise<string[]> {
    const left = store.all<{ id: string; recipient: string; folder: string }>(
      "select id, recipient, folder from handover where state in ('building', 'built')",
    );
    for (const item of left) {
      await store.unit.run(async (tx) => {
        await tx.update(
          handoverTable,
          { id: item.id },
          {
            state: 'failed',
            failure: `制作时中断，“${item.folder}”里名称带“${unfinishedMark}”的是没写完的部分，可以删除；请重新制作。`,
          },
        );
        audit.append({ verb: '移送材料中断', what: item.recipient, subjectId: item.id });
      });
    }
    return left.map((item) => `上次制作提供给${item.recipient}的材料时中断，没有写完，请在“移送”中重新制作。`);
  }

  return { start, nameInterrupted };
}

const stateWords: Record<HandoverRow['state'], string> = {
  building: '开始制作',
  built: '已写出',
  verified: '已核对',
  received: '已签收',
  failed: '没有完成',
};

function faultSentence(error: unknown, parent: string): string {
  const known =
    error instanceof TargetExists
      ? new RefusalError({ code: 'folder', why: 'exists', folder: parent })
      : refusalOfVault(error, '材料');
  if (known instanceof RefusalError) return plain(known.refusal);
  const code = (error as { code?: string }).code ?? '';
  if (code === 'ENOSPC') return `“${parent}”的空间不够，没有写完；请清出空间或换一个文件夹再制作。`;
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return `“${parent}”不能写入，请换一个文件夹再制作。`;
  return '移送材料没有制作完成，案件没有变化；请再试一次。';
}
