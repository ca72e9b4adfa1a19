import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { CaseFile } from '../../../shared/case-file.ts';
import type { Handover, HandoverItem } from '../../../shared/contract/handover.ts';
import { deadlineFor } from '../../../shared/periods/deadlines.ts';
import type { Finding } from '../../../shared/regulation/finding.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import { volumeItems } from '../archive/order.ts';
import { openCase } from '../cases/open-case.ts';
import type { Definitions } from '../../platform/definitions/load.ts';
import { judgementOf, procedureOf, templatesOf } from '../documents/papers.ts';
import type { OpenedFile } from '../evidence/exhibit-reader.ts';
import { type FeatureContext, emitChanged } from '../context.ts';
import type { Desktop } from '../../platform/host.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { openable, requireAccess } from '../staff/access.ts';
import { type HandoverRow, handoverTable } from '../../platform/store/tables/archive.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import { evidenceSet, numbered } from './evidence-set.ts';
import { createPackageBuilder, type MakeRequest, type PackageBuilderTools, type PlanRequest } from './build-package.ts';
import type { Chosen } from './package.ts';
import { periodIds } from '../../../shared/periods/period-ids.ts';

export interface HandoverTools extends PackageBuilderTools {
  /** The file manager of the desktop; absent where the host has none. */
  revealFolder: Desktop['revealFolder'];
  definitions: Definitions;
}

interface Plan {
  items: HandoverItem[];
  recipients: string[];
  due: string | null;
  basis: string;
  answerName: string;
  findings: Finding[];
}

/** Which period of the law the answer has (行诉法67; 复议法48, 54). */
const answerRule = ({ kind, simplified }: PlanRequest): string =>
  kind === 'court'
    ? periodIds.litigationDefence
    : simplified
      ? periodIds.simplifiedReconsiderationAnswer
      : periodIds.reconsiderationAnswer;

/** Hand-over (移送/提供, 第四十一条): originals to a court or reconsideration body, the duplicate kept, the receipt on record. */
export function createHandovers(context: FeatureContext, { definitions, revealFolder, ...tools }: HandoverTools) {
  const { store, audit } = context;
  const making = createPackageBuilder(context, tools);

  function setOf(caseId: string): { file: CaseFile; chosen: Chosen[]; findings: Finding[] } {
    const { file, periods } = openCase(context, caseId);
    const procedure = procedureOf(context, file);
    const sources = volumeItems({ file, procedure, templates: templatesOf(context, file), order: 'process' });
    const byKey = new Map(
      sources.map((source) => [
        source.kind === 'paper' ? `paper:${source.paper.id}` : `exhibit:${source.exhibit.id}`,
        source,
      ]),
    );
    const chosen = evidenceSet(sources, { file, procedure }).flatMap((item) => {
      const source = byKey.get(item.key);
      return source ? [{ item, source }] : [];
    });
    return { file, chosen, findings: judge(judgementOf(context, file, periods), 'handover') };
  }

  function plan(request: PlanRequest): Plan {
    const { file, chosen, findings } = setOf(request.caseId);
    const { due, basis } = dueOf(request);
    const court = request.kind === 'court';
    return {
      items: chosen.map((entry) => entry.item),
      findings,
      due,
      basis,
      recipients: court ? file.office.courts : [file.office.government],
      answerName: court ? '行政诉讼答辩状' : '行政复议答复书',
    };
  }

  function dueOf(request: PlanRequest): { due: string | null; basis: string } {
    const rule = definitions.periodRules.find((periodRule) => periodRule.id === answerRule(request));
    if (!rule) throw notFound('template');
    return deadlineFor({ rule, from: request.receivedAt, calendar: context.editions.calendar() });
  }

  async function make(request: MakeRequest): Promise<{ handoverId: string; jobId: string }> {
    requireAccess(context, request.caseId);
    const { file, chosen } = setOf(request.caseId);
    const picked = chosen.filter(({ item }) => request.keys.includes(item.key));
    const numbers = numbered(picked.map((entry) => entry.item));
    const wanted = picked.map((entry, index) => ({ ...entry, item: numbers[index] ?? entry.item }));
    if (wanted.length === 0) throw invalidField('keys', '证据', '没有选中任何材料，请至少选一件。', 41);
    const late = wanted.find(({ item }) => item.late);
    if (late)
      throw invalidField(
        'keys',
        '证据',
        `“${late.item.title}”是作出决定以后收集的，不能作为原决定的证据提交（行政诉讼法第三十五条、行政复议法第四十六条）。`,
        41,
      );
    const damaged = wanted.flatMap(({ source }) =>
      source.kind === 'exhibit' && source.exhibit.damage !== null ? [source.exhibit] : [],
    )[0];
    if (damaged) throw new RefusalError({ code: 'damaged', name: damaged.title, what: damaged.damage ?? '' });
    return making.start(request, {
      file,
      chosen: wanted,
      templates: templatesOf(context, file),
      due: dueOf(request).due,
    });
  }

  function row(handoverId: string): Handover {
    const found = list(null).find((item) => item.id === handoverId);
    if (!found) throw notFound('handover');
    return found;
  }

  function list(caseId: string | null): Handover[] {
    const access = openable(context.operator);
    return store
      .all<Omit<Handover, 'receipt'> & { receipt: string | null }>(
        `select handover.id, caseId, kind, recipient, handover.state, form, folder, itemCount, bytes, manifestSha256, manifestSm3, anchor, due, handover.createdAt, verifiedAt, receipt, failure
         from handover join case_record on case_record.id = caseId where (@caseId is null or caseId = @caseId) and ${access.sql} order by handover.createdAt desc limit 1000`,
        { caseId, ...access.params },
      )
      .map((item) => ({
        ...item,
        receipt: item.receipt === null ? null : (JSON.parse(item.receipt) as Handover['receipt']),
      }));
  }

  async function receipt({
    handoverId,
    receipt: given,
  }: {
    handoverId: string;
    receipt: NonNullable<Handover['receipt']>;
  }): Promise<Handover> {
    const before = row(handoverId);
    if (before.state !== 'verified' && before.state !== 'received')
      throw new RefusalError({
        code: 'wrong-status',
        what: `提供给${before.recipient}的材料`,
        is: '没有制作完成',
        act: '登记回执',
      });
    await store.unit.run(async (tx) => {
      await tx.update(handoverTable, { id: handoverId }, { receipt: given, state: 'received' });
      audit.append({
        verb: '登记回执',
        what: before.recipient,
        subjectId: handoverId,
        caseId: before.caseId,
        detail: { before: before.receipt, after: given },
      });
    });
    emitChanged(context, ['handover', 'cases'], before.caseId);
    return row(handoverId);
  }

  async function reveal(handoverId: string): Promise<{ done: true }> {
    const { folder, caseId } = row(handoverId);
    requireAccess(context, caseId);
    const place = (await stat(folder).catch(() => undefined))?.isDirectory() ? folder : path.dirname(folder);
    if (!revealFolder || !(await stat(place).catch(() => undefined)))
      throw new RefusalError({ code: 'folder', why: 'missing', folder });
    await revealFolder(place);
    return { done: true };
  }

  /** The kept duplicate: everything handed over but the recordings, which lie under the same hashes in the sealed store. */
  async function duplicate(handoverId: string): Promise<OpenedFile> {
    const { caseId } = row(handoverId);
    requireAccess(context, caseId);
    const { duplicate: sha256 } = store.get<Pick<HandoverRow, 'duplicate'>>(
      'select duplicate from handover where id = ?',
      handoverId,
    ) ?? { duplicate: null };
    if (sha256 === null) throw notFound('handover');
    const reader = await withVault('移送留存副本', () => tools.blobs.open(sha256));
    return {
      bytes: reader.bytes,
      mime: 'application/zip',
      range: (start, end) => reader.range(start, end),
      close: () => reader.close(),
    };
  }

  return { list, plan, make, receipt, reveal, duplicate, nameInterrupted: making.nameInterrupted };
}
