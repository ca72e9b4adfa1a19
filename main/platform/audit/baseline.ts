import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Store } from '../store/open.ts';
import type { FactTable } from '../store/facts/fact-table.ts';
import { columnsOf, listed, rowIdOf, type Values } from '../store/facts/fact-rows.ts';
import type { Audit } from './chain.ts';
import { rowDigest, type RowDigest } from './row-digests.ts';

/** So many rows are digested at once; whoever asks meanwhile is answered between two of them. */
const CHUNK = 1_000;
const everything = '全部';

/**
 * Gives every fact of a profile that began before there were digests one, in entries of its own, once. From then on the rows are
 * compared like all others; what was changed before cannot be told. A baseline that was cut off goes on.
 */
export async function recordBaseline(store: Store, audit: Audit): Promise<void> {
  if (!isDue(store)) return;
  for (const table of store.facts) await recordTable(store, audit, table);
  await store.unit.run(async () => audit.append({ verb: '登记核对值', what: everything }));
}

/** How many rows had no digest when they were entered. */
export const rowsOfBaseline = (store: Pick<Store, 'get'>): number =>
  store.get<{ count: number }>(
    `select coalesce(sum(json_extract(detail, '$.count')), 0) as count from audit where verb = '登记核对值'`,
  )?.count ?? 0;

/** The first entry of a profile of today holds digests: it set the office up. */
function isDue(store: Store): boolean {
  const first = store.get<{ rows: string }>('select rows from audit where seq = 1');
  if (first?.rows !== '') return false;
  return !store.get(`select 1 from audit where verb = '登记核对值' and what = ?`, everything);
}

async function recordTable(store: Store, audit: Audit, table: FactTable): Promise<void> {
  const next = store.db
    .prepare(
      `select rowid, ${listed(columnsOf(table))} from "${table.name}" where rowid > ? order by rowid limit ${CHUNK}`,
    )
    .raw();
  for (let after = 0; ;) {
    const chunk = next.all(after) as [number, ...unknown[]][];
    const last = chunk.at(-1);
    if (last === undefined) return;
    after = last[0];
    const rows = chunk.flatMap(([, ...values]) => digestIfNew(store, table, values));
    if (rows.length > 0) await store.unit.run(async () => audit.append(baselineOf(table, rows.length), rows));
    await nextTurn();
  }
}

const baselineOf = ({ label }: FactTable, count: number) => ({
  verb: '登记核对值',
  what: `${label}${count}项`,
  detail: { count },
});

function digestIfNew(store: Store, table: FactTable, values: Values): RowDigest[] {
  const row = rowDigest(table, rowIdOf(table, values), values);
  const known = store.get(
    'select 1 from audit_row where "caseId" = ? and "tableName" = ? and "rowId" = ? limit 1',
    row.caseId,
    row.tableName,
    row.rowId,
  );
  return known ? [] : [row];
}
