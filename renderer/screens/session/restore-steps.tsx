import type { RestoreProgress } from '../../../shared/contract/backup.ts';
import { Note } from '../../ui/note.tsx';
import { Progress } from '../../ui/progress.tsx';

/** How far a rehearsal or a restore is, and what it found. */
export function RestoreSteps({ progress: { state, step, done, total, faults } }: { progress: RestoreProgress }) {
  if (state === 'idle') return null;
  return (
    <section aria-label="进度" data-testid="restore-progress" data-state={state}>
      {(state === 'rehearsing' || state === 'restoring') && (
        <>
          <Progress label={step} done={done} of={total} />
          <p>{step}</p>
        </>
      )}
      {state === 'rehearsed' && (
        <Note
          happened={
            faults.length === 0
              ? '预演完成：数据库、记录链和全部材料完好，可以恢复。'
              : `预演完成：有 ${faults.length} 处恢复不了，其余可以恢复。`
          }
        >
          <Faults faults={faults} />
        </Note>
      )}
      {state === 'failed' && (
        <Note isAlert happened="没有完成。">
          <Faults faults={faults} />
        </Note>
      )}
    </section>
  );
}

const Faults = ({ faults }: { faults: readonly string[] }) =>
  faults.length === 0 ? null : (
    <ul>
      {faults.map((fault) => (
        <li key={fault}>{fault}</li>
      ))}
    </ul>
  );
