import { schemas } from '../../main/platform/store/schema.ts';
import { tamper } from '../main/faults/support.ts';
import { stages } from '../support/office-profile.ts';
import type { Drilled } from './drilled.ts';
import { type ForgedOffice, openForgedOffice } from './forged-office.ts';
import { forgeries } from './forgeries.ts';
import type { Forgery } from './forgery.ts';
import { type Guarded, guarded, refusalOf } from './guarded-acts.ts';
import { type Cells, changeCells } from './random-cells.ts';

/** Random cells that are changed in each database. */
const CELLS = { content: 2_000, office: 500 };
const LAST_MOMENT = '2026-06-12T10:00';

/**
 * Rows of a whole sample office are changed, removed and added with the vault's key. Every such act must be named by 验证, and one in a
 * case must stop issuing, filing and hand-over of that case; then random cells are changed. An untouched office must show nothing.
 */
export async function drillForged(): Promise<Drilled> {
  const counts: Record<string, number> = {};
  const failures: string[] = [];
  const count = (name: string, by = 1): void => void (counts[name] = (counts[name] ?? 0) + by);
  const office = await openForgedOffice();
  try {
    for (const forgery of forgeries) {
      count('acts');
      if (await isTold(office, forgery)) count('told');
      else failures.push(`not told: ${forgery.name}`);
      if (!forgery.inCase) continue;
      for (const act of guarded) {
        const outcome = await tryAct(office, act, forgery);
        if (outcome === 'nothing to forge') continue;
        count(`${act.name}Tried`);
        if (outcome === 'stopped') count(`${act.name}Stopped`);
        else failures.push(`no stop of ${act.name}: ${forgery.name} (${outcome})`);
      }
    }
    failures.push(...(await falseAlarms(office)));
    count('untouchedOffices', stages.length + guarded.length);
    const { changed, unseen } = await randomCells(office);
    count('cells', changed);
    count('cellsFound', changed - unseen.length);
    failures.push(...unseen.map((cell) => `unseen: ${cell}`));
  } finally {
    await office.close();
  }
  return { counts, failures };
}

async function isTold(office: ForgedOffice, forgery: Forgery): Promise<boolean> {
  await office.start('handed-over', LAST_MOMENT);
  await office.forge(forgery);
  return (await office.verify()).some((fault) => forgery.told.test(fault));
}

/** Answers `stopped`, `nothing to forge` at this stage, or what came instead. */
async function tryAct(office: ForgedOffice, act: Guarded, forgery: Forgery): Promise<string> {
  await office.start(act.stage, act.moment);
  await office.work(act.prepare);
  if (!(await office.forge(forgery))) return 'nothing to forge';
  const refused = await refusalOf(office.work(act.attempt));
  // A case that is gone is not found before anything of it can be compared.
  return refused === 'forged' || (forgery.name === 'case removed' && refused === 'not-found') ? 'stopped' : refused;
}

async function falseAlarms(office: ForgedOffice): Promise<string[]> {
  const alarms: string[] = [];
  for (const stage of stages) {
    await office.start(stage, LAST_MOMENT);
    alarms.push(...(await office.verify()).map((fault) => `false alarm (${stage}): ${fault}`));
  }
  for (const act of guarded) {
    await office.start(act.stage, act.moment);
    await office.work(act.prepare);
    const refused = await refusalOf(office.work(act.attempt));
    if (refused !== 'done') alarms.push(`untouched, and yet no ${act.name}: ${refused}`);
  }
  return alarms;
}

async function randomCells(office: ForgedOffice): Promise<Cells> {
  await office.start('handed-over', LAST_MOMENT);
  const all: Cells[] = [];
  for (const name of ['content', 'office'] as const)
    await tamper(office.dir, (db) => void all.push(changeCells(db, schemas[name].facts, CELLS[name])), name);
  return { changed: all.reduce((sum, { changed }) => sum + changed, 0), unseen: all.flatMap(({ unseen }) => unseen) };
}
