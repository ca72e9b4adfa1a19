import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createKeyring } from '../../main/platform/vault/keyring.ts';
import type { VaultKey } from '../../main/platform/vault/keys.ts';
import { contentKeysOf } from '../../main/platform/vault/unlocked-keys.ts';
import { samplePassword } from '../../main/sample/sample.ts';
import type { Told } from './saving-office.ts';

export interface Saving {
  saves: number;
  /** Of the faults of the disk, or `sound` for none. */
  seed: string;
  /** Milliseconds from the last save to the kill. */
  killAfterMs: number;
}

/** Lets an office save in a process of its own and kills it afterwards; resolves with what it was promised. */
export async function saveUntilKilled(dir: string, { saves, seed, killAfterMs }: Saving): Promise<Told[]> {
  const told: Told[] = [];
  const child = fork(join(import.meta.dirname, 'saving-office.ts'), [dir, String(saves), seed], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const exit = once(child, 'exit');
  child.on('message', (message: Told) => {
    told.push(message);
    if (message.kind === 'end') setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  });
  await exit;
  return told;
}

/** The vault's key of the office, as its officer's password gives it. */
export async function vaultKeyOf(dir: string): Promise<VaultKey> {
  const keyring = createKeyring(dir);
  const person = (await keyring.people()).find(({ name }) => name === '王建国');
  return contentKeysOf(await keyring.unlock(person?.id ?? '', samplePassword)).vaultKey;
}
