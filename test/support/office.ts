import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { CaseFile, Exhibit, Paper } from '../../shared/case-file.ts';
import { Refusal } from '../../shared/contract/refusals.ts';
import type { Job } from '../../shared/contract/supervision.ts';
import type { Client } from '../../main/app/client.ts';
import type { Workstation } from '../../main/platform/host.ts';
import { samplePassword } from '../../main/sample/sample.ts';
import { copyProfile, folderOfStage, type Stage } from './office-profile.ts';
import { openWorkstation } from './open-workstation.ts';

/** Where the clock stands when an office is opened at a stage: on the day of the sample's next act. */
const moments: Record<Stage, string> = {
  'set-up': '2026-03-02T09:00',
  begun: '2026-03-02T09:30',
  approved: '2026-04-03T09:00',
  closed: '2026-04-24T09:30',
  filed: '2026-06-10T09:00',
  'handed-over': '2026-06-12T09:30',
};

/** The sample office on a profile of its own, used through the calls of the page. */
export interface Office extends AsyncDisposable {
  dir: string;
  workstation: Workstation;
  client: Client;
  /** Puts the clock to a moment `YYYY-MM-DDTHH:mm` of the office. */
  at: (moment: string) => void;
  /** Locks, and logs the named person in. */
  as: (name: string) => Promise<void>;
  personId: (name: string) => Promise<string>;
  /** The one case of the sample, as the person logged in may see it. */
  caseFile: () => Promise<CaseFile>;
  paper: (templateId: string) => Promise<Paper>;
  exhibit: (title: string) => Promise<Exhibit>;
  /** Waits for a long job to end. */
  ended: (jobId: string) => Promise<Job>;
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
}

/** Opens the workstation on a profile folder and logs nobody in. */
export async function openOffice(dir: string, moment: string): Promise<Office> {
  const bench = await openBench(dir);
  bench.setClock(moment);
  return officeOn(bench, async () => {
    await bench.workstation.close();
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  });
}

/** A workstation with its folder; it can serve one office after another, because all of an office is in the folder. */
interface Bench {
  dir: string;
  workstation: Workstation;
  client: Client;
  setClock: (moment: string) => void;
}

async function openBench(dir: string): Promise<Bench> {
  let now = new Date();
  const { workstation, client } = await openWorkstation(dir, () => now);
  return {
    dir,
    workstation,
    client,
    setClock: (moment) => {
      now = new Date(`${moment}:00+08:00`);
    },
  };
}

/** Those of this file of tests that nobody uses now: to start one costs more than most tests. */
const idle: Bench[] = [];
afterAll(async () => {
  for (const bench of idle.splice(0)) {
    await bench.workstation.close();
    await rm(bench.dir, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** An office on a copy of a profile folder, with nobody logged in. */
export async function officeFrom(folder: string, moment: string): Promise<Office> {
  const bench = idle.pop() ?? (await openBench(await mkdtemp(join(tmpdir(), 'office-'))));
  for (const name of await readdir(bench.dir)) await rm(join(bench.dir, name), { recursive: true });
  await copyProfile(folder, bench.dir);
  bench.setClock(moment);
  return officeOn(bench, async () => {
    await bench.client.session.lock().catch(() => undefined);
    idle.push(bench);
  });
}

/** The sample office at a stage, in a copy of its own, with one person logged in. */
export async function officeAt(stage: Stage, name?: string): Promise<Office> {
  const office = await officeFrom(await folderOfStage(stage), moments[stage]);
  if (name !== undefined) await office.as(name);
  return office;
}

/** The same for all tests of a file. */
export async function officeOfFile(stage: Stage, name: string): Promise<Office> {
  const office = await officeAt(stage, name);
  afterAll(() => office[Symbol.asyncDispose]());
  return office;
}

function officeOn({ dir, workstation, client, setClock }: Bench, dispose: () => Promise<void>): Office {
  const personId = async (name: string): Promise<string> => {
    const person = (await client.session.state()).people.find((candidate) => candidate.name === name);
    if (!person) throw new Error(`nobody is called ${name}`);
    return person.personId;
  };
  const caseFile = async (): Promise<CaseFile> => {
    const [item] = await client.cases.list({});
    if (!item) throw new Error('there is no case');
    return (await client.cases.open({ caseId: item.id })).file;
  };
  return {
    dir,
    workstation,
    client,
    personId,
    caseFile,
    at: setClock,
    as: async (name) => {
      await client.session.lock();
      await client.session.unlock({ personId: await personId(name), password: samplePassword });
    },
    paper: async (templateId) =>
      found(
        (await caseFile()).papers.findLast((paper) => paper.templateId === templateId),
        templateId,
      ),
    exhibit: async (title) =>
      found(
        (await caseFile()).exhibits.find((exhibit) => exhibit.title === title),
        title,
      ),
    ended: (jobId) => ended(client, jobId),
    get: (path, headers = {}) => workstation.fetch(new Request(`http://workstation${path}`, { headers })),
    [Symbol.asyncDispose]: dispose,
  };
}

/** What a call was refused with; a call that is not refused fails the test. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const answer = await work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!('error' in answer)) throw new Error('the call was not refused');
  const refusal = Refusal.safeParse((answer.error as { data?: unknown }).data);
  if (!refusal.success) throw answer.error;
  return refusal.data;
}

function found<T>(item: T | undefined, what: string): T {
  if (item === undefined) throw new Error(`the case has no ${what}`);
  return item;
}

async function ended(client: Client, jobId: string): Promise<Job> {
  for (;;) {
    const job = await client.supervision.job({ jobId });
    if (job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
