import type { FeatureContext } from '../../features/context.ts';
import type { Head } from '../../platform/audit/chain.ts';
import type { Store } from '../../platform/store/open.ts';

/**
 * Every log-in and lock that opens the cases is on record in both databases, each with the head of the other chain: one that was put back, cut
 * off or rebuilt together with its anchor is told by the other one.
 */
export async function recordInBoth(
  { store, audit, office, operator }: Pick<FeatureContext, 'store' | 'audit' | 'office' | 'operator'>,
  verb: '登录' | '锁定',
): Promise<void> {
  const act = { verb, what: operator.name, subjectId: operator.personId };
  const ofOffice = office.audit.head();
  await store.unit.run(async () => void audit.append({ ...act, detail: { office: ofOffice } }));
  const ofCases = audit.head();
  await office.store.unit.run(async () => void office.audit.append({ ...act, detail: { cases: ofCases } }));
}

/** A sentence when the office database is not the one whose head the database of the cases recorded last. */
export function otherOffice({ store, office }: Pick<FeatureContext, 'store' | 'office'>): string[] {
  const head = disagreement(store, 'office', office.store);
  return head === null
    ? []
    : [
        `机关库的第${head.seq}条记录与案卷库里记下的不符：机关库可能被换成了旧的，或者被改动过。请核对“设置—人员”里的岗位，并报告法规科。`,
      ];
}

/** The same for the database of the cases. */
export function otherCases({ store, office }: Pick<FeatureContext, 'store' | 'office'>): string[] {
  const head = disagreement(office.store, 'cases', store);
  return head === null
    ? []
    : [
        `案卷库的第${head.seq}条记录与机关库里记下的不符：案卷库可能被换成了旧的，或者被改动过。请停止使用，用备份和纸上锚点核对，并报告法规科。`,
      ];
}

/** The head that `recording` says the other database had, when it does not hold it; null when they agree or nothing was recorded yet. */
function disagreement(recording: Store, key: 'office' | 'cases', other: Store): Head | null {
  const last = recording.get<{ head: string }>(
    `select json_extract(detail, '$.${key}') as head from audit
      where verb in ('登录', '锁定') and json_extract(detail, '$.${key}') is not null order by seq desc limit 1`,
  );
  if (last === undefined) return null;
  const recorded = JSON.parse(last.head) as Head;
  const entry = other.get<Head>('select seq, hash from audit where seq = ?', recorded.seq);
  return entry?.hash === recorded.hash ? null : recorded;
}
