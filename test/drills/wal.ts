import { cp, mkdtemp, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anchorOf, databaseKey } from '../../main/app/session/first-start.ts';
import { databaseFile } from '../../main/app/session/profile-files.ts';
import { openStore } from '../../main/platform/store/open.ts';
import type { VaultKey } from '../../main/platform/vault/keys.ts';
import { flipByte } from '../support/flip-byte.ts';
import { copyOfStage } from '../support/office-profile.ts';
import { vaultKeyOf } from '../main/faults/support.ts';
import { saveUntilKilled } from './killed-office.ts';
import { randomOf } from './random.ts';
import type { Drilled } from './drilled.ts';

const CUTS = 320;
const SAVES = 60;
const SEED = 20261129;
/** Longer than the second after which every change is anchored, on a busy machine. */
const ANCHORED_AFTER_MS = 4_000;

/**
 * An office is killed some seconds after its last save; then its WAL is cut off or a byte of it is changed at a random place, again and
 * again. Every start that finds fewer records than were anchored must say so.
 */
export async function drillWal(): Promise<Drilled> {
  const dir = await copyOfStage('begun');
  const told = await saveUntilKilled(dir, { saves: SAVES, seed: 'sound', killAfterMs: ANCHORED_AFTER_MS });
  const promised = told.filter(({ kind }) => kind === 'kept').length;
  const vaultKey = await vaultKeyOf(dir);
  const random = randomOf(SEED);
  const walBytes = (await stat(`${databaseFile(dir)}-wal`)).size;
  const counts = { saves: promised, cuts: CUTS, told: 0, nothingLost: 0, refused: 0, unseen: 0 };
  const failures: string[] = [];
  for (let n = 0; n < CUTS; n += 1) {
    const place = random(walBytes);
    const outcome = await startAfter(dir, vaultKey, promised, (wal) =>
      n % 2 === 0 ? truncate(wal, place) : flipByte(wal, place),
    );
    counts[outcome] += 1;
    if (outcome === 'unseen')
      failures.push(`${n % 2 === 0 ? 'cut' : 'changed'} at byte ${place} of ${walBytes}: unseen`);
  }
  await rm(dir, { recursive: true, force: true });
  if (promised !== SAVES) failures.push('the office ended early');
  if (counts.told === 0) failures.push('no cut lost anything: the drill tried nothing');
  return { counts, failures };
}

type Outcome = 'told' | 'nothingLost' | 'refused' | 'unseen';

async function startAfter(
  dir: string,
  vaultKey: VaultKey,
  promised: number,
  harm: (wal: string) => Promise<void>,
): Promise<Outcome> {
  const copy = await mkdtemp(join(tmpdir(), 'wal-'));
  try {
    for (const name of ['database.db', 'database.db-wal', 'anchor.json']) await cp(join(dir, name), join(copy, name));
    await harm(`${databaseFile(copy)}-wal`);
    const store = await openStore(databaseFile(copy), databaseKey(vaultKey)).catch(() => undefined);
    if (!store) return 'refused';
    const { warning } = await anchorOf(copy, vaultKey).compare(store);
    const there = store.get<{ count: number }>("select count(*) as count from household where name like '甲乙丙%'");
    await store.close();
    if (there?.count === promised) return 'nothingLost';
    return warning === null ? 'unseen' : 'told';
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
