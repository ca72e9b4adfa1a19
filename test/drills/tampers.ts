import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { verifyBag } from '../../main/features/handover/verify-bag.ts';
import type { VerifyNews, VerifyOrder } from '../../main/features/supervision/verify-worker.ts';
import { anchorOf, databaseKey } from '../../main/app/session/first-start.ts';
import { databasesOf } from '../../main/app/session/databases.ts';
import { databaseFile } from '../../main/app/session/profile-files.ts';
import { workerUrl } from '../../main/platform/worker-url.ts';
import { openStore } from '../../main/platform/store/open.ts';
import { openBlobStore } from '../../main/platform/vault/blob-store.ts';
import { isVaultFault } from '../../main/platform/vault/errors.ts';
import { createKeyring } from '../../main/platform/vault/keyring.ts';
import { KEYRING_NAMES } from '../../main/platform/vault/keyring-pair.ts';
import { type SchemaName, schemas } from '../../main/platform/store/schema.ts';
import { deriveKey, officeKeyOf, type VaultKey } from '../../main/platform/vault/keys.ts';
import { samplePassword } from '../../main/sample/sample.ts';
import { makePackage } from '../main/features/handover/support.ts';
import { sealedFile, vaultKeyOf } from '../main/faults/support.ts';
import { copyOfStage } from '../support/office-profile.ts';
import { openWorkstation } from '../support/open-workstation.ts';
import type { Drilled } from './drilled.ts';
import { ended, logIn } from './forged-office.ts';
import { harm } from './harms.ts';
import { randomOf } from './random.ts';

const SEED = 20261202;

/** One kind of file: a fresh copy of it, harmed, is looked at as the program would; resolves with whether anything was said. */
interface Target {
  tampers: number;
  /** What is copied; the first name is that of the file that is harmed. */
  names: (random: Random) => string[];
  from: string;
  isSound: (folder: string, name: string) => Promise<boolean>;
  /** Whether all that the file holds is still what it was: a page of the database that holds nothing is read by nobody. */
  holdsTheSame?: (folder: string) => Promise<boolean>;
}
type Random = ReturnType<typeof randomOf>;

/**
 * Database, sealed files, anchor, keyring and the package for a court are harmed at random places, one file at a time. Each harm must be said
 * by 验证, by the next log-in, or by the check of the package. Rows are changed by the drill `forged`, the WAL by `wal`.
 */
export async function drillTampers(): Promise<Drilled> {
  const dir = await copyOfStage('handed-over');
  const outbox = await mkdtemp(join(tmpdir(), 'tampers-outbox-'));
  const random = randomOf(SEED);
  const counts: Record<string, number> = { tampers: 0, found: 0, holdsTheSame: 0, unseen: 0 };
  const failures: string[] = [];
  try {
    for (const [kind, target] of Object.entries(await targetsOf(dir, await packageOf(dir, outbox)))) {
      counts[kind] = target.tampers;
      for (let n = 0; n < target.tampers; n += 1) {
        const { outcome, done } = await tamperOnce(target, random);
        counts['tampers'] = (counts['tampers'] ?? 0) + 1;
        counts[outcome] = (counts[outcome] ?? 0) + 1;
        if (outcome === 'unseen') failures.push(`${kind}: ${done}`);
      }
    }
  } finally {
    for (const folder of [dir, outbox]) await rm(folder, { recursive: true, force: true });
  }
  return { counts, failures };
}

interface Tampered {
  outcome: 'found' | 'holdsTheSame' | 'unseen';
  done: string;
}

async function tamperOnce({ names, from, isSound, holdsTheSame }: Target, random: Random): Promise<Tampered> {
  const copy = await mkdtemp(join(tmpdir(), 'tampers-'));
  try {
    const [name = '', ...beside] = names(random);
    for (const each of [name, ...beside]) {
      await mkdir(dirname(join(copy, each)), { recursive: true });
      await cp(join(from, each), join(copy, each), { recursive: true });
    }
    const done = `${name}: ${await harm(join(copy, name), random, !name.endsWith('.db'))}`;
    if (!(await isSound(copy, name))) return { outcome: 'found', done };
    return { outcome: (await holdsTheSame?.(copy)) === true ? 'holdsTheSame' : 'unseen', done };
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function targetsOf(dir: string, packed: string): Promise<Record<string, Target>> {
  const vaultKey = await vaultKeyOf(dir);
  const folders = await readdir(join(dir, 'vault'), { recursive: true });
  const sealed = folders.flatMap((path) => /(?<=\/)[0-9a-f]{64}$/.exec(path)?.[0] ?? []);
  const packedNames = (await readdir(packed, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(packed.length + 1));
  const either = (names: readonly string[]) => (random: Random) => [names[random(names.length)] ?? ''];
  return {
    database: {
      tampers: 600,
      names: () => ['database.db'],
      from: dir,
      isSound: (folder) => databaseIsSound(folder, vaultKey, 'content'),
      holdsTheSame: await sameRowsAs(dir, vaultKey, 'content'),
    },
    officeDatabase: {
      tampers: 300,
      names: () => ['office.db'],
      from: dir,
      isSound: (folder) => databaseIsSound(folder, vaultKey, 'office'),
      holdsTheSame: await sameRowsAs(dir, vaultKey, 'office'),
    },
    sealedFiles: {
      tampers: 1_200,
      names: (random) => either(sealed)(random).map((sha256) => sealedFile('.', sha256)),
      from: dir,
      isSound: (folder, name) => sealedIsSound(folder, name, vaultKey),
    },
    anchor: {
      tampers: 800,
      names: () => ['anchor.json', 'database.db'],
      from: dir,
      isSound: (folder) => anchorIsSound(folder, vaultKey),
    },
    keyring: {
      tampers: 200,
      names: (random) => (random(2) === 0 ? [...KEYRING_NAMES] : [...KEYRING_NAMES].toReversed()),
      from: dir,
      isSound: keyringIsSound,
    },
    package: {
      tampers: 600,
      // The whole folder is copied, because every file is checked against the manifests of all.
      names: (random) => [...either(packedNames)(random), ...packedNames],
      from: packed,
      isSound: (folder) =>
        verifyBag(folder).then(
          (faults) => faults.length === 0,
          () => false,
        ),
    },
  };
}

/** The package of the sample case, as the court gets it. */
async function packageOf(dir: string, outbox: string): Promise<string> {
  const { workstation, client } = await openWorkstation(dir, () => new Date('2026-06-12T10:00:00+08:00'));
  try {
    await logIn(client, '王建国');
    const [item] = await client.cases.list({});
    const caseFile = async () => (await client.cases.open({ caseId: item?.id ?? '' })).file;
    const { jobId } = await makePackage({ client, caseFile }, outbox);
    await ended(client, jobId);
  } finally {
    await workstation.close();
  }
  const [name = ''] = await readdir(outbox);
  return join(outbox, name);
}

/** As 验证 reads it; a database that does not open at all is told at the log-in. */
async function databaseIsSound(folder: string, vaultKey: VaultKey, schema: SchemaName): Promise<boolean> {
  const { file, keyHex } = databasesOf(folder, { vaultKey, officeKey: officeKeyOf(vaultKey) })[schema];
  const order: VerifyOrder = { file, keyHex: keyHex(), schema, afterSeq: 0, checkDatabase: true };
  const worker = new Worker(workerUrl('features/supervision/verify-worker'), { workerData: order });
  let isSound = true;
  let hasEnded = false;
  worker.on('message', (news: VerifyNews) => {
    if (news.kind === 'fault') isSound = false;
    if (news.kind === 'end') hasEnded = true;
  });
  worker.on('error', () => (isSound = false));
  await once(worker, 'exit').catch(() => undefined);
  return isSound && hasEnded;
}

/** Tells of a copy of `dir` whether each table of it has the very rows of the original. */
async function sameRowsAs(dir: string, vaultKey: VaultKey, schema: SchemaName) {
  const rowsIn = async (folder: string): Promise<string> => {
    const { file, keyHex } = databasesOf(folder, { vaultKey, officeKey: officeKeyOf(vaultKey) })[schema];
    const { all, close } = await openStore(file, keyHex(), undefined, schemas[schema]);
    try {
      const tables = all<{ name: string }>("select name from sqlite_master where type = 'table' order by name");
      return JSON.stringify(tables.map(({ name }) => [name, all(`select * from "${name}"`)]));
    } finally {
      await close();
    }
  };
  const original = await rowsIn(dir);
  return async (folder: string): Promise<boolean> => (await rowsIn(folder)) === original;
}

async function sealedIsSound(folder: string, name: string, vaultKey: VaultKey): Promise<boolean> {
  const filesKey = deriveKey(vaultKey, 'files');
  const blobs = await openBlobStore({ profileFolder: folder, filesKey, onFault: () => undefined });
  try {
    return (await blobs.verify(name.split('/').at(-1) ?? '')).ok;
  } finally {
    await blobs.close();
  }
}

async function anchorIsSound(folder: string, vaultKey: VaultKey): Promise<boolean> {
  const store = await openStore(databaseFile(folder), databaseKey(vaultKey));
  try {
    return (await anchorOf(folder, vaultKey).compare(store)).warning === null;
  } finally {
    await store.close();
  }
}

async function keyringIsSound(folder: string): Promise<boolean> {
  const keyring = createKeyring(folder);
  try {
    const [person] = await keyring.people();
    const keys = await keyring.unlock(person?.id ?? '', samplePassword);
    return (await keyring.settle(keys, null)).findings.length === 0;
  } catch (error) {
    if (isVaultFault(error, 'keyring-damaged') || isVaultFault(error, 'wrong-password')) return false;
    throw error;
  }
}
