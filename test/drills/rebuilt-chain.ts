import type Sqlite from 'better-sqlite3-multiple-ciphers';
import { type AuditRow, emptyHead, hashOf, type Signer } from '../../main/platform/audit/chain.ts';
import { hashOfRows, rowDigest, type RowDigest } from '../../main/platform/audit/row-digests.ts';
import { signatureOf } from '../../main/platform/audit/signatures.ts';
import { createFactReader } from '../../main/platform/store/facts/fact-rows.ts';
import { factTable } from '../../main/platform/store/facts/fact-tables.ts';

/**
 * What a holder of the vault's key can make of the chain who knows the program: every digest, every hash and the anchor fit again after it. Only
 * what needs another person's key is left as it was.
 */
export function rebuildChain(db: Sqlite.Database, signerOf?: (personId: string) => Signer): void {
  const read = createFactReader(db);
  const latest = db
    .prepare('select "tableName", "rowId", "caseId", max(seq) as seq, digest, marks from audit_row group by 1, 2, 3')
    .all() as (RowDigest & { seq: number })[];
  const set = db.prepare(
    'update audit_row set digest = ?, marks = ? where seq = ? and "tableName" = ? and "rowId" = ?',
  );
  for (const { tableName, rowId, seq, digest } of latest) {
    const values = read(factTable(tableName), rowId);
    const now = values ? rowDigest(factTable(tableName), rowId, values) : { digest: '', marks: '' };
    if (now.digest !== digest) set.run(now.digest, now.marks, seq, tableName, rowId);
  }
  rehash(db, signerOf);
}

/** Puts an entry at the end in the name of `author`, signed with the key of `signer`, and with the row as it is now. */
export function appendEntry(
  db: Sqlite.Database,
  entry: Pick<AuditRow, 'personId' | 'who' | 'verb' | 'what' | 'subjectId' | 'caseId' | 'detail'>,
  signer: Signer | null,
): void {
  const last = db.prepare('select * from audit order by seq desc limit 1').get() as AuditRow;
  const values = createFactReader(db)(factTable('paper'), entry.subjectId);
  const rows = values ? [rowDigest(factTable('paper'), entry.subjectId, values)] : [];
  const fixed = { ...entry, seq: last.seq + 1, at: last.at, previous: last.hash, rows: hashOfRows(rows) };
  const hash = hashOf(fixed);
  const signed = signer === null ? { signature: '', signingKey: '' } : signatureOf(signer.signingKey, hash);
  insert(db, 'audit', { ...fixed, hash, ...signed });
  for (const row of rows) insert(db, 'audit_row', { seq: fixed.seq, ...row });
}

/** Signs every entry anew where there is somebody to sign. */
function rehash(db: Sqlite.Database, signerOf?: (personId: string) => Signer): void {
  const digests = db.prepare('select * from audit_row where seq = ? order by "tableName", "rowId"');
  const set = db.prepare('update audit set previous = ?, rows = ?, hash = ? where seq = ?');
  const sign = db.prepare('update audit set signature = @signature, "signingKey" = @signingKey where seq = @seq');
  let last = emptyHead;
  for (const entry of db.prepare('select * from audit order by seq').all() as AuditRow[]) {
    const rows = digests.all(entry.seq) as RowDigest[];
    const next = { ...entry, previous: last.hash, rows: rows.length === 0 ? '' : hashOfRows(rows) };
    last = { seq: entry.seq, hash: hashOf(next) };
    set.run(next.previous, next.rows, last.hash, entry.seq);
    if (signerOf) sign.run({ seq: entry.seq, ...signatureOf(signerOf(entry.personId).signingKey, last.hash) });
  }
}

/** The triggers that keep the chain append-only. */
const guards = (db: Sqlite.Database): { name: string; sql: string }[] =>
  db
    .prepare(`select name, sql from sqlite_master where type = 'trigger' and tbl_name in ('audit', 'audit_row')`)
    .all() as {
    name: string;
    sql: string;
  }[];

/** Does something to the chain that its triggers forbid, and leaves them as they were. */
export function withoutGuards(db: Sqlite.Database, work: () => void): void {
  const kept = guards(db);
  for (const { name } of kept) db.exec(`drop trigger ${name}`);
  work();
  for (const { sql } of kept) db.exec(sql);
}

function insert(db: Sqlite.Database, table: string, row: object): void {
  const names = Object.keys(row);
  db.prepare(
    `insert into ${table} (${names.map((name) => `"${name}"`).join()}) values (${names.map((name) => `@${name}`).join()})`,
  ).run(row);
}
