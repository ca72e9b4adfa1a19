import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { Job } from '../../../shared/contract/supervision.ts';
import { queries } from '../../data/queries.ts';
import { Progress } from '../../ui/progress.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import css from './job-progress.module.css';

const STATE_WORDS: Record<Job['state'], string> = {
  running: '进行中',
  stopped: '已停下，没有做完，请重新开始',
  done: '已完成',
  failed: '没有完成',
};

/** Only a verification keeps its place. */
const stateWords = ({ kind, state }: Job): string =>
  kind === 'verify' && state === 'stopped' ? '已停下，可以接着做' : STATE_WORDS[state];

/** `90` → `还需约 2 分钟`. */
export function timeLeftWords(seconds: number): string {
  if (seconds < 60) return `还需约 ${Math.max(1, Math.ceil(seconds))} 秒`;
  return `还需约 ${Math.ceil(seconds / 60)} 分钟`;
}

/** How work of this kind is stopped; null where it is not. */
function useStop(kind: Job['kind'] | undefined) {
  const verification = useMutation(queries.supervision.stopVerify.mutationOptions());
  const backup = useMutation(queries.backup.stop.mutationOptions());
  if (kind === 'verify') return verification;
  return kind === 'backup' ? backup : null;
}

/** Long work under way: what it does, how far it is, time left, stop (where it can be), and what it found wrong. */
export function JobProgress({ jobId, onEnd }: { jobId: string; onEnd?: (job: Job) => void }) {
  // Signals put every step into this query; asking once brings the state from before the first signal.
  const { data: job, error } = useQuery(queries.supervision.job.queryOptions({ input: { jobId } }));
  const stop = useStop(job?.kind);
  const ended = useEffectEvent(() => {
    if (job !== undefined) onEnd?.(job);
  });
  const state = job?.state;
  useEffect(() => {
    if (state !== undefined && state !== 'running') ended();
  }, [state]);
  if (job === undefined) return <RefusalNote error={error} />;
  const share = job.total === 0 ? 0 : Math.min(1, job.done / job.total);
  return (
    <section className={css.job} aria-label={job.subject} data-testid="job" data-state={job.state}>
      <p className={css.head}>
        <strong>{job.subject}</strong>
        <span>{stateWords(job)}</span>
        {job.state === 'running' && <span>{Math.floor(share * 100)}%</span>}
        {job.state === 'running' && job.secondsLeft !== null && <span>{timeLeftWords(job.secondsLeft)}</span>}
        {job.state === 'running' && stop !== null && (
          <ReasonButton kind="quiet" busy={stop.isPending} onClick={() => stop.mutate(undefined)}>
            停下
          </ReasonButton>
        )}
      </p>
      {job.state === 'running' && <Progress label={job.step} done={job.done} of={job.total} />}
      <p className={css.step}>{job.step}</p>
      {job.faults.length > 0 && (
        <ul className={css.faults} role="alert">
          {job.faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      <RefusalNote error={stop?.error ?? null} />
    </section>
  );
}
