import { createHash } from 'node:crypto';
import type Sqlite from 'better-sqlite3-multiple-ciphers';
import type { Look, LookKind } from '../../../shared/contract/looks.ts';
import type { Store } from '../store/open.ts';
import type { Audit } from './chain.ts';
import { type Finding, ofOffice } from './finding.ts';

const insertion = `insert into look (at, "personId", who, kind, what, "subjectId", "caseId") values (@at, @personId, @who, @kind, @what, @subjectId, @caseId)`;

/** A look at something of a case; `caseId` is '' for a household or a search, which are in no one case. */
export interface Looked {
  kind: LookKind;
  /** What it is called, or the words that were searched. */
  what: string;
  subjectId: string;
  caseId: string;
}

/** A page asks for one thing many times while it is open: that is one look. */
const ONE_LOOK_MS = 30 * 60_000;
/** What a crash may take of the looks. */
const WRITE_BEHIND_MS = 1_000;
/** An entry of the chain covers the looks of so long a time. */
const COVER_EVERY_MS = 10 * 60_000;

const coveringVerb = '登记查阅';
const columns = 'seq, at, "personId", who, kind, what, "subjectId", "caseId"';

export interface Looks {
  /** Answers at once; the look is on the disk within a second or so. */
  note: (looked: Looked) => void;
  /** Newest first, of one case or all. */
  list: (filter: { caseId?: string; before: number | null; limit: number }) => Look[];
  /** Writes what is left and covers all of it with an entry. */
  close: () => Promise<void>;
}

export interface LooksOptions {
  store: Pick<Store, 'db' | 'all' | 'get' | 'run' | 'unit'>;
  audit: Pick<Audit, 'append'>;
  who: { personId: string; name: string };
  now: () => Date;
  /** Looks that could not be written are kept and tried again with the next one. */
  onFault: (error: unknown) => void;
}

/** Puts on record who looked at what (第四十二条、第四十八条) without letting anybody wait for it. */
export function createLooks({ store, audit, who, now, onFault }: LooksOptions): Looks {
  const lastAt = new Map<string, number>();
  let waiting: (Looked & { at: string })[] = [];
  let timer: NodeJS.Timeout | undefined;

  function note(looked: Looked): void {
    const moment = now();
    const key = `${looked.kind} ${looked.subjectId || looked.what}`;
    const isSame = moment.getTime() - (lastAt.get(key) ?? -Infinity) < ONE_LOOK_MS;
    if (isSame) return;
    lastAt.set(key, moment.getTime());
    // Who types on searches for one thing.
    waiting = waiting.filter((other) => !isTypedOn(other, looked));
    waiting.push({ ...looked, at: moment.toISOString() });
    timer ??= setTimeout(() => void write().catch(onFault), WRITE_BEHIND_MS).unref();
  }

  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      await store.unit.run(async () => {
        for (const look of batch) store.run(insertion, { ...look, personId: who.personId, who: who.name });
      });
    } catch (error) {
      waiting = [...batch, ...waiting];
      throw error;
    }
  }

  /** One entry holds the digest of all looks since the last such entry. */
  async function cover(): Promise<void> {
    const from = lastCovered(store.db) + 1;
    const batch = digestOfLooks(store.db, from, Number.MAX_SAFE_INTEGER);
    if (batch.count === 0) return;
    const detail = { from, to: batch.last, digest: batch.digest };
    await store.unit.run(async () => audit.append({ verb: coveringVerb, what: `${batch.count}次`, detail }));
  }

  const covering = setInterval(() => void cover().catch(onFault), COVER_EVERY_MS).unref();

  async function close(): Promise<void> {
    clearInterval(covering);
    await write();
    await cover();
  }

  const list: Looks['list'] = ({ caseId, before, limit }) =>
    store.all<Look>(
      `select seq, at, who, kind, what from look where seq < @before ${caseId === undefined ? '' : 'and "caseId" = @caseId'} order by seq desc limit @limit`,
      { before: before ?? Number.MAX_SAFE_INTEGER, caseId, limit },
    );

  return { note, list, close };
}

const isTypedOn = (earlier: Looked, later: Looked): boolean =>
  earlier.kind === '搜索' && later.kind === '搜索' && later.what.startsWith(earlier.what);

interface Covered {
  from: number;
  to: number;
  digest: string;
}

function lastCovered(db: Sqlite.Database): number {
  const last = db
    .prepare(
      `select json_extract(detail, '$.to') as "to" from audit where verb = '${coveringVerb}' order by seq desc limit 1`,
    )
    .get() as Pick<Covered, 'to'> | undefined;
  return last?.to ?? 0;
}

/** SHA-256 over the looks from `from` to `to`, each as a JSON array of its columns on a line; with how many they are and the last of them. */
function digestOfLooks(db: Sqlite.Database, from: number, to: number): { digest: string; count: number; last: number } {
  const hash = createHash('sha256');
  const rows = db.prepare(`select ${columns} from look where seq between ? and ? order by seq`).raw();
  let count = 0;
  let last = 0;
  for (const row of rows.iterate(from, to) as IterableIterator<unknown[]>) {
    hash.update(`${JSON.stringify(row)}\n`);
    count += 1;
    last = Number(row[0]);
  }
  return { digest: hash.digest('hex'), count, last };
}

/** A finding for every batch of looks that is not as the chain covers it. */
export function* differencesOfLooks(db: Sqlite.Database): Generator<Finding> {
  const entries = db.prepare(`select seq, detail from audit where verb = '${coveringVerb}' order by seq`);
  let next = 1;
  for (const { seq, detail } of entries.all() as { seq: number; detail: string }[]) {
    const { from, to, digest } = JSON.parse(detail) as Covered;
    // What was put in before the first of all belongs to no batch, and so makes the first one differ.
    const first = next === 1 ? Number.MIN_SAFE_INTEGER : from;
    if (from !== next || digestOfLooks(db, first, to).digest !== digest)
      yield ofOffice(`第${from}条至第${to}条查阅记录与第${seq}条记录登记的不符，是绕过程序改动过的。`);
    next = to + 1;
  }
}
