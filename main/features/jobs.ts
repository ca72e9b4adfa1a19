import { v7 as newId } from 'uuid';
import type { Job } from '../../shared/contract/supervision.ts';
import { type FeatureContext, nowOf } from './context.ts';
import { readableFindings, requireAccess } from './staff/access.ts';
import { type Finding, ofOffice } from '../platform/audit/finding.ts';
import { notFound, RefusalError } from '../platform/refusal-error.ts';
import { type JobRow, jobTable } from '../platform/store/tables/archive.ts';

/** What a running job reports; kept in the database now and then, told to the page every time. */
export interface Progress {
  done: number;
  total: number;
  step: string;
  cursor?: object;
  faults?: Finding[];
}

export interface JobWork {
  kind: Job['kind'];
  subject: string;
  /** The case it is about; null for one that is about everything. */
  caseId: string | null;
  /** Goes on with this stopped job of the same kind instead of beginning a new one. */
  resume?: JobRow;
  /** Does the work; resolves with the id of what it made. `signal` fires when it is to stop. */
  work: (report: (progress: Progress) => void, signal: AbortSignal) => Promise<string | null>;
  failure: JobFailure;
}

/** What is said when long work fails. */
export interface JobFailure {
  /** The Chinese sentence of an error; null for one that nobody foresaw. */
  sentence: (error: unknown) => string | null;
  /** What is said of that one, before its id. */
  unforeseen: string;
}

/** Of the cases or of the office alone: a job lies in the database of its session. */
type JobContext = Pick<FeatureContext, 'store' | 'operator' | 'now' | 'emit' | 'report'>;

/** A crash costs at most this much of a long job. */
const saveEveryMs = 1_000;

export type Jobs = ReturnType<typeof createJobs>;

interface RunningJob {
  job: JobRow;
  stopper: AbortController;
  /** Settles when the job has ended and its row says so. */
  ended: Promise<void>;
}

/** Long work: runs beside the calls, reports through the signals, can be stopped; its row says where it was. */
export function createJobs(context: JobContext) {
  const running = new Map<string, RunningJob>();
  const runningOf = (kind: Job['kind']): RunningJob | undefined =>
    [...running.values()].find(({ job }) => job.kind === kind);
  const latest = (where: string, ...params: unknown[]): JobRow | null => latestJob(context, where, ...params);

  async function start(request: JobWork): Promise<Job> {
    const { kind, subject, resume } = request;
    if (runningOf(kind)) throw new RefusalError({ code: 'busy', what: subject });
    const job = resume ? { ...resume, state: 'running' as const, endedAt: null } : newJob(context, request);
    const stopper = new AbortController();
    const saved = saveJob(context, job);
    const forget = (): void => void running.delete(job.id);
    const ended = saved.then(() => runJob(context, job, request, stopper.signal, forget), forget);
    // Known before anything is waited for, so that a second start at once finds it.
    running.set(job.id, { job, stopper, ended });
    await saved;
    return shownJob(context, job);
  }

  /** Of a case only to who may open it. */
  function get(jobId: string): Job {
    const row = running.get(jobId)?.job ?? latest('id = ?', jobId);
    if (!row) throw notFound('job');
    if (row.caseId !== null) requireAccess(context, row.caseId);
    return shownJob(context, row);
  }

  /** The job of this kind that is under way for a case, for who comes back to it. */
  function runningFor(kind: Job['kind'], caseId: string): Job | null {
    const found = [...running.values()].find(({ job }) => job.kind === kind && job.caseId === caseId);
    return found ? shownJob(context, found.job) : null;
  }

  /** Stops the running job of a kind and waits until its place is kept. */
  async function stop(kind: Job['kind']): Promise<Job> {
    const found = runningOf(kind);
    if (!found) throw notFound('job');
    found.stopper.abort();
    await found.ended;
    return shownJob(context, found.job);
  }

  /** Jobs of a session that ended without a word are stopped ones: they can go on. */
  const settle = (): Promise<unknown> =>
    context.store.unit.run((tx) => tx.update(jobTable, { state: 'running' }, { state: 'stopped' }));

  async function close(): Promise<void> {
    const all = [...running.values()];
    for (const { stopper } of all) stopper.abort();
    await Promise.all(all.map(({ ended }) => ended));
  }

  return { start, stop, get, runningFor, latest, settle, close };
}

const newJob = (context: JobContext, { kind, subject, caseId }: JobWork): JobRow => ({
  id: newId(),
  kind,
  subject,
  caseId,
  state: 'running',
  done: 0,
  total: 0,
  step: '准备',
  secondsLeft: null,
  faults: [],
  resultId: null,
  cursor: null,
  startedAt: nowOf(context),
  endedAt: null,
});

const saveJob = (context: JobContext, job: JobRow): Promise<unknown> =>
  context.store.unit.run((tx) => tx.upsert(jobTable, { ...job }, ['id']));

/** Does the work and says in the row how it ended. `onEnd` is called before the row is saved, so that the next one may start. */
async function runJob(
  context: JobContext,
  job: JobRow,
  { work, failure }: JobWork,
  signal: AbortSignal,
  onEnd: () => void,
): Promise<void> {
  try {
    job.resultId = await work(reporterOf(context, job), signal);
    job.state = 'done';
  } catch (error) {
    job.state = signal.aborted ? 'stopped' : 'failed';
    if (!signal.aborted) job.faults = [...job.faults, saidOf(context, job, failure, error)];
  }
  job.endedAt = nowOf(context);
  job.secondsLeft = null;
  onEnd();
  await saveJob(context, job);
  context.emit({ kind: 'job', job: shownJob(context, job) });
}

function saidOf(context: JobContext, job: JobRow, { sentence, unforeseen }: JobFailure, error: unknown): Finding {
  const said = sentence(error) ?? `${unforeseen}错误编号 ${context.report(error, 'job', job.kind)}，请告诉系统管理员。`;
  return job.caseId === null ? ofOffice(said) : { sentence: said, concern: job.caseId };
}

/** Tells the page of every step, and the database now and then. */
function reporterOf(context: JobContext, job: JobRow): (progress: Progress) => void {
  const secondsLeft = createPace(job.done);
  let savedAt = performance.now();
  return (progress) => {
    Object.assign(job, progress, { secondsLeft: secondsLeft(progress) });
    context.emit({ kind: 'job', job: shownJob(context, job) });
    if (performance.now() - savedAt < saveEveryMs) return;
    savedAt = performance.now();
    void saveJob(context, job);
  };
}

function latestJob({ store }: JobContext, where: string, ...params: unknown[]): JobRow | null {
  const row = store.get<Omit<JobRow, 'faults' | 'cursor'> & { faults: string; cursor: string | null }>(
    `select * from job where ${where} order by startedAt desc limit 1`,
    ...params,
  );
  return row
    ? {
        ...row,
        faults: JSON.parse(row.faults) as Finding[],
        cursor: row.cursor === null ? null : (JSON.parse(row.cursor) as object),
      }
    : null;
}

/** A job as the person logged in may see it. */
function shownJob(context: JobContext, job: JobRow): Job {
  const { id, kind, subject, state, done, total, step, secondsLeft, resultId } = job;
  const faults = readableFindings(context, job.faults);
  return { id, kind, subject, state, done, total, step, secondsLeft, faults, resultId };
}

/** Seconds left at the pace so far; null until there is a pace to speak of. */
function createPace(from: number): (progress: Progress) => number | null {
  const begun = performance.now();
  return ({ done, total }) => {
    const seconds = (performance.now() - begun) / 1000;
    return seconds < 1 || done <= from ? null : Math.ceil(((total - done) * seconds) / (done - from));
  };
}
