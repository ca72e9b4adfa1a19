import Sqlite from 'better-sqlite3-multiple-ciphers';
import type { QueryRunner } from 'typeorm';
import type { Schema } from './schema.ts';

interface SchemaObject {
  type: 'table' | 'index' | 'trigger' | 'view';
  name: string;
  sql: string;
}

const words: Readonly<Record<SchemaObject['type'], string>> = {
  table: '表',
  index: '索引',
  trigger: '触发器',
  view: '视图',
};

/** Everything the steps of the schema make; what SQLite and TypeORM keep for themselves is left out. */
const objectsOf = (db: Sqlite.Database): Map<string, SchemaObject> =>
  new Map(
    (
      db
        .prepare(`select type, name, sql from sqlite_master where name not like 'sqlite_%' and name <> 'migrations'`)
        .all() as SchemaObject[]
    ).map((object) => [`${object.type} ${object.name}`, { ...object, sql: textOf(db, object) }]),
  );

/** Of a table its columns: releases of SQLite rewrite the text of one that is altered in different ways. */
const textOf = (db: Sqlite.Database, { type, name, sql }: SchemaObject): string =>
  type === 'table' ? JSON.stringify(db.pragma(`table_xinfo("${name}")`)) : sql;

/** What a step of the schema asks of TypeORM, on a bare connection. */
export const runnerOn = (db: Sqlite.Database): QueryRunner =>
  ({
    query: async (sql: string, params: unknown[] = []) => {
      const statement = db.prepare(sql);
      return statement.reader ? statement.all(...params) : statement.run(...params);
    },
  }) as unknown as QueryRunner;

/** A database in memory as all steps of the schema make it. */
async function freshSchema({ steps }: Schema): Promise<Sqlite.Database> {
  const db = new Sqlite(':memory:');
  for (const Step of steps) await new Step().up(runnerOn(db));
  return db;
}

/**
 * A sentence for every table, index, trigger or view that is not as the program made it: a trigger put in from outside would change
 * rows in the program's own transactions, which would record them as its own.
 */
export async function schemaFaults(db: Sqlite.Database, schema: Schema): Promise<string[]> {
  const fresh = await freshSchema(schema);
  const expected = objectsOf(fresh);
  fresh.close();
  const there = objectsOf(db);
  const sentence = ({ type, name }: SchemaObject, what: string): string =>
    `数据库结构${what}${words[type]}“${name}”，是绕过程序改的。`;
  return [
    ...[...there].filter(([key]) => !expected.has(key)).map(([, object]) => sentence(object, '多了')),
    ...[...expected].filter(([key]) => !there.has(key)).map(([, object]) => sentence(object, '少了')),
    ...[...there]
      .filter(([key, { sql }]) => expected.has(key) && expected.get(key)?.sql !== sql)
      .map(([, object]) => sentence(object, '里变了')),
  ];
}
