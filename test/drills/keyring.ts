import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isVaultFault } from '../../main/platform/vault/errors.ts';
import { createKeyring, type Keyring } from '../../main/platform/vault/keyring.ts';
import { type KeyringRecord, readKeyringFile, recordOf } from '../../main/platform/vault/keyring-file.ts';
import { KEYRING_NAMES } from '../../main/platform/vault/keyring-pair.ts';
import { type UnlockedKeys } from '../../main/platform/vault/unlocked-keys.ts';
import type { Drilled } from './drilled.ts';
import { damages, type DrilledKeyring, type Random } from './keyring-damages.ts';
import { randomOf } from './random.ts';

const DAMAGES = 140;
const KILLS = 40;
const LONGEST_LIFE_MS = 400;
const SEED = 20261130;
const CHEAP = { memoryKiB: 8 * 1024, passes: 1, lanes: 1 };
const PEOPLE = ['zhang', 'wang', 'li', 'zhao', 'sun', 'zhou', 'left'];
/** Holds the office key only; checks and mends the keyring as everybody does. */
const OFFICE_ONLY = 'zhou';
const passwordOf = (id: string): string => `${id}-password`;

/**
 * A keyring is harmed in one of the ways that chance, a failing disk, or somebody who may write to the profile but knows no password could
 * harm it. Each harm must be found, nobody but those whose own entry it hit may be locked out, and what can be mended is mended.
 */
export async function drillKeyring(): Promise<Drilled> {
  const keyring = await drilledKeyring();
  const random = randomOf(SEED);
  const killed = await killWhileWriting(keyring, random);
  const counts = {
    kills: KILLS,
    lostByKill: killed.length,
    damages: DAMAGES,
    found: 0,
    unseen: 0,
    lockedOut: 0,
    refusedAsDamaged: 0,
    leftUnmended: 0,
  };
  const failures = [...killed];
  for (let n = 0; n < DAMAGES; n += 1) {
    const [kind = '', damage] = Object.entries(damages)[n % Object.keys(damages).length] ?? [];
    const dir = await mkdtemp(join(tmpdir(), 'keyring-'));
    for (const name of KEYRING_NAMES) await writeFile(join(dir, name), keyring.text);
    const hit = (await damage?.(dir, random, keyring)) ?? [];
    const fault = hit === 'everybody' ? await refusedFault(dir) : await harmOf(dir, keyring, hit);
    if (hit === 'everybody' && fault === null) counts.refusedAsDamaged += 1;
    if (fault === null) counts.found += 1;
    else {
      counts[fault.kind] += 1;
      failures.push(`${n} ${kind}: ${fault.kind} ${fault.who}`);
    }
    await rm(dir, { recursive: true, force: true });
  }
  return { counts, failures };
}

/** The program is killed while it writes: the last password that was said to be changed opens, or the next one, and all others do. */
async function killWhileWriting({ text, now, changed }: DrilledKeyring, random: Random): Promise<string[]> {
  const failures: string[] = [];
  const opener = now.people.find(({ id }) => id !== changed)?.id ?? '';
  const others = now.people.map(({ id }) => id).filter((id) => id !== changed);
  for (let n = 0; n < KILLS; n += 1) {
    const dir = await mkdtemp(join(tmpdir(), 'keyring-'));
    for (const name of KEYRING_NAMES) await writeFile(join(dir, name), text);
    const words = [dir, opener, passwordOf(opener), changed];
    const child = fork(join(import.meta.dirname, 'changing-passwords.ts'), words);
    let done = 0;
    child.on('message', (change: number) => (done = change));
    await once(child, 'message');
    await pause(random(LONGEST_LIFE_MS));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const keyring = createKeyring(dir);
    const { lockedOut, keys } = await openedBy(keyring, others);
    const passwords = [`password ${done}`, `password ${done + 1}`];
    const mine = await Promise.all(
      passwords.map((password) => keyring.unlock(changed, password).catch(() => undefined)),
    );
    const settled = keys && (await keyring.settle(keys, null));
    if (lockedOut.length > 0 || !mine.some((key) => key !== undefined) || settled?.findings.length !== 0)
      failures.push(`kill after change ${done}: ${lockedOut.join(', ')} ${JSON.stringify(settled?.findings)}`);
    await rm(dir, { recursive: true, force: true });
  }
  return failures;
}

interface Fault {
  kind: 'unseen' | 'lockedOut' | 'leftUnmended';
  who: string;
}

/** With both files unreadable the keyring says that it is damaged or gone, and not that nothing was ever there. */
async function refusedFault(dir: string): Promise<Fault | null> {
  const refused = await createKeyring(dir)
    .people()
    .then(
      () => false,
      (error: unknown) => isVaultFault(error, 'keyring-damaged') || isVaultFault(error, 'keyring-missing'),
    );
  return refused ? null : { kind: 'unseen', who: '' };
}

async function harmOf(
  dir: string,
  { record, now, ...keyring }: DrilledKeyring & { record: KeyringRecord },
  hit: readonly string[],
): Promise<Fault | null> {
  const others = now.people.map(({ id }) => id).filter((id) => !hit.includes(id));
  const before = await openedBy(createKeyring(dir), others);
  if (before.lockedOut.length > 0 || !before.keys) return { kind: 'lockedOut', who: before.lockedOut.join(', ') };
  const { findings, record: settled } = await createKeyring(dir).settle(before.keys, record);
  if (findings.length === 0) return { kind: 'unseen', who: '' };
  // As the next start finds it.
  const again = createKeyring(dir);
  const after = await openedBy(again, others);
  if (after.lockedOut.length > 0) return { kind: 'lockedOut', who: `${after.lockedOut.join(', ')} afterwards` };
  const files = await Promise.all(KEYRING_NAMES.map((name) => readFile(join(dir, name), 'utf8')));
  const stays = (await again.settle(before.keys, settled)).findings.filter(({ kind }) => kind === 'file');
  const isThere = (await again.people()).some(({ id }) => id === keyring.left);
  return files[0] !== files[1] || stays.length > 0 || isThere
    ? { kind: 'leftUnmended', who: JSON.stringify(stays) }
    : null;
}

async function openedBy(
  keyring: Keyring,
  ids: readonly string[],
): Promise<{ lockedOut: string[]; keys?: UnlockedKeys }> {
  const lockedOut: string[] = [];
  let keys: UnlockedKeys | undefined;
  for (const id of ids) {
    const opened = await keyring.unlock(id, passwordOf(id)).catch(() => undefined);
    if (opened) keys = opened;
    else lockedOut.push(id);
  }
  return keys ? { lockedOut, keys } : { lockedOut };
}

/** A keyring with a history: a password changed, somebody left, and the recovery letter made anew after `earlier`. */
async function drilledKeyring(): Promise<DrilledKeyring & { record: KeyringRecord }> {
  const dir = await mkdtemp(join(tmpdir(), 'keyring-'));
  const keyring = createKeyring(dir, CHEAP);
  const [changed = '', ...others] = PEOPLE;
  const keys = await keyring.create({ id: changed, name: changed }, 'an earlier password');
  for (const id of others)
    await keyring.addPerson(keys, { id, name: id, reads: id === OFFICE_ONLY ? 'office' : 'content' }, passwordOf(id));
  await keyring.addRecovery(keys);
  const earlier = await fileIn(dir);
  await keyring.resetPassword(keys, changed, passwordOf(changed));
  await keyring.removePerson(keys, 'left', new Date().toISOString());
  await keyring.keepOnlyRecovery(keys, (await keyring.addRecovery(keys)).id);
  const now = await fileIn(dir);
  const text = await readFile(join(dir, KEYRING_NAMES[0]), 'utf8');
  await rm(dir, { recursive: true });
  const unchanged = others.filter((id) => id !== 'left');
  return { now, earlier, text, unchanged, changed, left: 'left', record: recordOf(now) };
}

async function fileIn(dir: string) {
  const { file } = await readKeyringFile(join(dir, KEYRING_NAMES[0]), KEYRING_NAMES[0]);
  if (!file) throw new Error('the keyring of the drill cannot be read');
  return file;
}
