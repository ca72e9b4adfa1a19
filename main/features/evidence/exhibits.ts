import type { EntityManager } from 'typeorm';
import type { Exhibit, ExhibitDetails } from '../../../shared/case-file.ts';
import { refreshDerived } from '../cases/refresh-derived.ts';
import { exhibitOf } from '../cases/case-file.ts';
import { type FeatureContext, emitChanged } from '../context.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { requireAccess } from '../staff/access.ts';
import { type ExhibitRow, exhibitTable } from '../../platform/store/tables/papers.ts';

export type Exhibits = ReturnType<typeof createExhibits>;

/** Exhibits (证据) of a case: admitted once, described, withdrawn with a reason, never deleted (第四十八条). */
export function createExhibits(context: FeatureContext) {
  const { store, audit, search } = context;

  /** The row of an exhibit this person may see. */
  async function row(exhibitId: string, tx?: EntityManager): Promise<ExhibitRow> {
    const known = store.get<{ caseId: string }>('select caseId from exhibit where id = ?', exhibitId);
    if (!known) throw notFound('exhibit');
    requireAccess(context, known.caseId);
    if (tx) return tx.findOneByOrFail(exhibitTable, { id: exhibitId });
    return store.get<ExhibitRow>('select * from exhibit where id = ?', exhibitId) as ExhibitRow;
  }

  async function admit(next: ExhibitRow): Promise<Exhibit> {
    await store.unit.run(async (tx) => {
      refuseClosed(next.caseId);
      await tx.insert(exhibitTable, next);
      index(next);
      audit.append({
        verb: '收取证据',
        what: next.title,
        subjectId: next.id,
        caseId: next.caseId,
        detail: { fileName: next.fileName, bytes: next.bytes, sha256: next.sha256, sm3: next.sm3 },
      });
      refreshDerived(context, next.caseId);
    });
    emitChanged(context, ['cases', 'households'], next.caseId);
    return exhibitOf(next);
  }

  async function change(
    exhibitId: string,
    verb: string,
    changes: Partial<ExhibitRow>,
    detail: Record<string, unknown> = {},
  ): Promise<Exhibit> {
    const after = await store.unit.run(async (tx) => {
      const before = await row(exhibitId, tx);
      const next = { ...before, ...changes };
      await tx.update(exhibitTable, { id: exhibitId }, changes);
      index(next);
      const old = Object.fromEntries(Object.keys(changes).map((key) => [key, before[key as keyof ExhibitRow]]));
      audit.append({
        verb,
        what: before.title,
        subjectId: exhibitId,
        caseId: before.caseId,
        detail: { ...detail, before: old, after: changes },
      });
      refreshDerived(context, before.caseId);
      return next;
    });
    emitChanged(context, ['cases', 'households'], after.caseId);
    return exhibitOf(after);
  }

  async function describe({ exhibitId, ...details }: ExhibitDetails & { exhibitId: string }): Promise<Exhibit> {
    const known = await row(exhibitId);
    requireOwnLinks(known.caseId, details);
    return change(exhibitId, '说明证据', details);
  }

  async function withdraw({ exhibitId, reason }: { exhibitId: string; reason: string }): Promise<Exhibit> {
    const { caseId } = await row(exhibitId);
    refuseClosed(caseId);
    return change(exhibitId, '撤下证据', { withdrawnReason: reason });
  }

  /** Records that the sealed file failed its check (never silence). */
  const markDamaged = (exhibitId: string, damage: string): Promise<Exhibit> =>
    change(exhibitId, '发现损坏', { damage });

  function requireOwnLinks(caseId: string, details: ExhibitDetails): void {
    if (
      details.paperId !== null &&
      !store.get('select 1 from paper where id = ? and caseId = ?', details.paperId, caseId)
    )
      throw notFound('paper');
    if (details.startAt !== '' && details.endAt !== '' && details.endAt < details.startAt) {
      throw invalidField('endAt', '录制结束时间', '录制结束时间早于开始时间，请核对设备上的时间。', 15);
    }
  }

  function refuseClosed(caseId: string): void {
    const item = store.get<{ state: string; causeName: string }>(
      'select state, causeName from case_record where id = ?',
      caseId,
    );
    if (item?.state === 'filed')
      throw new RefusalError({ code: 'wrong-status', what: item.causeName, is: '已归档', act: '增减证据' });
  }

  function index(next: ExhibitRow): void {
    const body = [next.fileName, next.proves, next.source, next.place, next.maker, next.transcript]
      .filter(Boolean)
      .join('\n');
    search.put({
      kind: 'exhibit',
      refId: next.id,
      caseId: next.caseId,
      householdId: null,
      title: next.title,
      body,
      at: next.importedAt,
    });
  }

  return { row, admit, describe, withdraw, markDamaged, requireOwnLinks, refuseClosed };
}
