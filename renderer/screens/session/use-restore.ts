import { useState } from 'react';
import type { RestoreProgress } from '../../../shared/contract/backup.ts';
import { api } from '../../data/api.ts';

const ASK_MS = 400;
const idle: RestoreProgress = { state: 'idle', step: '', done: 0, total: 0, faults: [] };

/** Which state of which backup, and who proves that they may restore it. */
export type Asked = Parameters<typeof api.restore.run>[0];

export interface RestoreInHand {
  progress: RestoreProgress;
  busy: boolean;
  isRehearsed: boolean;
  error: unknown;
  rehearse: (asked: Asked) => Promise<void>;
  /** Ends with the restored profile open for who restored it. */
  run: (asked: Asked) => Promise<void>;
}

/** Rehearsing and restoring; nobody is logged in who could be signalled, so the page asks how far it is. */
export function useRestore(onRestored: () => void): RestoreInHand {
  const [progress, setProgress] = useState(idle);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [rehearsed, setRehearsed] = useState(false);

  async function follow(): Promise<RestoreProgress> {
    for (;;) {
      const now = await api.restore.progress();
      setProgress(now);
      if (now.state !== 'rehearsing' && now.state !== 'restoring') return now;
      await new Promise((resume) => setTimeout(resume, ASK_MS));
    }
  }

  async function act(begin: () => Promise<unknown>, done: (last: RestoreProgress) => Promise<void>): Promise<void> {
    setBusy(true);
    setError(null);
    setProgress(idle);
    try {
      await begin();
      await done(await follow());
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  }

  return {
    progress,
    busy,
    isRehearsed: rehearsed,
    error,
    rehearse: (asked) =>
      act(
        () => api.restore.rehearse(asked),
        async ({ state }) => setRehearsed(state === 'rehearsed'),
      ),
    run: (asked) =>
      act(
        () => api.restore.run(asked),
        async ({ state }) => {
          if (state === 'restored') onRestored();
        },
      ),
  };
}
