import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyring } from '../../main/platform/vault/keyring.ts';
import { KEYRING_NAMES } from '../../main/platform/vault/keyring-pair.ts';
import { deriveKey, type VaultKey } from '../../main/platform/vault/keys.ts';
import { openSealedFile } from '../../main/platform/vault/sealed-file.ts';
import { type ContentKeys, contentKeysOf } from '../../main/platform/vault/unlocked-keys.ts';
import { samplePassword } from '../../main/sample/sample.ts';
import { databasesOpenedBy } from '../support/databases-opened.ts';
import { copyOfStage } from '../support/office-profile.ts';
import { openWorkstation } from '../support/open-workstation.ts';
import type { Drilled } from './drilled.ts';
import { randomOf } from './random.ts';

const KILLS = 40;
/** Copies in quarantine, so that a kill meets the files as often as the databases. */
const MORE_FILES = 800;
/** Every so many kills who left puts the keyring back that was kept. */
const PUT_BACK_EVERY = 5;
const SEED = 20261130;
const LEFT = '李敏';
/** Holds no vault key, and changes none. */
const OFFICE_ONLY = '吴管理';

interface Office {
  dir: string;
  /** A copy of the keyring from before, which who left has kept. */
  kept: string;
  former: VaultKey;
}

/** What the log-in has come to when a kill is set: its beginning, or the files, the databases being done. */
type Moment = 'begun' | 'files';
type Spans = Record<Moment, number>;

/**
 * Somebody left, and the log-in that changes the vault key is killed at a random moment. Everybody's password and every file opens after it, the next
 * log-in ends the change, and what opened before then opens nothing.
 */
export async function drillRotate(): Promise<Drilled> {
  const random = randomOf(SEED);
  const office = await officeSomebodyLeft();
  const counts = { kills: 0, killedInTheChange: 0, endedBefore: 0, lost: 0, unreadable: 0, opened: 0, tried: 0 };
  const failures: string[] = [];
  const spans = await unkilled(office);
  while (counts.kills < KILLS && counts.endedBefore < 3 * KILLS) {
    const dir = await copyOf(office.dir);
    const from = (counts.kills + counts.endedBefore) % 2 === 0 ? 'begun' : 'files';
    const afterMs = random(spans[from]);
    if (await isInBeforeKill(dir, counts.kills, { from, afterMs })) counts.endedBefore += 1;
    else {
      counts.kills += 1;
      if ((await stateOf(dir)).isUnderWay) counts.killedInTheChange += 1;
    }
    const harm = await harmAfter(dir, counts.kills, office);
    counts.lost += harm.lost.length;
    counts.unreadable += harm.unreadable;
    counts.opened += harm.opened;
    counts.tried += harm.tried;
    if (harm.lost.length + harm.unreadable + harm.opened > 0)
      failures.push(`killed ${afterMs} ms after ${from}: ${JSON.stringify(harm)}`);
    await rm(dir, { recursive: true });
  }
  for (const path of [office.dir, office.kept]) await rm(path, { recursive: true });
  return { counts: { ...counts, logInMs: spans.begun, filesMs: spans.files, files: MORE_FILES }, failures };
}

async function officeSomebodyLeft(): Promise<Office> {
  const dir = await copyOfStage('filed');
  const kept = await mkdtemp(join(tmpdir(), 'drill-kept-'));
  for (const name of KEYRING_NAMES) await copyFile(join(dir, name), join(kept, name));
  const keyring = createKeyring(dir);
  const people = await keyring.people();
  const keys = await contentKeysIn(dir);
  const left = people.find(({ name }) => name === LEFT);
  const [file = ''] = await sealedFiles(dir);
  for (let n = 0; n < MORE_FILES; n += 1) await copyFile(file, join(dir, 'vault', 'quarantine', `${n}`));
  await keyring.removePerson(keys, left?.id ?? '', new Date().toISOString());
  return { dir, kept, former: keys.vaultKey };
}

async function copyOf(dir: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'drill-rotate-'));
  await cp(dir, copy, { recursive: true });
  return copy;
}

async function sealedFiles(dir: string): Promise<string[]> {
  const entries = await readdir(join(dir, 'vault'), { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/** How long the log-in takes to its end, from each of the moments. */
async function unkilled(office: Office): Promise<Spans> {
  const dir = await copyOf(office.dir);
  const at: Spans = { begun: 0, files: 0 };
  await isInBeforeKill(dir, 0, null, (moment) => (at[moment] = performance.now()));
  const end = performance.now();
  await rm(dir, { recursive: true });
  if (at.files === 0) throw new Error('the log-in did not tell that it came to the files');
  return { begun: Math.round(end - at.begun), files: Math.round(end - at.files) };
}

/** Whether the log-in of the `n`th person came to its end before the kill. */
async function isInBeforeKill(
  dir: string,
  n: number,
  kill: { from: Moment; afterMs: number } | null,
  told: (moment: Moment) => void = () => {},
): Promise<boolean> {
  const people = (await createKeyring(dir).people()).filter(({ name }) => name !== OFFICE_ONLY);
  const words = [dir, people[n % people.length]?.id ?? ''];
  const child = fork(join(import.meta.dirname, 'rotating-office.ts'), words, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let done = false;
  child.on('message', (message: Moment | 'done') => {
    if (message === 'done') done = true;
    else told(message);
    if (kill !== null && message === kill.from) setTimeout(() => child.kill('SIGKILL'), kill.afterMs);
  });
  await once(child, 'exit');
  return done;
}

async function stateOf(dir: string) {
  const keys = await contentKeysIn(dir);
  return { ...(await createKeyring(dir).keyChange(keys)), vaultKey: keys.vaultKey };
}

async function contentKeysIn(dir: string): Promise<ContentKeys> {
  const keyring = createKeyring(dir);
  const person = (await keyring.people()).find(({ name }) => name !== OFFICE_ONLY);
  return contentKeysOf(await keyring.unlock(person?.id ?? '', samplePassword));
}

interface Harm {
  lost: string[];
  unreadable: number;
  opened: number;
  tried: number;
}

/** What the next log-in, of the `n`th person, finds: everything there, and the key of before worth nothing. */
async function harmAfter(dir: string, n: number, { kept, former }: Office): Promise<Harm> {
  const lost = await lostFor(dir, n);
  const files = await sealedFiles(dir);
  const { vaultKey, isUnderWay, since } = await stateOf(dir);
  if (isUnderWay || since !== null) lost.push('the change was not ended');
  const unreadable = files.length - (await countOpened(files, vaultKey));
  let opened = await countOpened(files, former);
  opened += databasesOpenedBy(dir, former).length;
  const databases = databasesOpenedBy(dir, vaultKey).length;
  if (databases !== 2) lost.push(`${2 - databases} databases`);
  if (n % PUT_BACK_EVERY === 0 && (await putBackOpens(dir, kept))) opened += 1;
  return { lost, unreadable, opened, tried: files.length + 3 };
}

/** One who stayed logs in and finds the case, the passwords of the others open too. */
async function lostFor(dir: string, n: number): Promise<string[]> {
  const lost: string[] = [];
  const { workstation, client } = await openWorkstation(dir, () => new Date());
  try {
    const { people } = await client.session.state();
    if (people.length !== 6) lost.push(`${people.length} people`);
    const content = people.filter((person) => person.name !== OFFICE_ONLY);
    const { personId = '', name = '' } = content[n % content.length] ?? {};
    const state = await client.session.unlock({ personId, password: samplePassword }).catch(() => null);
    if (state?.profile !== 'open') lost.push(name);
    else if (name === '王建国' && (await client.cases.list({})).length !== 1) lost.push('the case');
    const keyring = createKeyring(dir);
    for (const person of people)
      await keyring.unlock(person.personId, samplePassword).catch(() => lost.push(person.name));
  } finally {
    await workstation.close();
  }
  return lost;
}

async function countOpened(files: readonly string[], vaultKey: VaultKey): Promise<number> {
  const filesKey = deriveKey(vaultKey, 'files');
  let opened = 0;
  for (const path of files) {
    const reader = await openSealedFile(path, filesKey).catch(() => null);
    if (reader === null) continue;
    await reader.verify().then(
      () => (opened += 1),
      () => undefined,
    );
    await reader.close();
  }
  return opened;
}

/** Who left puts the keyring back that was kept, and tries the own password. */
async function putBackOpens(dir: string, kept: string): Promise<boolean> {
  const now = await Promise.all(KEYRING_NAMES.map((name) => readFile(join(dir, name))));
  for (const name of KEYRING_NAMES) await copyFile(join(kept, name), join(dir, name));
  const { workstation, client } = await openWorkstation(dir, () => new Date());
  const left = (await client.session.state()).people.find(({ name }) => name === LEFT);
  const state = await client.session
    .unlock({ personId: left?.personId ?? '', password: samplePassword })
    .catch(() => null);
  await workstation.close();
  for (const [index, name] of KEYRING_NAMES.entries()) await writeFile(join(dir, name), now[index] ?? '');
  return state?.profile === 'open';
}
