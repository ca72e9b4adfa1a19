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

type Chains = Pick<FeatureContext, 'store' | 'office'>;

/**
 * A sentence when the office database is not the one whose head the database of the cases recorded last. The log-in that follows records the
 * present one, so 验证 asks of every head there ever was.
 */
export const otherOffice = (chains: Chains): string[] => officeSentence(chains, last);
export const otherOfficeEver = (chains: Chains): string[] => officeSentence(chains, ever);

/** The same for the database of the cases. */
export const otherCases = (chains: Chains): string[] => casesSentence(chains, last);
export const otherCasesEver = (chains: Chains): string[] => casesSentence(chains, ever);

const last = 'order by seq desc limit 1';
const ever = 'order by seq';

function officeSentence({ store, office }: Chains, which: string): string[] {
  const head = disagreement({ recording: store, key: 'office', other: office.store }, which);
  return head === null
    ? []
    : [
        `机关库的第${head.seq}条记录与案卷库里记下的不符：机关库可能被换成了旧的，或者被改动过。请核对“设置—人员”里的岗位，并报告法规科。`,
      ];
}

function casesSentence({ store, office }: Chains, which: string): string[] {
  const head = disagreement({ recording: office.store, key: 'cases', other: store }, which);
  return head === null
    ? []
    : [
        `案卷库的第${head.seq}条记录与机关库里记下的不符：案卷库可能被换成了旧的，或者被改动过。请停止使用，用备份和纸上锚点核对，并报告法规科。`,
      ];
}

/** The first head that `recording` says the other database had, when it does not hold it; null when they agree or nothing was recorded yet. */
function disagreement(
  { recording, key, other }: { recording: Store; key: 'office' | 'cases'; other: Store },
  which: string,
): Head | null {
  const heads = recording
    .all<{ head: string }>(
      `select json_extract(detail, '$.${key}') as head from audit
        where verb in ('登录', '锁定') and json_extract(detail, '$.${key}') is not null ${which}`,
    )
    .map(({ head }) => JSON.parse(head) as Head);
  const differs = ({ seq, hash }: Head): boolean =>
    other.get<Head>('select seq, hash from audit where seq = ?', seq)?.hash !== hash;
  return heads.find(differs) ?? null;
}
