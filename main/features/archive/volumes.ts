import type { Volume } from '../../../shared/case-file.ts';
import { notFound } from '../../platform/refusal-error.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import type { FeatureContext } from '../context.ts';
import { requireAccess } from '../staff/access.ts';
import type { ArchiveTools, Filing } from './filing.ts';
import { makeSupplement } from './make-supplement.ts';
import { makeVolume } from './make-volume.ts';
import { planVolume } from './plan.ts';
import { filingQueue } from './queue.ts';
import { answerSupplement, askSupplement, listSupplements } from './supplements.ts';

/** Filing (归档, 第三十五条): one volume a case, made within 30 days after execution ended; what comes later in supplements of their own. */
export function createArchive(context: FeatureContext, tools: ArchiveTools) {
  const { store } = context;

  function volumes(caseId: string): Volume[] {
    requireAccess(context, caseId);
    return store.all<Volume>(
      'select id, caseId, filedAt, filer, inspector, retention, archiveNo, items, pages, sha256, "supplementId", "part" from volume where caseId = ? order by createdAt, "part" is \'副卷\'',
      caseId,
    );
  }

  /** The sealed volume as one PDF. */
  async function dossier(volumeId: string): Promise<{ pdf: Buffer; name: string }> {
    const volume = store.get<Volume>('select * from volume where id = ?', volumeId);
    if (!volume) throw notFound('volume');
    const { id, archiveNo, caseId } = volume;
    requireAccess(context, caseId);
    context.looks.note({ kind: '案卷', what: archiveNo, subjectId: id, caseId });
    return { pdf: await withVault('案卷', () => tools.blobs.read(volume.sha256)), name: `案卷 ${archiveNo}` };
  }

  return {
    queue: () => filingQueue(context),
    plan: (caseId: string) => planVolume(context, caseId),
    make: (filing: Filing) => makeVolume(context, tools, filing),
    supplements: (caseId: string) => listSupplements(context, caseId),
    askSupplement: (asked: Parameters<typeof askSupplement>[1]) => askSupplement(context, asked),
    answerSupplement: (answer: Parameters<typeof answerSupplement>[1]) => answerSupplement(context, answer),
    makeSupplement: (filing: Parameters<typeof makeSupplement>[2]) => makeSupplement(context, tools, filing),
    volumes,
    dossier,
  };
}
