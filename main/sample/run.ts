import type { Exhibit, Officer, Paper } from '../../shared/case-file.ts';
import type { Job } from '../../shared/contract/supervision.ts';
import type { Client } from '../app/client.ts';
import type { Workstation } from '../platform/host.ts';
import { type Sample, samplePassword } from './sample.ts';

export interface Stage {
  workstation: Pick<Workstation, 'fetch'>;
  client: Client;
  resourcesDir: string;
  /** Puts the clock of the workstation to a moment of the sample's days. */
  setClock: (moment: string) => void;
  /** Hears of every step when it is done. */
  did: (step: string) => void;
}

/** The sample case while it is played: the stage, and what has come of the acts so far. */
export interface Run extends Stage {
  sample: Sample;
  /** The newest state of each paper, by its template. */
  papers: Map<string, Paper>;
  /** By the name the sample gives them. */
  exhibits: Map<string, Exhibit>;
  people: Officer[];
  /** Who is logged in; '' before set-up. */
  operator: string;
  caseId: string | null;
}

export const startRun = (stage: Stage, sample: Sample): Run => ({
  ...stage,
  sample,
  papers: new Map(),
  exhibits: new Map(),
  people: [],
  operator: '',
  caseId: null,
});

export function personIdOf(run: Run, name: string): string {
  const person = run.people.find((candidate) => candidate.name === name);
  if (!person) throw new Error(`the sample has no ${name}`);
  return person.personId;
}

export function caseIdOf(run: Run): string {
  if (run.caseId === null) throw new Error('the case has not begun');
  return run.caseId;
}

/** Goes to a moment and logs in whoever acts then. */
export async function actAs(run: Run, name: string, moment: string): Promise<void> {
  run.setClock(moment);
  if (run.operator === name) return;
  await run.client.session.lock();
  await run.client.session.unlock({ personId: personIdOf(run, name), password: samplePassword });
  run.operator = name;
}

/** Resolves when a long job is over; throws what it failed of. */
export async function ended({ client }: Run, jobId: string): Promise<Job> {
  for (;;) {
    const job = await client.supervision.job({ jobId });
    if (job.state === 'failed') throw new Error(job.faults.join(' '));
    if (job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
