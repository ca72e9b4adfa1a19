import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { paperIds } from '../../shared/template/paper-ids.ts';
import { clientOf } from '../app/client.ts';
import { createErrorLog, type ErrorLog } from '../app/error-log.ts';
import { createWorkstation } from '../app/workstation.ts';
import type { Workstation, WorkstationOptions } from '../platform/host.ts';
import { createPlayer } from './play.ts';
import { readSample } from './sample.ts';

/** How far the days of the practice are from the real ones, in milliseconds; written once, when it is begun. */
const Clock = z.strictObject({ shift: z.number() });
const clockFile = (profileDir: string): string => join(profileDir, 'practice.json');

type Folders = Pick<WorkstationOptions, 'profileDir' | 'pageDir' | 'resourcesDir' | 'fontsDir'>;

/**
 * Makes the profile for practice (练习) in its own folder: the sample office with its case, until its decision is approved and is to be
 * written. Made beside and moved into place once it is whole; what was there stays unless it is begun `anew`.
 */
export async function makePractice(folders: Folders, anew: boolean): Promise<void> {
  const { profileDir } = folders;
  if (!anew && (await isMade(profileDir))) return;
  const aside = `${profileDir}-new`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true, mode: 0o700 });
  await playInto({ ...folders, profileDir: aside });
  await rm(profileDir, { recursive: true, force: true });
  await rename(aside, profileDir);
}

/** Opens it, on its own days; made first where there is none, and made anew where what is there cannot be logged in to: nothing in it counts. */
export async function openPractice(options: WorkstationOptions, errorLog: ErrorLog): Promise<Workstation> {
  await makePractice(options, false);
  try {
    return await openMade(options, errorLog);
  } catch (fault) {
    errorLog.report(fault, 'process', 'practice');
    await makePractice(options, true);
    return openMade({ ...options, before: { because: { code: 'practice-anew' }, place: null } }, errorLog);
  }
}

async function openMade(options: WorkstationOptions, errorLog: ErrorLog): Promise<Workstation> {
  const { shift } = Clock.parse(JSON.parse(await readFile(clockFile(options.profileDir), 'utf8')));
  const workstation = await createWorkstation({ ...options, practice: { clockShift: shift } }, errorLog);
  try {
    await clientOf(workstation).session.state();
    return workstation;
  } catch (fault) {
    await workstation.close();
    throw fault;
  }
}

const isMade = (profileDir: string): Promise<boolean> =>
  stat(clockFile(profileDir)).then(
    () => true,
    () => false,
  );

async function playInto({ profileDir, pageDir, resourcesDir, fontsDir }: Folders): Promise<void> {
  let now = new Date();
  // The folders alone: whoever opens a workstation for one session would end after the first lock of the play.
  const workstation = await createWorkstation(
    {
      profileDir,
      pageDir,
      resourcesDir,
      fontsDir,
      desktop: { kind: 'headless' },
      practice: { clockShift: 0 },
      now: () => now,
    },
    createErrorLog(profileDir),
  );
  try {
    const sample = readSample(resourcesDir);
    const setClock = (moment: string): void => {
      now = new Date(`${moment}:00+08:00`);
    };
    const stage = { workstation, client: clientOf(workstation), resourcesDir, setClock, did: () => undefined };
    const player = createPlayer(stage, sample);
    await player.setUp();
    await player.begin();
    const decision = sample.acts.findIndex((act) => 'template' in act && act.template === paperIds.penaltyDecision);
    for (const act of sample.acts.slice(0, decision)) await player.play(act);
  } finally {
    await workstation.close();
  }
  await writeFile(clockFile(profileDir), JSON.stringify({ shift: now.getTime() - Date.now() }), {
    mode: 0o600,
  });
}
