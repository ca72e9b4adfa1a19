import { v7 as newId } from 'uuid';
import type { CaseFile, Paper, Volume } from '../../../shared/case-file.ts';
import type { VolumePlan } from '../../../shared/contract/archive.ts';
import type { Job } from '../../../shared/contract/supervision.ts';
import { dayOf } from '../../../shared/time/moments.ts';
import { isOverdue } from '../../../shared/periods/periods.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import type { Finding } from '../../../shared/regulation/finding.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import type { Values } from '../../../shared/template/values.ts';
import { changeCase } from '../cases/change-case.ts';
import { openCase } from '../cases/open-case.ts';
import { caseSummaries } from '../households/case-summaries.ts';
import { type Override, refuseBlocking } from '../documents/refuse-blocking.ts';
import { printRefusal } from '../../platform/print/print-refusals.ts';
import { paperJobOf } from '../documents/paper-job.ts';
import { judgementOf, procedureOf, templateOf, templatesOf } from '../documents/papers.ts';
import { type FeatureContext, nowOf, emitChanged, todayOf } from '../context.ts';
import type { PaperJob } from '../../platform/print/job.ts';
import type { DossierPlan } from '../../platform/print/dossier.ts';
import type { Printer } from '../../platform/print/printer.ts';
import { plain } from '../../../shared/contract/sentences.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { openable, requireAccess } from '../staff/access.ts';
import { volumeTable } from '../../platform/store/tables/archive.ts';
import type { Jobs } from '../jobs.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { mediaIndexOf } from './media-index.ts';
import { dossierItems, readItem } from './dossier-items.ts';
import { type VolumeItem, volumeItems } from './order.ts';
import { catalogueRows } from './rows.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';
import { periodIds } from '../../../shared/periods/period-ids.ts';

export interface ArchiveTools {
  printer: Printer;
  blobs: BlobStore;
  jobs: Jobs;
}
export interface Filing {
  caseId: string;
  retention: string;
  archiveNo: string;
  inspectorId: string;
  situation: string;
  overrides: Override[];
}

interface Prepared {
  file: CaseFile;
  procedure: Procedure;
  items: VolumeItem[];
  findings: Finding[];
}

/** Filing (归档, 第三十五条): one volume a case, made within 30 days after execution ended. */
export function createArchive(context: FeatureContext, { printer, blobs, jobs }: ArchiveTools) {
  const { store, audit } = context;

  function prepare(caseId: string): Prepared {
    const { file, periods } = openCase(context, caseId);
    const procedure = procedureOf(context, file);
    const items = volumeItems({
      file,
      procedure,
      templates: templatesOf(context, file),
      order: file.settings.volumeOrder,
    });
    return { file, procedure, items, findings: judge(judgementOf(context, file, periods), 'filing') };
  }

  function queue() {
    const access = openable(context.operator);
    return caseSummaries(
      context,
      `where state = 'closed' and ${access.sql} order by closedAt limit 1000`,
      access.params,
    ).map((caseSummary) => {
      const { file, periods } = openCase(context, caseSummary.id);
      const period = periods.find((each) => each.ruleId === periodIds.archiving && each.metAt === null);
      const closed = file.papers.findLast(
        (paper) => paper.status === 'issued' && templateOf(context, file, paper.templateId).class === 'closing',
      );
      return {
        caseId: caseSummary.id,
        number: caseSummary.number,
        causeName: caseSummary.causeName,
        partyName: partiesTitle(caseSummary.partyNames),
        closedAt: period?.from ?? dayOf(closed?.issuedAt ?? caseSummary.createdAt),
        due: period?.statutory ?? null,
        overdue: period !== undefined && isOverdue(period, todayOf(context)),
      };
    });
  }

  function plan(caseId: string): VolumePlan {
    const { file, procedure, items, findings } = prepare(caseId);
    return {
      rows: catalogueRows(file, items),
      title: caseTitle(file),
      retention: file.settings.retentions[procedure.id] ?? procedure.retention,
      archiveNo: proposedArchiveNo(file),
      due: openCase(context, caseId).periods.find((period) => period.ruleId === periodIds.archiving)?.statutory ?? null,
      findings,
    };
  }

  /** Year of closing and the running number of volumes of that year: 8 digits. */
  function proposedArchiveNo(file: CaseFile): string {
    const year = file.today.slice(0, 4);
    const made = store.get<{ n: number }>('select count(*) as n from volume where filedAt like ?', `${year}%`);
    return `${year}${String((made?.n ?? 0) + 1).padStart(4, '0')}`;
  }

  async function make(filing: Filing): Promise<{ jobId: string }> {
    requireAccess(context, filing.caseId);
    const prepared = prepare(filing.caseId);
    const { file } = prepared;
    if (file.case.state !== 'closed')
      throw new RefusalError({
        code: 'wrong-status',
        what: file.case.causeName,
        is: file.case.state === 'filed' ? '已归档' : '尚未结案',
        act: '立卷归档',
      });
    const inspector = file.officers.find((officer) => officer.personId === filing.inspectorId);
    if (!inspector) throw notFound('person');
    if (inspector.personId === context.operator.personId)
      throw invalidField('inspectorId', '检查人', '检查人不能与立卷人是同一人，请选另一人检查。', 35);
    if (store.get('select 1 from volume where archiveNo = ?', filing.archiveNo))
      throw invalidField('archiveNo', '归档号', `归档号${filing.archiveNo}已经用过，请换一个。`, 35);
    refuseBlocking(prepared.findings, 'filing', '立卷归档', filing.overrides);
    const job: Job = await jobs.start({
      kind: 'volume',
      caseId: file.case.id,
      subject: `${file.case.causeName}案卷`,
      sentence: volumeFault,
      work: (report, signal) =>
        build(
          prepared,
          filing,
          inspector.name,
          (done, total) => report({ done, total, step: `排印第${done}件，共${total}件` }),
          signal,
        ),
    });
    return { jobId: job.id };
  }

  async function build(
    { file, procedure, items }: Prepared,
    filing: Filing,
    inspector: string,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<string> {
    const rows = catalogueRows(file, items);
    const forms = filingForms(file, procedure, filing, inspector);
    const layout: DossierPlan = {
      title: caseTitle(file),
      cover: forms.cover,
      catalogue: forms.catalogue,
      closing: forms.closing,
      items: dossierItems(rows, items, file),
      stamp: { place: file.settings.pageNumberPlace, text: '{page}' },
    };
    const printed = await printer
      .dossier(layout, { read: (index) => readItem(blobs, items[index]), onProgress, signal })
      .catch(printRefusal);
    signal.throwIfAborted();
    const sealed = await withVault('案卷', async () => {
      const intake = await blobs.openIntake({ expectedBytes: printed.pdf.length });
      await intake.write(printed.pdf);
      return intake.finish();
    });
    const volume = {
      id: newId(),
      caseId: file.case.id,
      filedAt: todayOf(context),
      filer: context.operator.name,
      inspector,
      retention: filing.retention,
      archiveNo: filing.archiveNo,
      items: rows.length,
      pages: printed.rows.at(-1)?.pageTo ?? 0,
      sha256: sealed.sha256,
      rows: rows.map((row, index) => ({ ...row, ...printed.rows[index] })),
      situation: filing.situation,
      createdAt: nowOf(context),
    };
    await store.unit.run(async (tx) => {
      refuseChanged(file, items);
      await tx.insert(volumeTable, volume);
      audit.append({
        verb: '立卷归档',
        what: volume.archiveNo,
        subjectId: volume.id,
        caseId: volume.caseId,
        detail: { sha256: volume.sha256, pages: volume.pages, items: volume.items, overrides: filing.overrides },
      });
      await changeCase(context, volume.caseId, '归档', () => ({ state: 'filed' }));
    });
    emitChanged(context, ['archive', 'cases', 'households'], volume.caseId);
    return volume.id;
  }

  /** What was done in the case while the volume was printed is not in it, so the volume would not be the case. */
  function refuseChanged(before: CaseFile, items: VolumeItem[]): void {
    const now = prepare(before.case.id);
    const content = (volumeItem: VolumeItem): string =>
      volumeItem.kind === 'paper'
        ? `${volumeItem.paper.id} ${volumeItem.paper.version}`
        : `${volumeItem.exhibit.id} ${volumeItem.exhibit.sha256}`;
    if (now.file.case.state === 'closed' && now.items.map(content).join() === items.map(content).join()) return;
    throw new RefusalError({ code: 'stale', what: before.case.causeName, by: '其他操作', at: nowOf(context) });
  }

  /** Cover, catalogue heading and closing sheet as print jobs, from what the case and the filing already say. */
  function filingForms(file: CaseFile, procedure: Procedure, filing: Filing, inspector: string) {
    const started = file.papers.find((paper) => paper.templateId === procedure.startsWith && paper.status === 'issued');
    const decision = file.papers.find(
      (paper) => paper.status === 'issued' && templateOf(context, file, paper.templateId).class === 'decision',
    );
    const closing = file.papers.find(
      (paper) => paper.status === 'issued' && templateOf(context, file, paper.templateId).class === 'closing',
    );
    const names = file.officers
      .filter((officer) => file.case.officerIds.includes(officer.personId))
      .map((officer) => officer.name);
    const common: Values = {
      caseTitle: caseTitle(file),
      caseNumber: file.case.number,
      archiveNo: filing.archiveNo,
      filedAt: file.today,
    };
    const job = (templateId: string, values: Values): PaperJob =>
      paperJobOf(
        { signatures: [], approvals: [] },
        {
          file,
          template: templateOf(context, file, templateId),
          values,
          state: 'issued',
          number: null,
          issuedOn: file.today,
        },
      );
    return {
      cover: job(paperIds.volumeCover, {
        ...common,
        fondsName: file.office.fondsName || file.office.name,
        fondsNo: file.office.fondsNo,
        organ: file.office.name,
        decisionNo: decision?.number ?? '',
        startedAt: dayOf(started?.issuedAt ?? file.case.createdAt),
        closedAt: textOf(closing, 'terminatedAt') || file.today,
        undertakers: names.join('、'),
        result: textOf(closing, 'closeType'),
        retention: filing.retention,
        volumeKind: '正卷',
        secrecy: '无',
      }),
      catalogue: job(paperIds.volumeCatalogue, common),
      closing: job(paperIds.volumeClosingSheet, {
        ...common,
        situation: filing.situation,
        avMediaIndex: mediaIndexOf(file),
        filer: context.operator.name,
        inspector,
      }),
    };
  }

  async function dossier(volumeId: string): Promise<{ pdf: Buffer; name: string }> {
    const volume = store.get<Volume>('select * from volume where id = ?', volumeId);
    if (!volume) throw notFound('volume');
    requireAccess(context, volume.caseId);
    return { pdf: await withVault('案卷', () => blobs.read(volume.sha256)), name: `案卷 ${volume.archiveNo}` };
  }

  function volumes(caseId: string): Volume[] {
    requireAccess(context, caseId);
    return store.all<Volume>(
      'select id, caseId, filedAt, filer, inspector, retention, archiveNo, items, pages, sha256 from volume where caseId = ? order by createdAt',
      caseId,
    );
  }

  return { queue, plan, make, dossier, volumes, prepare };
}

const textOf = (paper: Paper | undefined, key: string): string => {
  const value = paper?.values[key];
  return typeof value === 'string' ? value : '';
};

/** 当事人全称 + 违法行为 + 案 (domain notes J50). */
export const caseTitle = (file: CaseFile): string =>
  `${partiesTitle(file.parties.map((party) => party.name))}${file.case.causeName.replace(/案$/, '')}案`;

const volumeFault = (error: unknown): string =>
  error instanceof RefusalError ? plain(error.refusal) : '立卷没有完成：排印时出错，案件没有变化，请再试一次。';
