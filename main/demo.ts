import { mkdir, readdir, rename, rmdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { CaseFile } from '../shared/case-file.ts';
import { Refusal } from '../shared/contract/refusals.ts';
import { plain } from '../shared/contract/sentences.ts';
import { type Client, clientOf } from './app/client.ts';
import { nodeComplaint } from './hosts/node-version.ts';
import { readSample } from './sample/sample.ts';
import { createPlayer, type Player } from './sample/play.ts';
import { createWorkstation } from './app/workstation.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

interface Step {
  step: string;
  ms: number;
}

/** Says every step as it ends and keeps how long it took. */
function createTimer(): { steps: Step[]; did: (step: string) => void } {
  const steps: Step[] = [];
  let begun = performance.now();
  const did = (step: string): void => {
    const ms = Math.round(performance.now() - begun);
    steps.push({ step, ms });
    print(`${String(steps.length).padStart(2)}  ${step}（${ms}毫秒）`);
    begun = performance.now();
  };
  return { steps, did };
}

/** The whole main job without a window, through the calls the page uses: profile, sample case, filing, court package. */
async function demo(out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  if ((await readdir(out)).length > 0) throw new Error(`文件夹“${out}”不是空的，请换一个空文件夹。`);
  const built = join(import.meta.dirname, '..');
  const resourcesDir = join(built, '..', 'resources');
  let now = new Date();
  const setClock = (moment: string): void => {
    now = new Date(`${moment}:00+08:00`);
  };
  const workstation = await createWorkstation({
    profileDir: join(out, 'profile'),
    pageDir: join(built, 'renderer'),
    resourcesDir,
    fontsDir: join(built, 'fonts'),
    desktop: { kind: 'headless' },
    now: () => now,
  });
  const { steps, did } = createTimer();
  try {
    const client = clientOf(workstation);
    const sample = readSample(resourcesDir);
    const player = createPlayer({ workstation, client, resourcesDir, did, setClock }, sample);
    await player.setUp();
    await player.begin();
    for (const act of sample.acts) await player.play(act);
    await player.fileVolume();
    const handoverId = await handOver(player, out);
    const { faults } = await player.verify();
    await writeReport(client, out, { caseId: player.caseId(), handoverId, steps, faults });
  } finally {
    await workstation.close();
  }
  print(`完成：${join(out, 'demo.json')}`);
}

/** Makes the court package and puts it under one name, whatever number its folder has. */
async function handOver(player: Player, out: string): Promise<string> {
  const staging = join(out, 'handover');
  await mkdir(staging);
  const { handoverId } = await player.handOver(staging);
  const [made] = await readdir(staging);
  if (made === undefined) throw new Error('没有写出移送材料。');
  await rename(join(staging, made), join(out, 'package'));
  await rmdir(staging);
  return handoverId;
}

async function writeReport(
  client: Client,
  out: string,
  { caseId, handoverId, steps, faults }: { caseId: string; handoverId: string; steps: Step[]; faults: string[] },
): Promise<void> {
  const file = await hashedCase(client, caseId);
  const report = {
    steps,
    totalMs: steps.reduce((sum, step) => sum + step.ms, 0),
    papers: file.papers.map(({ templateId, name, number, pages, sha256 }) => ({
      templateId,
      name,
      number,
      pages,
      sha256,
    })),
    exhibits: file.exhibits.map(({ title, mime, bytes, sha256, sm3 }) => ({ title, mime, bytes, sha256, sm3 })),
    volume: file.volume,
    handover: (await client.handover.list({})).find(({ id }) => id === handoverId),
    faults,
    files: await listFiles(join(out, 'package')),
  };
  await writeFile(join(out, 'demo.json'), `${JSON.stringify(report, null, 2)}\n`);
}

/** The case once SM3, which follows in the background, is there for all exhibits. */
async function hashedCase(client: Client, caseId: string): Promise<CaseFile> {
  for (;;) {
    const { file } = await client.cases.open({ caseId });
    if (file.exhibits.every(({ sm3 }) => sm3 !== null)) return file;
    await setTimeout(50);
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

const complaint = nodeComplaint();
if (complaint !== undefined) {
  process.stderr.write(`${complaint}\n`);
  process.exit(1);
}
const { values } = parseArgs({ options: { out: { type: 'string' } } });
if (values.out === undefined) {
  process.stderr.write('请写明放在哪里：npm run demo -- --out 文件夹\n');
  process.exit(2);
}
try {
  await demo(resolve(values.out));
} catch (error) {
  const refusal = Refusal.safeParse((error as { data?: unknown }).data);
  process.stderr.write(`${refusal.success ? plain(refusal.data) : String(error)}\n`);
  process.exitCode = 1;
}
