import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { samplePassword } from '../../../main/sample/sample.ts';
import { databasesOf } from '../../../main/app/session/databases.ts';
import { keyConnection } from '../../../main/platform/store/open.ts';
import { createKeyring } from '../../../main/platform/vault/keyring.ts';
import type { SchemaName } from '../../../main/platform/store/schema.ts';
import type { VaultKey } from '../../../main/platform/vault/keys.ts';
import { type ContentKeys, contentKeysOf } from '../../../main/platform/vault/unlocked-keys.ts';
import { errorCode } from '../../../main/platform/files.ts';

/** Changes a database of a locked profile behind the program's back, as somebody with the key could. */
export async function tamper(
  dir: string,
  change: (db: Sqlite.Database) => void,
  which: SchemaName = 'content',
): Promise<void> {
  const { file, keyHex } = databasesOf(dir, await keysOf(dir))[which];
  const db = new Sqlite(file);
  try {
    keyConnection(db, keyHex());
    change(db);
  } finally {
    db.close();
  }
}

/** Those of the first person who holds the vault key. */
async function keysOf(dir: string): Promise<ContentKeys> {
  const keyring = createKeyring(dir);
  for (const { id } of await keyring.people()) {
    const keys = await keyring.unlock(id, samplePassword);
    if (keys.vaultKey !== null) return contentKeysOf(keys);
  }
  throw new Error('nobody holds the vault key');
}

export const vaultKeyOf = async (dir: string): Promise<VaultKey> => (await keysOf(dir)).vaultKey;

/** A hash over every row of every table of a locked profile; rejects when something cannot be read. */
export async function contentOf(dir: string): Promise<string> {
  const hash = createHash('sha256');
  const read = (db: Sqlite.Database): void => {
    const tables = db.prepare("select name from sqlite_master where type = 'table' order by name").all() as {
      name: string;
    }[];
    for (const { name } of tables) {
      for (const row of db.prepare(`select * from "${name}"`).iterate()) hash.update(JSON.stringify(row));
    }
  };
  await tamper(dir, read);
  await tamper(dir, read, 'office');
  return hash.digest('hex');
}

export const sealedFile = (dir: string, sha256: string): string => join(dir, 'vault', sha256.slice(0, 2), sha256);

/** Where a text stands in a file in any of the encodings a program may leave it in. */
export async function holdsText(file: string, text: string): Promise<boolean> {
  const content = await readFile(file).catch((error: unknown) => {
    // Written beside and renamed since it was listed (platform/durable.ts): it is looked at under its own name.
    if (file.endsWith('.new') && errorCode(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  const little = Buffer.from(text, 'utf16le');
  return [Buffer.from(text), little, Buffer.from(little).swap16()].some((bytes) => content.includes(bytes));
}
