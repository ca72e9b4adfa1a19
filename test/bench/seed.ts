import { randomUUID } from 'node:crypto';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { databaseFile, databaseKey } from '../../main/app/session/first-start.ts';
import { grams } from '../../main/platform/store/grams.ts';
import { keyConnection } from '../../main/platform/store/open.ts';
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

/**
 * Fills the profile of the filed sample case with copies of it under other parties until it holds `papers` papers, with
 * their periods and their search index. It goes past the features, which would take hours, and leaves the audit as it is.
 */
export async function seed(dir: string, papers: number): Promise<void> {
  const keyring = createKeyring(dir);
  const [person] = await keyring.people();
  const db = new Sqlite(databaseFile(dir));
  keyConnection(db, databaseKey(await keyring.unlock(person?.id ?? '', samplePassword)));
  db.pragma('journal_mode=WAL');
  const all = (table: string): Row[] => db.prepare(`select * from ${table}`).all() as Row[];
  const [household = {}] = all('household');
  const [item = {}] = all('case_record');
  const samples = { papers: all('paper'), periods: all('period'), officers: all('case_officer') };
  const copies = Math.ceil((papers - samples.papers.length) / samples.papers.length);
  const copy = inserter(db);
  db.exec('begin');
  for (let n = 0; n < copies; n += 1) {
    const [householdId, caseId, name, owner] = [randomUUID(), randomUUID(), companyOf(n), ownerOf(n)];
    const moment = new Date(Date.UTC(2015, 0, 1) + (n / copies) * 11 * 365 * 86_400_000).toISOString();
    const renamed = (text: string): string =>
      text
        .replaceAll('辽源市福满园餐饮有限公司', name)
        .replaceAll('陈福来', owner)
        .replaceAll(String(item['id']), caseId);
    copy('household', {
      ...household,
      id: householdId,
      name,
      legalRep: owner,
      keyText: `seed-${n}`,
      keyKind: 'temporary',
      createdAt: moment,
      updatedAt: moment,
    });
    copy('case_record', {
      ...item,
      id: caseId,
      number: `辽人社监立字〔${moment.slice(0, 4)}〕第${n}号`,
      state: n % 20 === 0 ? 'open' : 'filed',
      createdAt: moment,
      updatedAt: moment,
    });
    copy('case_party', { caseId, householdId, position: 0, leftAt: null, leftReason: null });
    for (const row of samples.officers) copy('case_officer', { ...row, caseId });
    for (const row of samples.periods) copy('period', { ...row, ...lapsed(row, renamed), caseId });
    for (const row of samples.papers) {
      const values = renamed(String(row['values']));
      const id = randomUUID();
      copy('paper', {
        ...row,
        id,
        caseId,
        values,
        number: null,
        createdAt: moment,
        updatedAt: moment,
        issuedAt: moment,
      });
      index(
        db,
        'paper',
        id,
        caseId,
        String(row['name']),
        (values.match(/[\u4e00-\u9fff]{2,}/g) ?? []).join('\n'),
        moment,
      );
    }
    index(db, 'household', householdId, null, name, owner, moment);
  }
  db.exec('commit');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
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

function index(
  db: Sqlite.Database,
  kind: string,
  refId: string,
  caseId: string | null,
  title: string,
  body: string,
  moment: string,
): void {
  const { rowid } = db
    .prepare(
      'insert into search_text (kind, refId, caseId, householdId, title, body, at) values (?, ?, ?, null, ?, ?, ?) returning rowid',
    )
    .get(kind, refId, caseId, title, body, moment) as { rowid: number };
  db.prepare(
    `insert into ${kind === 'household' ? 'household_index' : 'search_index'} (rowid, grams) values (?, ?)`,
  ).run(rowid, grams(`${title}\n${body}`));
}
