import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { type AuditRow, emptyHead } from '../../platform/audit/chain.ts';
import { changedEntry, createEntryCheck, strayDigests } from '../../platform/audit/check-entries.ts';
import { approvalsOfOthers } from '../../platform/audit/check-approvals.ts';
import { differences } from '../../platform/audit/compare-rows.ts';
import { type Finding, ofOffice } from '../../platform/audit/finding.ts';
import { differencesOfLooks } from '../../platform/audit/looks.ts';
import { createSignatureCheck } from '../../platform/audit/signatures.ts';
import { keyConnection } from '../../platform/store/open.ts';
import { type SchemaName, schemas } from '../../platform/store/schema.ts';
import { schemaFaults } from '../../platform/store/schema-faults.ts';

/** Given to the thread: the database file with its key, and the entry after which to go on. */
export interface VerifyOrder {
  file: string;
  keyHex: string;
  schema: SchemaName;
  afterSeq: number;
  checkDatabase: boolean;
}
export type VerifyNews =
  | { kind: 'entries'; seq: number }
  | { kind: 'rows' }
  /** `ofDatabase`: the file itself is damaged, not what somebody wrote into it. */
  | { kind: 'fault'; finding: Finding; ofDatabase?: true }
  | { kind: 'end' };

const every = 5_000;
/** Of rows that were changed so many are named; a clerk reads no more, and a job keeps them all. */
const MOST_NAMED = 200;

/** Re-computes the chain from entry `afterSeq` on; says the first entry that does not fit and goes on from what is stored. */
function verifyChain(db: Sqlite.Database, afterSeq: number, say: (news: VerifyNews) => void): void {
  const before = db.prepare('select seq, hash from audit where seq = ?').get(afterSeq) as
    | { seq: number; hash: string }
    | undefined;
  let last = before ?? emptyHead;
  const intact = createEntryCheck(db);
  const signatureFault = createSignatureCheck(db);
  for (const row of db
    .prepare('select * from audit where seq > ? order by seq')
    .iterate(last.seq) as IterableIterator<AuditRow>) {
    if (row.seq !== last.seq + 1)
      say({ kind: 'fault', finding: ofOffice(`记录链缺少第${last.seq + 1}条到第${row.seq - 1}条。`) });
    else if (row.previous !== last.hash || !intact(row)) say({ kind: 'fault', finding: ofOffice(changedEntry(row)) });
    const forged = signatureFault(row);
    if (forged !== null) say({ kind: 'fault', finding: ofOffice(forged) });
    last = row;
    if (row.seq % every === 0) say({ kind: 'entries', seq: row.seq });
  }
  say({ kind: 'entries', seq: last.seq });
}

function* everyDifference(db: Sqlite.Database, schema: SchemaName): Generator<Finding> {
  yield* differences(db, schemas[schema].facts);
  if (schema === 'office') return;
  for (const { id } of db.prepare('select id from case_record').all() as { id: string }[])
    yield* approvalsOfOthers(db, id);
  yield* differencesOfLooks(db);
}

/** Compares every row of facts with what the chain left; said at the end, so that a stopped run says none of it twice. */
function compareRows(db: Sqlite.Database, schema: SchemaName, say: (news: VerifyNews) => void): void {
  say({ kind: 'rows' });
  const stray = strayDigests(db);
  const named: Finding[] = stray === null ? [] : [ofOffice(stray)];
  let more = 0;
  for (const finding of everyDifference(db, schema)) {
    if (named.length < MOST_NAMED) named.push(finding);
    else more += 1;
  }
  if (more > 0) named.push(ofOffice(`另有${more}处登记内容与记录链不符。`));
  for (const finding of named) say({ kind: 'fault', finding });
}

function checkDatabase(db: Sqlite.Database, say: (news: VerifyNews) => void): void {
  const results = db.pragma('integrity_check(20)') as { integrity_check: string }[];
  const faults = results.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  if (faults.length > 0)
    say({
      kind: 'fault',
      finding: ofOffice(`数据库有${faults.length}处损坏，请停止使用并从备份恢复。`),
      ofDatabase: true,
    });
}

const order = workerData as VerifyOrder;
const say = (news: VerifyNews): void => parentPort?.postMessage(news);
const db = new Sqlite(order.file, { readonly: true });
keyConnection(db, order.keyHex);
// One snapshot: what people write meanwhile would look like a row that is ahead of the chain.
db.exec('begin');
if (order.checkDatabase) {
  try {
    checkDatabase(db, say);
    for (const sentence of await schemaFaults(db, schemas[order.schema]))
      say({ kind: 'fault', finding: ofOffice(sentence) });
  } catch {
    say({ kind: 'fault', finding: ofOffice('数据库无法读完，已经损坏，请停止使用并从备份恢复。'), ofDatabase: true });
  }
}
try {
  verifyChain(db, order.afterSeq, say);
  compareRows(db, order.schema, say);
} catch {
  say({
    kind: 'fault',
    finding: ofOffice('记录链无法读完：数据库已经损坏，请停止使用并从备份恢复。'),
    ofDatabase: true,
  });
}
db.close();
say({ kind: 'end' });
