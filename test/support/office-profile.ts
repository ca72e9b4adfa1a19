import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createPlayer } from '../../main/sample/play.ts';
import { readSample, samplePassword, type Sample } from '../../main/sample/sample.ts';
import { createKeyring } from '../../main/platform/vault/keyring.ts';
import type { Client } from '../../main/app/client.ts';
import { openWorkstation } from './open-workstation.ts';

/**
 * How far the sample case has gone: the office is set up · the source is registered, nothing issued · the decision is
 * approved, its paper not begun · the case is closed · the volume is filed · the court has the package and all was verified.
 */
export const stages = ['set-up', 'begun', 'approved', 'closed', 'filed', 'handed-over'] as const;
export type Stage = (typeof stages)[number];

const root = join(import.meta.dirname, '..', '..');
export const resourcesDir = join(root, 'resources');
const made = join(root, 'node_modules', '.cache', 'case-office');
const patienceMs = 180_000;
const keptMs = 3_600_000;

/** The folder with the profile of the sample office at a stage, to be copied and never written to. */
export const folderOfStage = async (stage: Stage): Promise<string> => join(await playedStages(), stage);

/** Copies the sample office's profile at a stage into a new folder; the caller removes it. */
export async function copyOfStage(stage: Stage): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), `office-${stage}-`));
  await copyProfile(await folderOfStage(stage), copy);
  return copy;
}

/** Copies a profile, of a running program too: without what is just being written, and without the room kept back on the disk. */
export const copyProfile = (from: string, to: string): Promise<void> =>
  cp(from, to, { recursive: true, filter: (path) => !/\.new$|disk-reserve$/.test(path) });

/**
 * All stages, played once for one state of the sources: playing takes seconds, and two dozen files of tests start from it.
 * Any change of a source file makes another name, so nothing old is ever tested.
 */
async function playedStages(): Promise<string> {
  const folder = join(made, await sourcesName());
  const lock = `${folder}.lock`;
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(100)) {
    if (await exists(folder)) return folder;
    if (
      !(await mkdir(lock, { recursive: false }).then(
        () => true,
        () => mkdir(made, { recursive: true }).then(() => false),
      ))
    ) {
      await dropStale(lock);
      continue;
    }
    try {
      await playAll(`${lock}/stages`);
      await removeOld();
      await rename(`${lock}/stages`, folder);
      return folder;
    } finally {
      await rm(lock, { recursive: true, force: true });
    }
  }
  throw new Error('the sample office was not played in time');
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A lock older than a play may take was left by a killed run. */
async function dropStale(lock: string): Promise<void> {
  const since = await stat(lock).then(
    (found) => found.ctimeMs,
    () => Date.now(),
  );
  if (Date.now() - since > patienceMs) await rm(lock, { recursive: true, force: true });
}

/** Not the young ones: another run may be copying from them. */
async function removeOld(): Promise<void> {
  for (const name of await readdir(made)) {
    const other = join(made, name);
    if (Date.now() - (await stat(other)).ctimeMs > keptMs) await rm(other, { recursive: true, force: true });
  }
}

async function sourcesName(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['main', 'shared', 'resources', 'test/support']) {
    for (const name of (await readdir(join(root, folder), { recursive: true })).toSorted()) {
      const found = await stat(join(root, folder, name));
      if (found.isFile()) hash.update(`${folder}/${name} ${found.size} ${found.mtimeMs}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Plays the sample through the calls of the page and keeps a copy of the locked profile at each stage. */
async function playAll(target: string): Promise<void> {
  const dir = join(target, 'playing');
  await mkdir(dir, { recursive: true });
  let now = new Date();
  const { workstation, client } = await openWorkstation(dir, () => now);
  const sample = readSample(resourcesDir);
  const setClock = (moment: string): void => {
    now = new Date(`${moment}:00+08:00`);
  };
  const keep = async (stage: Stage): Promise<void> => {
    const { operator } = await client.session.state();
    await client.session.lock();
    await copyProfile(dir, join(target, stage));
    await client.session.unlock({ personId: operator?.personId ?? '', password: samplePassword });
  };
  try {
    const player = createPlayer({ workstation, client, resourcesDir, setClock, did: () => {} }, sample);
    await player.setUp();
    await cheapen(dir);
    await giveKeyUp(client);
    await keep('set-up');
    await player.begin();
    await keep('begun');
    for (const act of sample.acts) {
      await player.play(act);
      const stage = stageAfter(act);
      if (stage) await keep(stage);
    }
    await player.fileVolume();
    await keep('filed');
    const folder = join(target, 'package');
    await mkdir(folder);
    await player.handOver(folder);
    await player.verify();
    await keep('handed-over');
    await rm(folder, { recursive: true });
  } finally {
    await workstation.close();
  }
  await rm(dir, { recursive: true });
}

function stageAfter(act: Sample['acts'][number]): Stage | undefined {
  if (act.do !== 'paper') return undefined;
  return act.template === 'J31' ? 'approved' : act.template === 'J45' ? 'closed' : undefined;
}

/** As in an office that has begun to work: its founder opens no case any more, and the vault key was changed after that. */
async function giveKeyUp({ session }: Client): Promise<void> {
  const { people } = await session.state();
  const personId = people.find(({ name }) => name === '赵强')?.personId ?? '';
  for (let n = 0; n < 2; n += 1) {
    await session.lock();
    await session.unlock({ personId, password: samplePassword });
  }
}

/** Wraps the keys again at a small cost: what a log-in costs is measured elsewhere, and tests log in a hundred times. */
async function cheapen(dir: string): Promise<void> {
  const keyring = createKeyring(dir, { memoryKiB: 8 * 1024, passes: 1, lanes: 1 });
  for (const { id } of await keyring.people())
    await keyring.changePassword(await keyring.unlock(id, samplePassword), samplePassword);
}
