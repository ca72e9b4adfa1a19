import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../../shared/contract/cases.ts';
import type { Store } from '../store/open.ts';

/** One act to be recorded: who did what to which subject, with old and new values where something changed. */
export interface Act {
  verb: string;
  /** What it was done to, in words. */
  what: string;
  subjectId?: string;
  caseId?: string;
  detail?: Record<string, unknown>;
}

export interface AuditRow {
  seq: number;
  at: string;
  personId: string;
  who: string;
  verb: string;
  what: string;
  subjectId: string;
  caseId: string;
  detail: string;
  previous: string;
  hash: string;
}
export interface Head {
  seq: number;
  hash: string;
}
export const emptyHead: Head = { seq: 0, hash: '0'.repeat(64) };

/** Hash of an entry over a fixed encoding: a JSON array of the columns in this order, never object key order. */
export function hashOf(row: Omit<AuditRow, 'hash'>): string {
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
  ];
  return createHash('sha256').update(JSON.stringify(fixed)).digest('hex');
}

/** Short code of a head for receipts and slips (纸上锚点): a chain alone cannot show that its tail was cut off. */
export const anchorCode = (head: Head): string =>
  `${head.hash
    .slice(0, 12)
    .toUpperCase()
    .replaceAll(/(.{4})(?=.)/g, '$1-')} 第${head.seq}条`;

export interface Audit {
  /** Appends inside the running unit of work, so an act and its entry are kept or lost together. Answers the new head. */
  append: (act: Act) => Head;
  head: () => Head;
  entries: (filter: { caseId?: string; before: number | null; limit: number }) => AuditEntry[];
}

/** The append-only chain (第四条, 第四十八条). `who` acts in this session. */
export function createAudit(
  store: Pick<Store, 'db' | 'all' | 'get'>,
  who: { personId: string; name: string },
  now: () => Date,
): Audit {
  const insert = store.db.prepare(
    'insert into audit (seq, at, personId, who, verb, what, subjectId, caseId, detail, previous, hash) values (@seq, @at, @personId, @who, @verb, @what, @subjectId, @caseId, @detail, @previous, @hash)',
  );
  const head = (): Head => store.get<Head>('select seq, hash from audit order by seq desc limit 1') ?? emptyHead;
  return {
    head,
    append: (act) => {
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
      };
      const hash = hashOf(row);
      insert.run({ ...row, hash });
      return { seq: row.seq, hash };
    },
    entries: ({ caseId, before, limit }) =>
      store
        .all<AuditRow>(
          `select * from audit where seq < @before ${caseId === undefined ? '' : 'and caseId = @caseId'} order by seq desc limit @limit`,
          { before: before ?? Number.MAX_SAFE_INTEGER, caseId, limit },
        )
        .map(({ seq, at: moment, who: name, verb, what, detail }) => ({
          seq,
          at: moment,
          who: name,
          verb,
          what,
          detail: JSON.parse(detail) as Record<string, unknown>,
        })),
  };
}
