import type { FeatureContext } from '../../features/context.ts';
import type { Head } from '../../platform/audit/chain.ts';

/** A sentence when the office database is not the one that was there at the last log-in recorded among the cases. */
export function otherOffice({ store, office }: Pick<FeatureContext, 'store' | 'office'>): string[] {
  const last = store.get<{ detail: string }>(
    `select detail from audit where verb = '登录' and detail <> '{}' order by seq desc limit 1`,
  );
  if (last === undefined) return [];
  const { seq, hash } = (JSON.parse(last.detail) as { office: Head }).office;
  const entry = office.store.get<Head>('select seq, hash from audit where seq = ?', seq);
  if (entry?.hash === hash) return [];
  return [
    `机关库的第${seq}条记录与上次登录时记下的不符：机关库可能被换成了旧的，或者被改动过。请核对“设置—人员”里的岗位，并报告法规科。`,
  ];
}
