import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../../shared/contract/cases.ts';
import type { Store } from '../store/open.ts';
import type { SigningKey } from '../vault/signing.ts';
import { nameOfRow } from './name-of-row.ts';
import { createRowDigester, hashOfRows, inOrder, type RowDigest } from './row-digests.ts';
import { signatureOf, type SignedEntry } from './signatures.ts';

/** One act to be recorded: who did what to which subject, with old and new values where something changed. */
export interface Act {
  verb: string;
  /** What it was done to, in words. */
  what: string;
  subjectId?: string;
  caseId?: string;
  detail?: Record<string, unknown>;
}

export interface AuditRow extends SignedEntry {
  what: string;
  subjectId: string;
  caseId: string;
  detail: string;
  previous: string;
  /** Hash over the digests of the rows it left behind; '' where it wrote none, and before there were any. */
  rows: string;
}
export interface Head {
  seq: number;
  hash: string;
}
export const emptyHead: Head = { seq: 0, hash: '0'.repeat(64) };

/** Hash of an entry over a fixed encoding: a JSON array of the columns in this order, never object key order. */
export function hashOf(row: Omit<AuditRow, 'hash' | 'signature' | 'signingKey'>): string {
  const fixed = [
    row.seq,
    row.at,
    row.personId,
    row.who,
    row.verb,
    row.what,
    row.subjectId,
    row.caseId,
    row.detail,
    row.previous,
    ...(row.rows === '' ? [] : [row.rows]),
  ];
  return createHash('sha256').update(JSON.stringify(fixed)).digest('hex');
}

/** Short code of a head for receipts and slips (纸上锚点): a chain alone cannot show that its tail was cut off. */
export const anchorCode = (head: Head): string =>
  `${head.hash
    .slice(0, 12)
    .toUpperCase()
    .replaceAll(/(.{4})(?=.)/g, '$1-')} 第${head.seq}条`;

/** Entries under this verb say that a row was other than the chain had left it when the program wrote over it. */
export const overwrittenVerb = '发现改动';

/** An entry with its case, '' for none. */
export interface ChainEntry extends AuditEntry {
  caseId: string;
}

export interface Audit {
  /**
   * Appends inside the running unit of work, after all that the act writes: the entry takes the digests of the facts written so far,
   * so that an act, its rows and its entry are kept or lost together. `rows` gives other digests. Answers the new head.
   */
  append: (act: Act, rows?: readonly RowDigest[]) => Head;
  head: () => Head;
  entries: (filter: { caseId?: string; before: number | null; limit: number }) => ChainEntry[];
}

type Chained = Pick<Store, 'db' | 'all' | 'get' | 'written'>;

/** Who acts, and with which key the entries are signed. */
export interface Signer {
  personId: string;
  name: string;
  signingKey: SigningKey;
}

/** The append-only chain (第四条, 第四十八条). `who` acts in this session and signs every entry. */
export function createAudit(store: Chained, who: Signer, now: () => Date): Audit {
  const head = (): Head => store.get<Head>('select seq, hash from audit order by seq desc limit 1') ?? emptyHead;
  const insert = insertEntry(store, head, who, now);
  const digest = createRowDigester(store.db);

  function append(act: Act, rows?: readonly RowDigest[]): Head {
    if (rows !== undefined) return insert(act, inOrder(rows));
    const taken = digest(store.written.take());
    for (const { table, rowId, caseId } of taken.overwritten)
      insert({ verb: overwrittenVerb, what: nameOfRow(store.db, table, rowId, caseId), subjectId: rowId, caseId }, []);
    return insert(act, taken.rows);
  }

  return { head, append, entries: (filter) => entriesOf(store, filter) };
}

/** Puts an entry at the end of the chain, with the digests it is to hold. */
function insertEntry(
  { db }: Chained,
  head: () => Head,
  who: Signer,
  now: () => Date,
): (act: Act, rows: readonly RowDigest[]) => Head {
  const entry = db.prepare(
    'insert into audit (seq, at, personId, who, verb, what, subjectId, caseId, detail, previous, rows, hash, signature, "signingKey") values (@seq, @at, @personId, @who, @verb, @what, @subjectId, @caseId, @detail, @previous, @rows, @hash, @signature, @signingKey)',
  );
  const digest = db.prepare(
    'insert into audit_row (seq, tableName, rowId, caseId, digest, marks) values (@seq, @tableName, @rowId, @caseId, @digest, @marks)',
  );
  return (act, rows) => {
    const last = head();
    const row = {
      seq: last.seq + 1,
      at: now().toISOString(),
      personId: who.personId,
      who: who.name,
      verb: act.verb,
      what: act.what,
      subjectId: act.subjectId ?? '',
      caseId: act.caseId ?? '',
      detail: JSON.stringify(act.detail ?? {}),
      previous: last.hash,
      rows: rows.length === 0 ? '' : hashOfRows(rows),
    };
    const hash = hashOf(row);
    entry.run({ ...row, hash, ...signatureOf(who.signingKey, hash) });
    for (const each of rows) digest.run({ seq: row.seq, ...each });
    return { seq: row.seq, hash };
  };
}

const entriesOf = (
  store: Chained,
  { caseId, before, limit }: { caseId?: string; before: number | null; limit: number },
): ChainEntry[] =>
  store
    .all<AuditRow>(
      `select * from audit where seq < @before ${caseId === undefined ? '' : 'and caseId = @caseId'} order by seq desc limit @limit`,
      { before: before ?? Number.MAX_SAFE_INTEGER, caseId, limit },
    )
    .map(({ at: moment, detail, ...entry }) => ({
      seq: entry.seq,
      at: moment,
      who: entry.who,
      verb: entry.verb,
      what: entry.what,
      caseId: entry.caseId,
      detail: JSON.parse(detail) as Record<string, unknown>,
      signed: entry.signature !== '',
    }));
