import type Sqlite from 'better-sqlite3-multiple-ciphers';
import { type AuditRow, hashOf } from './chain.ts';
import { hashOfRows, type RowDigest } from './row-digests.ts';
import { createSignatureCheck } from './signatures.ts';

/** Tells whether an entry and the digests it holds are as they were hashed. */
export function createEntryCheck(db: Sqlite.Database): (entry: AuditRow) => boolean {
  const digests = db.prepare('select * from audit_row where seq = ? order by "tableName", "rowId"');
  return ({ hash, signature: _signature, signingKey: _signingKey, ...row }) => {
    if (hashOf(row) !== hash) return false;
    // Digests of an entry that wrote no rows have no entry: `strayDigests` finds them.
    return row.rows === '' || hashOfRows(digests.iterate(row.seq) as IterableIterator<RowDigest>) === row.rows;
  };
}

export const changedEntry = ({ seq, at: moment, who, verb }: Pick<AuditRow, 'seq' | 'at' | 'who' | 'verb'>): string =>
  `记录链第${seq}条（${moment.slice(0, 10)} ${who} ${verb}）被改动过。`;

/** A sentence when there are digests that no entry covers; null when there are none. */
export function strayDigests(db: Sqlite.Database): string | null {
  const { count } = db
    .prepare(
      `select count(*) as count from audit_row left join audit on audit.seq = audit_row.seq where audit.seq is null or audit.rows = ''`,
    )
    .get() as { count: number };
  return count === 0 ? null : `有${count}个核对值不属于任何一条记录，是绕过程序加进来的。`;
}

/** The entries a case rests on that are not as they were hashed, or not where the next one says. Few beside the whole chain. */
export function faultsOfCaseEntries(db: Sqlite.Database, caseId: string): string[] {
  const intact = createEntryCheck(db);
  const signatureFault = createSignatureCheck(db);
  const next = db.prepare('select previous from audit where seq = ?');
  const entry = db.prepare('select * from audit where seq = ?');
  const seqs = db
    .prepare('select seq from audit where "caseId" = @caseId union select seq from audit_row where "caseId" = @caseId')
    .all({ caseId }) as { seq: number }[];
  return seqs.flatMap(({ seq }) => {
    const row = entry.get(seq) as AuditRow | undefined;
    if (row === undefined) return [`记录链缺少第${seq}条。`];
    const follower = next.get(seq + 1) as { previous: string } | undefined;
    const linked = follower === undefined || follower.previous === row.hash;
    const forged = signatureFault(row);
    return [...(linked && intact(row) ? [] : [changedEntry(row)]), ...(forged === null ? [] : [forged])];
  });
}
