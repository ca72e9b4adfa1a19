import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinOffice } from '../support/former-profile.ts';
import { copyOfStage } from '../support/office-profile.ts';
import { openWorkstation } from '../support/open-workstation.ts';
import type { Drilled } from './drilled.ts';
import { ended, logIn } from './forged-office.ts';

const KILLS = 40;
/** Longer than the log-in that splits takes here; kills are spread over it. */
const SPAN_MS = 1_200;

/**
 * The first log-in to a profile of one database is killed at moments spread over its whole length. The next log-in must find everybody, the case, and
 * nothing wrong in either chain.
 */
export async function drillSplit(): Promise<Drilled> {
  const former = await copyOfStage('filed');
  await joinOffice(former);
  const counts = { kills: KILLS, killed: 0, whole: 0 };
  const failures: string[] = [];
  for (let n = 0; n < KILLS; n += 1) {
    const dir = await mkdtemp(join(tmpdir(), 'drill-split-'));
    await cp(former, dir, { recursive: true });
    if (!(await splitUntilKilled(dir, (n / KILLS) * SPAN_MS))) counts.killed += 1;
    const faults = await faultsOf(dir);
    if (faults.length === 0) counts.whole += 1;
    else failures.push(`after kill ${n}: ${faults.join(' ')}`);
    await rm(dir, { recursive: true, force: true });
  }
  await rm(former, { recursive: true, force: true });
  if (counts.killed === 0) failures.push('no log-in was killed: the drill tried nothing');
  return { counts, failures };
}

/** Whether it came to its end. */
async function splitUntilKilled(dir: string, killAfterMs: number): Promise<boolean> {
  const child = fork(join(import.meta.dirname, 'splitting-office.ts'), [dir], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let done = false;
  child.on('message', (message) => {
    if (message === 'begun') setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    done ||= message === 'done';
  });
  await once(child, 'exit');
  return done;
}

/** What the next log-in and 验证 find wrong; a power cut may cost the last second, which is told and no fault. */
async function faultsOf(dir: string): Promise<string[]> {
  const { workstation, client } = await openWorkstation(dir, () => new Date());
  try {
    await logIn(client, '赵强');
    const { people } = await client.staff.list();
    const cases = await client.cases.list({});
    const { faults } = await ended(client, (await client.supervision.verify()).id);
    return [
      ...faults,
      ...(people.length === 7 ? [] : [`${people.length} people are left`]),
      ...(cases.length === 1 ? [] : ['the case is gone']),
    ];
  } finally {
    await workstation.close();
  }
}
