import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { type AuditRow, emptyHead, hashOf } from '../../platform/audit/chain.ts';
import { keyConnection } from '../../platform/store/open.ts';

/** Given to the thread: the database file with its key, and the entry after which to go on. */
export interface VerifyOrder {
  file: string;
  keyHex: string;
  afterSeq: number;
  checkDatabase: boolean;
}
export type VerifyNews = { kind: 'entries'; seq: number } | { kind: 'fault'; sentence: string } | { kind: 'end' };

const every = 5_000;

/** Re-computes the chain from entry `afterSeq` on; says the first entry that does not fit and goes on from what is stored. */
function verifyChain(db: Sqlite.Database, afterSeq: number, say: (news: VerifyNews) => void): void {
  const before = db.prepare('select seq, hash from audit where seq = ?').get(afterSeq) as
    | { seq: number; hash: string }
    | undefined;
  let last = before ?? emptyHead;
  for (const row of db
    .prepare('select * from audit where seq > ? order by seq')
    .iterate(last.seq) as IterableIterator<AuditRow>) {
    const { hash, ...rest } = row;
    if (row.seq !== last.seq + 1)
      say({ kind: 'fault', sentence: `记录链缺少第${last.seq + 1}条到第${row.seq - 1}条。` });
    else if (row.previous !== last.hash || hashOf(rest) !== hash)
      say({
        kind: 'fault',
        sentence: `记录链第${row.seq}条（${row.at.slice(0, 10)} ${row.who} ${row.verb}）被改动过。`,
      });
    last = row;
    if (row.seq % every === 0) say({ kind: 'entries', seq: row.seq });
  }
  say({ kind: 'entries', seq: last.seq });
}

function checkDatabase(db: Sqlite.Database, say: (news: VerifyNews) => void): void {
  const results = db.pragma('integrity_check(20)') as { integrity_check: string }[];
  const faults = results.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  if (faults.length > 0) say({ kind: 'fault', sentence: `数据库有${faults.length}处损坏，请停止使用并从备份恢复。` });
}

const order = workerData as VerifyOrder;
const say = (news: VerifyNews): void => parentPort?.postMessage(news);
const db = new Sqlite(order.file, { readonly: true });
keyConnection(db, order.keyHex);
if (order.checkDatabase) {
  try {
    checkDatabase(db, say);
  } catch {
    say({ kind: 'fault', sentence: '数据库无法读完，已经损坏，请停止使用并从备份恢复。' });
  }
}
try {
  verifyChain(db, order.afterSeq, say);
} catch {
  say({ kind: 'fault', sentence: '记录链无法读完：数据库已经损坏，请停止使用并从备份恢复。' });
}
db.close();
say({ kind: 'end' });
