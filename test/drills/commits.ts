import { rm } from 'node:fs/promises';
import { databaseKey } from '../../main/app/session/first-start.ts';
import { databaseFile } from '../../main/app/session/profile-files.ts';
import { openStore } from '../../main/platform/store/open.ts';
import { copyOfStage } from '../support/office-profile.ts';
import type { Told } from './saving-office.ts';
import type { Drilled } from './drilled.ts';
import { vaultKeyOf } from '../main/faults/support.ts';
import { saveUntilKilled } from './killed-office.ts';

const SAVES = 1_000;
const SEED = 20261129;

/**
 * A thousand saves of an office, the disk failing at a random statement of each (full, failing, locked; some as real limits of the file
 * system and of SQLite), then a kill. Every household that was said to be kept must be there, and none that was refused.
 */
export async function drillCommits(): Promise<Drilled> {
  const dir = await copyOfStage('begun');
  const told = await saveUntilKilled(dir, { saves: SAVES, seed: String(SEED), killAfterMs: 0 });
  const kept = told.flatMap((each) => (each.kind === 'kept' ? [each.name] : []));
  const refused = told.filter((each) => each.kind === 'refused');
  const there = new Set(await namesIn(dir));
  await rm(dir, { recursive: true, force: true });
  const lost = kept.filter((name) => !there.has(name));
  const secret = [...there].filter((name) => !kept.includes(name));
  const unexpected = refused.filter(
    (each) => each.kind === 'refused' && !['not-saved', 'database-in-doubt'].includes(each.code),
  );
  const count = (kind: Told['kind']): number => told.filter((each) => each.kind === kind).length;
  return {
    counts: {
      saves: SAVES,
      statementsFailed: told.reduce((sum, each) => sum + (each.kind === 'failed' ? each.statements : 0), 0),
      kept: kept.length,
      refused: refused.length,
      loggedInAnew: count('relogged'),
      lost: lost.length,
      keptThoughRefused: secret.length,
      otherRefusals: unexpected.length,
    },
    failures: [
      ...lost.map((name) => `lost though acknowledged: ${name}`),
      ...secret.map((name) => `there though refused: ${name}`),
      ...unexpected.map((each) => `refused otherwise: ${JSON.stringify(each)}`),
      ...(kept.length + refused.length === SAVES ? [] : ['the office ended early']),
    ],
  };
}

/** The households the drill made, read from the database as a start after the kill finds it. */
async function namesIn(dir: string): Promise<string[]> {
  const store = await openStore(databaseFile(dir), databaseKey(await vaultKeyOf(dir)));
  try {
    return store.all<{ name: string }>("select name from household where name like '甲乙丙%'").map(({ name }) => name);
  } finally {
    await store.close();
  }
}
