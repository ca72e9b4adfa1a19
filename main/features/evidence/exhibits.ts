import type { Exhibit, ExhibitDetails } from '../../../shared/case-file.ts';
import { refreshDerived } from '../cases/refresh-derived.ts';
import { exhibitOf } from '../cases/case-file.ts';
import { refuseLaidAside } from '../cases/refuse-laid-aside.ts';
import { openSupplement } from '../cases/open-supplement.ts';
import { type FeatureContext, emitChanged, hasRole, todayOf } from '../context.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { requireAccess } from '../staff/access.ts';
import { emitAlarm } from '../staff/alarm.ts';
import { type ExhibitRow, exhibitTable } from '../../platform/store/tables/papers.ts';

export type Exhibits = ReturnType<typeof createExhibits>;

/** Exhibits (证据) of a case: admitted once, described, withdrawn with a reason, never deleted (第四十八条). */
export function createExhibits(context: FeatureContext) {
  const { store, audit } = context;
  const { row, refuseClosed, requireOwnLinks } = exhibitChecks(context);
  const change = exhibitChanges(context);

  async function admit(given: ExhibitRow): Promise<Exhibit> {
    const next = { ...given, supplementId: openSupplement(context, given.caseId) };
    await store.unit.run(async (tx) => {
      refuseClosed(next.caseId);
      await tx.insert(exhibitTable, next);
      indexExhibit(context, next);
      refreshDerived(context, next.caseId);
      audit.append({
        verb: '收取证据',
        what: next.title,
        subjectId: next.id,
        caseId: next.caseId,
        detail: { fileName: next.fileName, bytes: next.bytes, sha256: next.sha256 },
      });
    });
    emitChanged(context, ['cases', 'households'], next.caseId);
    return exhibitOf(next);
  }

  async function describe({ exhibitId, ...details }: ExhibitDetails & { exhibitId: string }): Promise<Exhibit> {
    const { caseId } = row(exhibitId);
    requireOwnLinks(caseId, details);
    const before = row(exhibitId);
    const isReadAnew = details.encoding !== (before.encoding ?? '自动识别');
    return change(exhibitId, '说明证据', details, () => {
      if (isReadAnew) store.run('delete from exhibit_text where exhibitId = ?', exhibitId);
    });
  }

  async function withdraw({ exhibitId, reason }: { exhibitId: string; reason: string }): Promise<Exhibit> {
    const { caseId, supplementId } = row(exhibitId);
    refuseClosed(caseId);
    // What stands in a volume already stays there.
    if (openSupplement(context, caseId) !== supplementId) throw notFound('exhibit');
    return change(exhibitId, '撤下证据', { withdrawnReason: reason });
  }

  /** Records that a sealed file failed its check, and raises the alarm (never silence). Whoever is logged in hears of it. */
  async function raiseDamage(exhibit: Pick<ExhibitRow, 'id' | 'title' | 'caseId'>, damage: string): Promise<void> {
    const known = store.get<Pick<ExhibitRow, 'damage'>>('select damage from exhibit where id = ?', exhibit.id);
    if (known?.damage === null) await change(exhibit.id, '发现损坏', { damage });
    emitAlarm(context, {
      sentence: `证据“${exhibit.title}”已损坏：${damage}。请停止使用，在“监督”中做一次验证，并从移交单位或原设备重新取得。`,
      exhibitId: exhibit.id,
      caseId: exhibit.caseId,
    });
  }

  return { row, admit, describe, withdraw, raiseDamage, requireOwnLinks, refuseClosed };
}

/** What must hold before an exhibit is touched. */
function exhibitChecks(context: FeatureContext) {
  const { store } = context;

  /** The row of an exhibit this person may see. */
  function row(exhibitId: string): ExhibitRow {
    const known = store.get<ExhibitRow>('select * from exhibit where id = ?', exhibitId);
    if (!known) throw notFound('exhibit');
    requireAccess(context, known.caseId);
    return known;
  }

  function requireOwnLinks(caseId: string, details: ExhibitDetails): void {
    if (
      details.paperId !== null &&
      !store.get('select 1 from paper where id = ? and caseId = ?', details.paperId, caseId)
    )
      throw notFound('paper');
    if (details.startAt !== '' && details.endAt !== '' && details.endAt < details.startAt) {
      throw invalidField('endAt', '录制结束时间', '录制结束时间早于开始时间，请核对设备上的时间。', 15);
    }
    if (details.gatheredAt > todayOf(context))
      throw invalidField('gatheredAt', '取得时间', '取得时间晚于今天，请填写实际取得或者当事人提交的日期。', 9);
  }

  /** Refuses to add to a filed case, unless for a 补卷 that was agreed to; who keeps the archive adds for that alone. */
  function refuseClosed(caseId: string): void {
    refuseLaidAside(context, caseId, '增减证据');
    const record = store.get<{ state: string; causeName: string }>(
      'select state, causeName from case_record where id = ?',
      caseId,
    );
    const forSupplement = record?.state === 'filed' && openSupplement(context, caseId) !== null;
    if (record?.state === 'filed' && !forSupplement)
      throw new RefusalError({ code: 'wrong-status', what: record.causeName, is: '已归档', act: '增减证据' });
    if (!forSupplement && !hasRole(context.operator, '窗口', '承办人', '承办单位负责人'))
      throw new RefusalError({
        code: 'not-allowed',
        act: '收取证据',
        roles: ['窗口', '承办人', '承办单位负责人'],
        article: 9,
      });
  }

  return { row, requireOwnLinks, refuseClosed };
}

/** Changes an exhibit and puts old and new values on record. */
function exhibitChanges(context: FeatureContext) {
  const { store, audit } = context;
  return async (
    exhibitId: string,
    verb: string,
    changes: Partial<ExhibitRow>,
    alongside: () => void = () => undefined,
  ): Promise<Exhibit> => {
    const after = await store.unit.run(async (tx) => {
      const before = await tx.findOneByOrFail(exhibitTable, { id: exhibitId });
      const next = { ...before, ...changes };
      await tx.update(exhibitTable, { id: exhibitId }, changes);
      alongside();
      indexExhibit(context, next);
      refreshDerived(context, before.caseId);
      const old = Object.fromEntries(Object.keys(changes).map((key) => [key, before[key as keyof ExhibitRow]]));
      audit.append({
        verb,
        what: before.title,
        subjectId: exhibitId,
        caseId: before.caseId,
        detail: { before: old, after: changes },
      });
      return next;
    });
    emitChanged(context, ['cases', 'households'], after.caseId);
    return exhibitOf(after);
  };
}

/** Brings the search after an exhibit: found by what is said of it and by the words in its file. */
export function indexExhibit({ search, store }: Pick<FeatureContext, 'search' | 'store'>, row: ExhibitRow): void {
  const words = store.get<{ text: string }>('select text from exhibit_text where exhibitId = ?', row.id)?.text;
  search.put({
    kind: 'exhibit',
    refId: row.id,
    caseId: row.caseId,
    householdId: null,
    title: row.title,
    body: [row.fileName, row.proves, row.source, row.place, row.maker, row.transcript, words]
      .filter(Boolean)
      .join('\n'),
    at: row.importedAt,
  });
}
