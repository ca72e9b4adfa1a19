import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { samplePassword } from '../../../main/sample/sample.ts';
import { databaseKey } from '../../../main/app/session/first-start.ts';
import { databaseFile } from '../../../main/app/session/profile-files.ts';
import { keyConnection } from '../../../main/platform/store/open.ts';
import { createKeyring } from '../../../main/platform/vault/keyring.ts';
import type { VaultKey } from '../../../main/platform/vault/keys.ts';
import { contentKeysOf } from '../../../main/platform/vault/unlocked-keys.ts';

/** Changes the database of a locked profile behind the program's back, as somebody with the key could. */
export async function tamper(dir: string, change: (db: Sqlite.Database) => void): Promise<void> {
  const vaultKey = await vaultKeyOf(dir);
  const db = new Sqlite(databaseFile(dir));
  try {
    keyConnection(db, databaseKey(vaultKey));
    change(db);
  } finally {
    db.close();
  }
}

export async function vaultKeyOf(dir: string): Promise<VaultKey> {
  const keyring = createKeyring(dir);
  const [person] = await keyring.people();
  return contentKeysOf(await keyring.unlock(person?.id ?? '', samplePassword)).vaultKey;
}

/** A hash over every row of every table of a locked profile; rejects when something cannot be read. */
export async function contentOf(dir: string): Promise<string> {
  const hash = createHash('sha256');
  await tamper(dir, (db) => {
    const tables = db.prepare("select name from sqlite_master where type = 'table' order by name").all() as {
      name: string;
    }[];
    for (const { name } of tables) {
      for (const row of db.prepare(`select * from "${name}"`).iterate()) hash.update(JSON.stringify(row));
    }
  });
  return hash.digest('hex');
}

export const sealedFile = (dir: string, sha256: string): string => join(dir, 'vault', sha256.slice(0, 2), sha256);

/** Where a text stands in a file in any of the encodings a program may leave it in. */
export async function holdsText(file: string, text: string): Promise<boolean> {
  const content = await readFile(file);
  const little = Buffer.from(text, 'utf16le');
  return [Buffer.from(text), little, Buffer.from(little).swap16()].some((bytes) => content.includes(bytes));
}
