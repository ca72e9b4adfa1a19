import { setTimeout as pause } from 'node:timers/promises';

/** Resolves as `work` does; rejects with ETIMEDOUT once it has taken `ms`. The work itself goes on: what a dead share holds up cannot be stopped. */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const tooLate = pause(ms, undefined, { ref: false }).then((): never => {
    throw Object.assign(new Error(`no answer within ${ms} ms`), { code: 'ETIMEDOUT' });
  });
  return Promise.race([work, tooLate]);
}
