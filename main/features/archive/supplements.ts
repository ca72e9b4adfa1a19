import { v7 as newId } from 'uuid';
import { Supplement } from '../../../shared/contract/archive.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { supplementTable, type SupplementRow } from '../../platform/store/tables/archive.ts';
import { emitChanged, type FeatureContext, nowOf } from '../context.ts';
import { requireAccess } from '../staff/access.ts';

/** 补卷 (第三十五条): what comes after filing enters as a volume of its own, for a reason, once somebody else has agreed. */

export function listSupplements(context: FeatureContext, caseId: string): Supplement[] {
  requireAccess(context, caseId);
  return context.store
    .all<SupplementRow>('select * from supplement where caseId = ? order by askedAt, id', caseId)
    .map(shownOf);
}

const shownOf = (row: SupplementRow): Supplement => Supplement.parse(row);

/** The row of a supplement of a case this person may open. */
export function supplementOf(context: FeatureContext, supplementId: string): SupplementRow {
  const row = context.store.get<SupplementRow>('select * from supplement where id = ?', supplementId);
  if (!row) throw notFound('volume');
  requireAccess(context, row.caseId);
  return row;
}

export async function askSupplement(
  context: FeatureContext,
  { caseId, reason }: { caseId: string; reason: string },
): Promise<Supplement> {
  requireAccess(context, caseId);
  const record = context.store.get<{ state: string; causeName: string }>(
    'select state, causeName from case_record where id = ?',
    caseId,
  );
  if (record?.state !== 'filed')
    throw new RefusalError({ code: 'wrong-status', what: record?.causeName ?? '', is: '没有归档', act: '申请补卷' });
  const open = listSupplements(context, caseId).find(({ state }) => state === 'asked' || state === 'agreed');
  if (open !== undefined)
    throw new RefusalError({
      code: 'wrong-status',
      what: '本案的补卷',
      is: open.state === 'asked' ? '正等同意' : '已经同意，还没有成卷',
      act: '再申请补卷',
    });
  const { operator } = context;
  const row: SupplementRow = {
    id: newId(),
    caseId,
    reason,
    state: 'asked',
    askedBy: operator.name,
    askedById: operator.personId,
    askedAt: nowOf(context),
    answeredBy: null,
    answeredById: null,
    answeredAt: null,
    opinion: '',
    volumeId: null,
  };
  await context.store.unit.run(async (tx) => {
    await tx.insert(supplementTable, row);
    context.audit.append({ verb: '申请补卷', what: record.causeName, subjectId: row.id, caseId, detail: { reason } });
  });
  emitChanged(context, ['archive', 'cases'], caseId);
  return shownOf(row);
}

/** 同意 or 不同意, by somebody else than who asked. */
export async function answerSupplement(
  context: FeatureContext,
  { supplementId, agreed, opinion }: { supplementId: string; agreed: boolean; opinion: string },
): Promise<Supplement> {
  const before = supplementOf(context, supplementId);
  const { personId, name } = context.operator;
  const act = agreed ? '同意补卷' : '不同意补卷';
  if (before.state !== 'asked') throw new RefusalError({ code: 'wrong-status', what: '这次补卷', is: '已经答复', act });
  if (before.askedById === personId)
    throw invalidField(
      'agreed',
      '补卷',
      '申请补卷的人不能同意自己的申请，请承办单位负责人或者法规科的其他人办理。',
      35,
    );
  if (!agreed && opinion === '') throw invalidField('opinion', '意见', '不同意的，请写明理由。', 35);
  const answer = {
    state: agreed ? ('agreed' as const) : ('refused' as const),
    answeredBy: name,
    answeredById: personId,
    answeredAt: nowOf(context),
    opinion: opinion === '' ? '同意。' : opinion,
  };
  await context.store.unit.run(async (tx) => {
    await tx.update(supplementTable, { id: supplementId }, answer);
    context.audit.append({
      verb: act,
      what: before.reason,
      subjectId: supplementId,
      caseId: before.caseId,
      detail: { opinion: answer.opinion, askedBy: before.askedBy },
    });
  });
  emitChanged(context, ['archive', 'cases'], before.caseId);
  return shownOf({ ...before, ...answer });
}
