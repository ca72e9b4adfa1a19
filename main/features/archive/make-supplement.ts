import type { CaseFile } from '../../../shared/case-file.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import {
  supplementTable,
  volumeTable,
  type SupplementRow,
  type VolumeRow,
} from '../../platform/store/tables/archive.ts';
import { readCaseFile } from '../cases/case-file.ts';
import { procedureOf } from '../cases/case-definitions.ts';
import { refuseForged } from '../cases/refuse-forged.ts';
import { emitChanged, type FeatureContext } from '../context.ts';
import type { ArchiveTools, FilingCase } from './filing.ts';
import { buildVolume, inspectorOf, volumeFailure } from './make-volume.ts';
import type { VolumeItem } from './order.ts';
import { supplementOf } from './supplements.ts';

const act = '补卷成卷';

interface SupplementFiling {
  supplementId: string;
  inspectorId: string;
  situation: string;
}

/** Makes the volume of a supplement: its own cover, catalogue, pages from 1 and 备考表; the first volume is not touched. */
export async function makeSupplement(
  context: FeatureContext,
  tools: ArchiveTools,
  { supplementId, inspectorId, situation }: SupplementFiling,
): Promise<{ jobId: string }> {
  const row = supplementOf(context, supplementId);
  const file = readCaseFile(context, row.caseId);
  if (row.state !== 'agreed') throw new RefusalError({ code: 'wrong-status', what: '这次补卷', is: wordsOf(row), act });
  const first = file.volume;
  const items = itemsOf(file, supplementId);
  if (first === null || items.length === 0)
    throw new RefusalError({
      code: 'not-yet',
      act,
      obstacles: [{ sentence: '还没有收进补卷的材料，请先添加文件（第三十五条）。', article: 35 }],
    });
  refuseForged(context, row.caseId, act);
  const inspector = inspectorOf(context, file, inspectorId);
  const ready: FilingCase = { file, procedure: procedureOf(context, file), items, findings: [] };
  const filing = {
    caseId: row.caseId,
    retention: first.retention,
    archiveNo: `${first.archiveNo}-补${numberOf(context, row) + 1}`,
    catalogNo: '',
    volumeNo: '',
    inspectorId,
    situation: `补卷原因：${row.reason}。${row.answeredBy ?? ''}同意：${row.opinion}${situation === '' ? '' : ` ${situation}`}`,
    overrides: [],
    order: [],
  };
  const job = await tools.jobs.start({
    kind: 'volume',
    caseId: row.caseId,
    subject: `${file.case.causeName}补充卷`,
    failure: volumeFailure,
    work: async (report, signal) => {
      const built = await buildVolume(
        context,
        tools,
        ready,
        { filing, inspector: inspector.name, volumeKind: '补充卷' },
        report,
        signal,
      );
      const volume: VolumeRow = { ...built, supplementId };
      await putOnRecord(context, ready, row, volume);
      return volume.id;
    },
  });
  return { jobId: job.id };
}

const wordsOf = ({ state }: SupplementRow): string =>
  state === 'asked' ? '还没有人同意' : state === 'refused' ? '没有同意' : '已经成卷';

const itemsOf = ({ exhibits }: CaseFile, supplementId: string): VolumeItem[] =>
  exhibits
    .filter((exhibit) => exhibit.supplementId === supplementId && exhibit.withdrawnReason === null)
    .map((exhibit) => ({ kind: 'exhibit', exhibit, part: '正卷' }));

const numberOf = ({ store }: FeatureContext, { caseId }: SupplementRow): number =>
  store.get<{ n: number }>("select count(*) as n from supplement where caseId = ? and state = 'made'", caseId)?.n ?? 0;

async function putOnRecord(
  context: FeatureContext,
  { file, items }: FilingCase,
  row: SupplementRow,
  volume: VolumeRow,
) {
  await context.store.unit.run(async (tx) => {
    refuseForged(context, row.caseId, act);
    const now = itemsOf(readCaseFile(context, row.caseId), row.id);
    // What was taken in while it was printed is not in it.
    if (supplementOf(context, row.id).state !== 'agreed' || now.length !== items.length)
      throw new RefusalError({ code: 'stale', what: file.case.causeName, by: '其他操作', at: volume.createdAt });
    await tx.insert(volumeTable, volume);
    await tx.update(supplementTable, { id: row.id }, { state: 'made', volumeId: volume.id });
    context.audit.append({
      verb: act,
      what: volume.archiveNo,
      subjectId: volume.id,
      caseId: row.caseId,
      detail: { sha256: volume.sha256, pages: volume.pages, items: volume.items, reason: row.reason },
    });
  });
  emitChanged(context, ['archive', 'cases', 'households'], row.caseId);
}
