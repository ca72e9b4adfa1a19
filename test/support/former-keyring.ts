import { randomBytes, randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PersonEntry, withSum } from '../../main/platform/vault/keyring-file.ts';
import { KEYRING_NAMES } from '../../main/platform/vault/keyring-pair.ts';
import { formerSealKeyOf, vaultCheck } from '../../main/platform/vault/keyring-seals.ts';
import { fromPassword } from '../../main/platform/vault/keyring-secrets.ts';
import { type VaultKey, wrapKey } from '../../main/platform/vault/keys.ts';

/** The keyring of format 1, one file without seals, as the program wrote it before there was a copy. */
export async function writeFormat1(
  dir: string,
  vaultKey: VaultKey,
  people: readonly { id: string; name: string; password: string }[],
): Promise<void> {
  const vaultId = randomUUID();
  const entries: PersonEntry[] = [];
  for (const { id, name, password } of people) {
    const kdf = {
      algorithm: 'argon2id' as const,
      memoryKiB: 8 * 1024,
      passes: 1,
      lanes: 1,
      salt: randomBytes(16).toString('base64'),
    };
    const { wrapping, check } = await fromPassword(password, kdf);
    const wrapped = wrapKey(wrapping, vaultKey, Buffer.from(JSON.stringify([vaultId, 'person', id]))).toString(
      'base64',
    );
    entries.push({
      ...withSum({ id, name, kdf, check: Buffer.from(check).toString('base64'), wrapped, keys: null }),
      seal: '',
    });
  }
  const old = {
    format: 1,
    vaultId,
    vaultCheck: vaultCheck(formerSealKeyOf(vaultKey), vaultId),
    people: entries.map(({ seal: _seal, keys: _keys, ...entry }) => entry),
    recovery: [],
  };
  const [main = '', copy = ''] = KEYRING_NAMES;
  await writeFile(join(dir, main), `${JSON.stringify(old, null, 2)}\n`);
  await rm(join(dir, copy));
}
