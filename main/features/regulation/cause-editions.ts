import { v7 as newId } from 'uuid';
import { Cause, suspectedName } from '../../../shared/causes/cause.ts';
import { causeFaults } from '../../../shared/causes/cause-faults.ts';
import type { CauseEdition } from '../../../shared/contract/regulation.ts';
import { invalid, RefusalError } from '../../platform/refusal-error.ts';
import { causeEditionTable } from '../../platform/store/tables/regulation.ts';
import { emitChanged, type FeatureContext } from '../context.ts';
import { refusePast, stampOf } from './decision.ts';

/** A 案由 as 法规科 wants it, the day from which it counts, and why. */
export interface CauseChange {
  cause: Cause;
  effectiveFrom: string;
  reason: string;
}

/** The one saved last first; the shipped one, where the program has it, is the oldest. */
export function causeEditions({ store, definitions }: FeatureContext, causeId: string): CauseEdition[] {
  const shipped = definitions.causes.find(({ id }) => id === causeId);
  const own = store
    .all<Omit<CauseEdition, 'cause'> & { cause: string }>(
      'select cause, effectiveFrom, "by", at, reason from cause_edition where causeId = ? order by version desc',
      causeId,
    )
    .map((row) => ({ ...row, cause: Cause.parse(JSON.parse(row.cause)) }));
  return shipped === undefined
    ? own
    : [...own, { cause: shipped, effectiveFrom: '', by: '', at: '', reason: '随程序提供' }];
}

/** The newest edition of every 案由 the office made itself, those that are not in force yet too. */
export function ownCauses(context: FeatureContext): CauseEdition[] {
  const ids = context.store
    .all<{ causeId: string }>('select distinct causeId from cause_edition order by causeId')
    .map(({ causeId }) => causeId);
  const shipped = new Set(context.definitions.causes.map(({ id }) => id));
  return ids.filter((id) => !shipped.has(id)).flatMap((id) => causeEditions(context, id).slice(0, 1));
}

export async function saveCause(context: FeatureContext, change: CauseChange): Promise<CauseEdition> {
  const { cause, effectiveFrom, reason } = change;
  const { store, audit, editions } = context;
  const [newest] = causeEditions(context, cause.id);
  refusePast(context, effectiveFrom);
  const name = suspectedName(newest?.cause ?? cause);
  if (newest !== undefined && newest.cause.version !== cause.version)
    throw new RefusalError({ code: 'stale', what: `案由“${name}”`, by: newest.by, at: newest.at });
  refuseFaulty(context, change);
  const edition = { ...cause, version: newest === undefined ? 1 : newest.cause.version + 1 };
  const { by, at: moment } = stampOf(context);
  await store.unit.run(async (tx) => {
    await tx.insert(causeEditionTable, {
      id: newId(),
      causeId: cause.id,
      version: edition.version,
      cause: edition,
      effectiveFrom,
      by,
      at: moment,
      reason,
    });
    audit.append({
      verb: newest === undefined ? '新建案由' : '修改案由',
      what: name,
      subjectId: cause.id,
      detail: { version: edition.version, effectiveFrom, reason, before: newest?.cause, after: edition },
    });
  });
  editions.refresh();
  emitChanged(context, ['regulation', 'cases']);
  return { cause: edition, effectiveFrom, by, at: moment, reason };
}

/** A 案由 that cites what no law has, or carries the name of another, does not come into force. */
function refuseFaulty(context: FeatureContext, { cause, effectiveFrom }: CauseChange): void {
  const { editions, definitions } = context;
  const causes = [...editions.causes(effectiveFrom), ...ownCauses(context).map((own) => own.cause)];
  const faults = causeFaults(cause, {
    laws: editions.laws,
    procedures: definitions.procedures,
    causes,
    day: effectiveFrom,
  });
  if (faults.length > 0)
    throw invalid(
      faults.map(({ path, sentence }) => ({
        field: path,
        label: suspectedName(cause),
        sentence: `${sentence}。`,
        article: 50,
      })),
    );
}
