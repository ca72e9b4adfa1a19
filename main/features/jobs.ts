import { v7 as newId } from 'uuid';
import type { Job } from '../../shared/contract/supervision.ts';
import { type FeatureContext, nowOf } from './context.ts';
import { notFound, RefusalError } from '../platform/refusal-error.ts';
import { type JobRow, jobTable } from '../platform/store/tables/archive.ts';

/** What a running job reports; kept in the database now and then, told to the page every time. */
export interface Progress {
  done: number;
  total: number;
  step: string;
  cursor?: object;
  faults?: string[];
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
  /** The Chinese sentence of a failure. */
  sentence: (error: unknown) => string;
}

/** A crash costs at most this much of a long job. */
const saveEveryMs = 1_000;

export type Jobs = ReturnType<typeof createJobs>;

/** Long work: runs beside the calls, reports through the signals, can be stopped; its row says where it was. */
export function createJobs(context: FeatureContext) {
  const running = new Map<
    string,
    { job: JobRow; caseId: string | null; stopper: AbortController; ended: Promise<void> }
  >();
  const save = (job: JobRow): Promise<unknown> =>
    context.store.unit.run((tx) => tx.upsert(jobTable, { ...job }, ['id']));

  async function start({ kind, subject, caseId, resume, work, sentence }: JobWork): Promise<Job> {
    if ([...running.values()].some((item) => item.job.kind === kind))
      throw new RefusalError({ code: 'busy', what: subject });
    const job: JobRow = resume
      ? { ...resume, state: 'running', endedAt: null }
      : {
          id: newId(),
          kind,
          subject,
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
        };
    const stopper = new AbortController();
    const pace = createPace(job.done);
    let savedAt = performance.now();
    const report = (progress: Progress): void => {
      Object.assign(job, progress, { secondsLeft: pace(progress) });
      context.emit({ kind: 'job', job: publicJob(job) });
      if (performance.now() - savedAt < saveEveryMs) return;
      savedAt = performance.now();
      void save({ ...job });
    };
    const saved = save(job);
    const ended = saved.then(
      () => finish(job, stopper.signal, () => work(report, stopper.signal), sentence),
      () => void running.delete(job.id),
    );
    // Known before anything is waited for, so that a second start at once finds it.
    running.set(job.id, { job, caseId, stopper, ended });
    await saved;
    return publicJob(job);
  }

  async function finish(
    job: JobRow,
    signal: AbortSignal,
    work: () => Promise<string | null>,
    sentence: (error: unknown) => string,
  ): Promise<void> {
    try {
      job.resultId = await work();
      job.state = 'done';
    } catch (error) {
      job.state = signal.aborted ? 'stopped' : 'failed';
      if (!signal.aborted) job.faults = [...job.faults, sentence(error)];
    }
    job.endedAt = nowOf(context);
    job.secondsLeft = null;
    running.delete(job.id);
    await save(job);
    context.emit({ kind: 'job', job: publicJob(job) });
  }

  function get(jobId: string): Job {
    const now = running.get(jobId);
    if (now) return publicJob(now.job);
    const row = latest('id = ?', jobId);
    if (!row) throw notFound('job');
    return publicJob(row);
  }

  /** The job of this kind that is under way for a case, for who comes back to it. */
  function runningFor(kind: Job['kind'], caseId: string): Job | null {
    const item = [...running.values()].find(({ job, caseId: about }) => job.kind === kind && about === caseId);
    return item ? publicJob(item.job) : null;
  }

  function latest(where: string, ...params: unknown[]): JobRow | null {
    const row = context.store.get<Omit<JobRow, 'faults' | 'cursor'> & { faults: string; cursor: string | null }>(
      `select * from job where ${where} order by startedAt desc limit 1`,
      ...params,
    );
    return row
      ? {
          ...row,
          faults: JSON.parse(row.faults) as string[],
          cursor: row.cursor === null ? null : (JSON.parse(row.cursor) as object),
        }
      : null;
  }

  /** Stops the running job of a kind and waits until its place is kept. */
  async function stop(kind: Job['kind']): Promise<Job> {
    const item = [...running.values()].find(({ job }) => job.kind === kind);
    if (!item) throw notFound('job');
    item.stopper.abort();
    await item.ended;
    return publicJob(item.job);
  }

  /** Jobs of a session that ended without a word are stopped ones: they can go on. */
  const settle = (): Promise<unknown> =>
    context.store.unit.run((tx) => tx.update(jobTable, { state: 'running' }, { state: 'stopped' }));

  async function close(): Promise<void> {
    const all = [...running.values()];
    for (const item of all) item.stopper.abort();
    await Promise.all(all.map((item) => item.ended));
  }

  return { start, stop, get, runningFor, latest, settle, close };
}

const publicJob = ({ id, kind, subject, state, done, total, step, secondsLeft, faults, resultId }: JobRow): Job => ({
  id,
  kind,
  subject,
  state,
  done,
  total,
  step,
  secondsLeft,
  faults,
  resultId,
});

/** Seconds left at the pace so far; null until there is a pace to speak of. */
function createPace(from: number): (progress: Progress) => number | null {
  const begun = performance.now();
  return ({ done, total }) => {
    const seconds = (performance.now() - begun) / 1000;
    return seconds < 1 || done <= from ? null : Math.ceil(((total - done) * seconds) / (done - from));
  };
}
