import { randomUUID } from 'node:crypto';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { databaseKey } from '../../main/app/session/first-start.ts';
import { databaseFile } from '../../main/app/session/profile-files.ts';
import { grams } from '../../main/platform/store/grams.ts';
import { keyConnection, openStore } from '../../main/platform/store/open.ts';
import { contentKeysOf } from '../../main/platform/vault/unlocked-keys.ts';
import { createKeyring } from '../../main/platform/vault/keyring.ts';
import { samplePassword } from '../../main/sample/sample.ts';

type Row = Record<string, string | number | null>;

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀英霞平刚桂兰志华建国春梅玉珍海燕文斌红鹏飞雪琴'];
const trades = [
  '餐饮',
  '服装',
  '建筑',
  '物业',
  '物流',
  '机械',
  '商贸',
  '食品',
  '印刷',
  '家政',
  '保安',
  '汽修',
  '酒店',
  '养殖',
  '医药',
  '电子',
];

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
export const ownerOf = (n: number): string => `${pick(surnames, n)}${pick(given, n * 7 + 3)}${pick(given, n * 13 + 5)}`;
export const companyOf = (n: number): string =>
  `辽源市${pick(given, n * 3)}${pick(given, n * 11 + 1)}${pick(surnames, n * 5)}${pick(trades, n)}有限公司`;

/** Every so many years a company is in trouble all the time: its household holds the first cases, up to this many papers. */
export const PAPERS_OF_ONE_HOUSEHOLD = 54_000;
export const bigHousehold = '辽源市常年有案的集团有限公司';

/**
 * Fills the profile of the filed sample case with copies of it under other parties until it holds `papers` papers, with
 * their periods and their search index. It goes past the features, which would take hours, and leaves the audit as it is. With more
 * papers than one household is given, the first cases are all those of one.
 */
export async function seed(dir: string, papers: number): Promise<void> {
  // The database is brought to the schema of today first.
  const keyring = createKeyring(dir);
  // The first one, 系统管理员, holds no vault key.
  const [, person] = await keyring.people();
  const key = databaseKey(contentKeysOf(await keyring.unlock(person?.id ?? '', samplePassword)).vaultKey);
  await (await openStore(databaseFile(dir), key)).close();
  const db = new Sqlite(databaseFile(dir));
  keyConnection(db, key);
  // The folder is a copy that a failed run throws away.
  db.pragma('journal_mode=MEMORY');
  db.pragma('synchronous=OFF');
  db.pragma('cache_size=-400000');
  for (const name of searchIndexes)
    db.exec(`insert into ${name} (${name}, rank) values ('hashsize', ${256 * 2 ** 20})`);
  const all = (table: string): Row[] => db.prepare(`select * from ${table}`).all() as Row[];
  const samples: Samples = {
    household: all('household')[0] ?? {},
    item: all('case_record')[0] ?? {},
    papers: all('paper'),
    periods: all('period'),
    officers: all('case_officer'),
  };
  const copies = Math.ceil((papers - samples.papers.length) / samples.papers.length);
  const ofOne = papers > 2 * PAPERS_OF_ONE_HOUSEHOLD ? Math.ceil(PAPERS_OF_ONE_HOUSEHOLD / samples.papers.length) : 0;
  const copy = inserter(db);
  const index = indexer(db);
  db.exec('begin');
  let householdId = '';
  for (let n = 0; n < copies; n += 1) {
    if (n === 0 || n >= ofOne)
      householdId = copyHousehold(samples, { copy, index }, n, n < ofOne ? bigHousehold : companyOf(n));
    copyCase(samples, { copy, index }, { n, householdId, moment: momentOfCopy(n, copies) });
  }
  db.exec('commit');
  for (const name of searchIndexes) db.exec(`insert into ${name} (${name}, rank) values ('hashsize', ${2 ** 20})`);
  db.close();
}

const searchIndexes = ['household_index', 'case_index', 'paper_index', 'exhibit_index'];

interface Samples {
  household: Row;
  item: Row;
  papers: Row[];
  periods: Row[];
  officers: Row[];
}
interface Into {
  copy: (table: string, row: Row) => void;
  index: (entry: IndexEntry) => void;
}

/** Spread over eleven years, the newest last. */
const momentOfCopy = (n: number, copies: number): string =>
  new Date(Date.UTC(2015, 0, 1) + (n / copies) * 11 * 365 * 86_400_000).toISOString();

function copyHousehold({ household }: Samples, { copy, index }: Into, n: number, name: string): string {
  const id = randomUUID();
  const owner = ownerOf(n);
  copy('household', { ...household, id, name, legalRep: owner, keyText: `seed-${n}`, keyKind: 'temporary' });
  index({
    kind: 'household',
    refId: id,
    caseId: null,
    title: name,
    lines: [owner],
    moment: String(household['updatedAt']),
  });
  return id;
}

function copyCase(
  { item, papers, periods, officers }: Samples,
  { copy, index }: Into,
  { n, householdId, moment }: { n: number; householdId: string; moment: string },
): void {
  const caseId = randomUUID();
  const [name, owner] = [companyOf(n), ownerOf(n)];
  const renamed = (text: string): string =>
    text
      .replaceAll('辽源市福满园餐饮有限公司', name)
      .replaceAll('陈福来', owner)
      .replaceAll(String(item['id']), caseId);
  copy('case_record', {
    ...item,
    id: caseId,
    number: `辽人社监立字〔${moment.slice(0, 4)}〕第${n}号`,
    state: n % 20 === 0 ? 'open' : 'filed',
    createdAt: moment,
    updatedAt: moment,
  });
  copy('case_party', { caseId, householdId, position: 0, leftAt: null, leftReason: null });
  for (const row of officers) copy('case_officer', { ...row, caseId, begunAt: moment });
  for (const row of periods) copy('period', { ...row, ...lapsed(row, renamed), caseId, lapsesAt: null });
  for (const row of papers) {
    const values = renamed(String(row['values']));
    const id = randomUUID();
    copy('paper', {
      ...row,
      id,
      caseId,
      partyId: row['partyId'] === null ? null : householdId,
      values,
      number: null,
      createdAt: moment,
      updatedAt: moment,
      issuedAt: moment,
    });
    const lines = values.match(/[\u4e00-\u9fff]{2,}/g) ?? [];
    index({ kind: 'paper', refId: id, caseId, title: String(row['name']), lines, moment });
  }
}

/** A party's window of an old case has run out by itself and was met when it did (诉讼期限届满). */
function lapsed(row: Row, renamed: (text: string) => string): Row {
  const period = JSON.parse(renamed(String(row['period']))) as {
    lapses: boolean;
    due: string | null;
    metAt: string | null;
  };
  if (!period.lapses || period.metAt !== null) return { period: JSON.stringify(period) };
  return { metAt: period.due, period: JSON.stringify({ ...period, metAt: period.due }) };
}

function inserter(db: Sqlite.Database): (table: string, row: Row) => void {
  const statements = new Map<string, Sqlite.Statement>();
  return (table, row) => {
    const columns = Object.keys(row);
    const statement =
      statements.get(table) ??
      db.prepare(
        `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')}) values (${columns.map((name) => `@${name}`).join(', ')})`,
      );
    statements.set(table, statement);
    statement.run(row);
  };
}

interface IndexEntry {
  kind: string;
  refId: string;
  caseId: string | null;
  title: string;
  lines: string[];
  moment: string;
}

function indexer(db: Sqlite.Database): Into['index'] {
  const insertText = db.prepare(
    'insert into search_text (kind, refId, caseId, householdId, title, body, at) values (?, ?, ?, null, ?, ?, ?) returning rowid',
  );
  const insertGrams = new Map(
    searchIndexes.map((name) => [name, db.prepare(`insert into ${name} (rowid, grams) values (?, ?)`)]),
  );
  // Most lines are the same in every copy.
  const known = new Map<string, string>();
  const gramsOf = (line: string): string => {
    const made = known.get(line) ?? grams(line);
    if (known.size < 50_000) known.set(line, made);
    return made;
  };
  return ({ kind, refId, caseId, title, lines, moment }) => {
    const { rowid } = insertText.get(kind, refId, caseId, title, lines.join('\n'), moment) as { rowid: number };
    insertGrams.get(`${kind}_index`)?.run(rowid, [title, ...lines].map(gramsOf).join(' '));
  };
}
