import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { tamper } from '../main/faults/support.ts';
import { copyOfStage } from '../support/office-profile.ts';
import { openWorkstation } from '../support/open-workstation.ts';
import type { Drilled } from './drilled.ts';
import { ended, logIn } from './forged-office.ts';
import { randomOf } from './random.ts';
import type { Promised, Started } from './working-office.ts';

const KILLS = 500;
const SEED = 20261203;
/** The one kill in three that comes while the office still starts comes within this. */
const START_MS = 2_500;
/** The others come so long after the log-in. */
const LIFE_MS = 1_500;
/** Told when records are missing or the anchor does not fit; a file that was cut off while it came in is no loss. */
const LOSS = /数据库|锚点|密钥文件|损坏/;

/**
 * An office is killed 500 times on one profile, while it starts and while it saves, adds and takes files in. Whatever it had promised must be
 * there at the end, no start may tell of a loss, and everything must verify.
 */
export async function drillKills(): Promise<Drilled> {
  const dir = await copyOfStage('approved');
  const { caseId, paperId } = await beginPaper(dir);
  const random = randomOf(SEED);
  const promised: Promised[] = [];
  const counts = { kills: 0, whileStarting: 0, promised: 0, lost: 0, warnings: 0, faults: 0 };
  const failures: string[] = [];
  try {
    for (let n = 0; n < KILLS; n += 1) {
      const words = [dir, caseId, paperId, String(promised.length + n)];
      const { said, notices } = await workUntilKilled(words, n % 3 === 0 ? -random(START_MS) : random(LIFE_MS));
      counts.kills += 1;
      if (notices === null) counts.whileStarting += 1;
      promised.push(...said);
      const told = (notices ?? []).filter((notice) => LOSS.test(notice));
      counts.warnings += told.length;
      failures.push(...told.map((notice) => `start ${n}: ${notice}`));
    }
    counts.promised = promised.length;
    const lost = await lostOf(dir, paperId, promised);
    counts.lost = lost.length;
    const faults = await verified(dir);
    counts.faults = faults.length;
    failures.push(...lost, ...faults);
    if (counts.promised < KILLS / 2) failures.push('the office hardly came to work: the drill tried nothing');
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
  return { counts, failures };
}

async function beginPaper(dir: string): Promise<{ caseId: string; paperId: string }> {
  const { workstation, client } = await openWorkstation(dir, () => new Date('2026-06-10T09:00:00+08:00'));
  await logIn(client, '王建国');
  const [item] = await client.cases.list({});
  const caseId = item?.id ?? '';
  const { id: paperId } = await client.documents.create({ caseId, templateId: 'J07' });
  await workstation.close();
  return { caseId, paperId };
}

/**
 * Works until it is killed so many milliseconds after the log-in, or, for a negative number, after the start of its process. `notices` is null
 * when the kill came before the log-in.
 */
async function workUntilKilled(
  words: readonly string[],
  killAfterMs: number,
): Promise<{ said: Promised[]; notices: string[] | null }> {
  const child = fork(join(import.meta.dirname, 'working-office.ts'), words, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const said: Promised[] = [];
  let notices: string[] | null = null;
  const started = Promise.withResolvers<void>();
  child.on('message', (message: Started | Promised) => {
    if (message.kind === 'started') {
      ({ notices } = message);
      started.resolve();
    } else said.push(message);
  });
  const exit = once(child, 'exit');
  if (killAfterMs >= 0) await Promise.race([started.promise, exit]);
  await pause(Math.abs(killAfterMs));
  child.kill('SIGKILL');
  await exit;
  return { said, notices };
}

/** Promises that the database does not hold. */
async function lostOf(dir: string, paperId: string, promised: readonly Promised[]): Promise<string[]> {
  const names = new Set<string>();
  let saved = 0;
  await tamper(dir, (db) => {
    for (const { name } of db.prepare('select name from household union select title as name from exhibit').all() as {
      name: string;
    }[])
      names.add(name);
    const paper = db.prepare('select "values" from paper where id = ?').get(paperId) as { values: string } | undefined;
    saved = Number(/第(\d+)次/.exec(paper?.values ?? '')?.[1] ?? -1);
  });
  return promised.flatMap((promise) => {
    if (promise.kind === 'saved') return promise.n <= saved ? [] : [`save ${promise.n} is gone`];
    return names.has(promise.name) ? [] : [`${promise.kind} ${promise.name} is gone`];
  });
}

async function verified(dir: string): Promise<string[]> {
  const { workstation, client } = await openWorkstation(dir, () => new Date('2026-06-10T10:00:00+08:00'));
  try {
    await logIn(client, '周静');
    return (await ended(client, (await client.supervision.verify()).id)).faults;
  } finally {
    await workstation.close();
  }
}
