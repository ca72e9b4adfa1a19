import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '../../main/app/client.ts';
import { samplePassword } from '../../main/sample/sample.ts';
import { copyOfStage } from '../support/office-profile.ts';
import { openWorkstation } from '../support/open-workstation.ts';
import type { Drilled } from './drilled.ts';

const KILLS = 20;
/** Both take about this long here; kills are spread over it. */
const SPAN_MS = 3_000;

/** Backups and restores killed at moments spread over their whole length: what was whole before is whole after, and the next try ends. */
export async function drillBackup(): Promise<Drilled> {
  const folder = await mkdtemp(join(tmpdir(), 'drill-backup-'));
  const office = await copyOfStage('filed');
  const failures: string[] = [];
  try {
    const backups = await killedBackups(office, folder, failures);
    const restores = await killedRestores(folder, failures);
    return { counts: { ...backups, ...restores }, failures };
  } finally {
    for (const path of [folder, office]) await rm(path, { recursive: true, force: true });
  }
}

async function killedBackups(office: string, folder: string, failures: string[]): Promise<Record<string, number>> {
  await actUntilKilled('backup', office, folder);
  let killed = 0;
  for (let n = 0; n < KILLS; n += 1) {
    // Every third begins with less than is there, so that files are under way when the kill comes.
    if (n % 3 === 0) await forgetFiles(folder);
    if (!(await actUntilKilled('backup', office, folder, (n / KILLS) * SPAN_MS))) killed += 1;
    if (n % 3 === 0) await actUntilKilled('backup', office, folder);
    const faults = await rehearsed(folder);
    if (faults.length > 0) failures.push(`after kill ${n} of a backup: ${faults.join(' ')}`);
  }
  return { backups: KILLS, backupsKilled: killed };
}

async function killedRestores(folder: string, failures: string[]): Promise<Record<string, number>> {
  let killed = 0;
  let finishedByNextStart = 0;
  for (let n = 0; n < KILLS; n += 1) {
    const dir = await mkdtemp(join(tmpdir(), 'drill-restore-'));
    if (!(await actUntilKilled('restore', dir, folder, (n / KILLS) * SPAN_MS))) killed += 1;
    if ((await opened(dir)) === 'whole') finishedByNextStart += 1;
    else if (!(await actUntilKilled('restore', dir, folder)) || (await opened(dir)) !== 'whole')
      failures.push(`after kill ${n} of a restore the next one did not end`);
    await rm(dir, { recursive: true, force: true });
  }
  return { restores: KILLS, restoresKilled: killed, restoresWholeAtNextStart: finishedByNextStart };
}

/** Whether it came to its end. */
async function actUntilKilled(act: 'backup' | 'restore', dir: string, folder: string, killAfterMs?: number) {
  const child = fork(join(import.meta.dirname, 'backing-up-office.ts'), [act, dir, folder], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let done = false;
  child.on('message', (message) => {
    if (message === 'begun' && killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    done ||= message === 'done';
  });
  await once(child, 'exit');
  return done;
}

/** Takes most sealed files out of a backup, as if it had not come so far. */
async function forgetFiles(folder: string): Promise<void> {
  const root = join(folder, (await readdir(folder))[0] ?? '', 'vault');
  for (const name of (await readdir(root)).filter((candidate) => /^[0-9a-f]{2}$/.test(candidate)).slice(3))
    await rm(join(root, name), { recursive: true });
}

/** What a rehearsal of the newest state finds wrong, on a machine of its own. */
async function rehearsed(folder: string): Promise<string[]> {
  const dir = await mkdtemp(join(tmpdir(), 'drill-rehearsal-'));
  const { workstation, client } = await openWorkstation(dir, () => new Date());
  try {
    const [snapshot] = await client.restore.find({ folder });
    if (snapshot === undefined) return ['no state is left'];
    const personId = snapshot.people.find(({ name }) => name === '王建国')?.personId ?? '';
    await client.restore.rehearse({ folder, snapshotId: snapshot.id, personId, password: samplePassword });
    return await ended(client);
  } finally {
    await workstation.close();
    await rm(dir, { recursive: true, force: true });
  }
}

async function ended(client: Client): Promise<string[]> {
  for (;;) {
    const { state, faults } = await client.restore.progress();
    if (state === 'rehearsed') return faults;
    if (state === 'failed') return [...faults, 'the rehearsal failed'];
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Whether the next start finds no profile, or one that opens with its case in it. */
async function opened(dir: string): Promise<'none' | 'whole' | 'broken'> {
  const copy = await mkdtemp(join(tmpdir(), 'drill-start-'));
  await cp(dir, copy, { recursive: true });
  const { workstation, client } = await openWorkstation(copy, () => new Date());
  try {
    const { profile, people } = await client.session.state();
    if (profile === 'none') return 'none';
    const personId = people.find(({ name }) => name === '王建国')?.personId ?? '';
    const state = await client.session.unlock({ personId, password: samplePassword });
    return state.profile === 'open' && (await client.cases.list({})).length === 1 ? 'whole' : 'broken';
  } finally {
    await workstation.close();
    await rm(copy, { recursive: true, force: true });
  }
}
