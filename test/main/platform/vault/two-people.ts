import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKeyring } from '../../../../main/platform/vault/keyring.ts';
import type { Keyring } from '../../../../main/platform/vault/keyring.ts';
import { type ContentKeys, contentKeysOf, type UnlockedKeys } from '../../../../main/platform/vault/unlocked-keys.ts';
import { scratchFolder } from './support.ts';

export const CHEAP = { memoryKiB: 8 * 1024, passes: 1, lanes: 1 };
export const zhang = { id: 'p1', name: '张三' };
export const li = { id: 'p2', name: '李四' };
export const MOMENT = '2026-11-30T01:00:00.000Z';

export type Json = {
  people: (Record<string, string> & { keys: Record<string, string> })[];
  recovery: (Record<string, string> & { keys: Record<string, string> })[];
  vaultCheck: string;
  format: number;
};

export const NAMES = ['keyring.json', 'keyring.copy.json'];

/** Changes both files alike: what one of them alone has lost is taken from the other. */
export function edit(folder: string, change: (content: Json) => void): void {
  for (const name of NAMES) {
    const path = join(folder, name);
    const content = JSON.parse(readFileSync(path, 'utf8')) as Json;
    change(content);
    writeFileSync(path, JSON.stringify(content));
  }
}

/** A keyring with two people and one recovery letter. */
export async function twoPeople() {
  const folder = scratchFolder();
  const keyring = createKeyring(folder, CHEAP);
  const keys = await keyring.create(zhang, '张三的密码八个字');
  await keyring.addPerson(keys, { ...li, reads: 'content' }, 'li-si-password');
  const { code } = await keyring.addRecovery(keys);
  return { folder, keyring, keys, vaultKey: keys.vaultKey, code };
}

export const opened = async (keyring: Keyring, id: string, password: string): Promise<UnlockedKeys & ContentKeys> =>
  contentKeysOf(await keyring.unlock(id, password));
export const vaultKeyBy = async (keyring: Keyring, id: string, password: string) =>
  (await opened(keyring, id, password)).vaultKey;
