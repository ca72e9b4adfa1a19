import { QueryClient } from '@tanstack/react-query';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Job } from '../../../shared/contract/supervision.ts';

const CASE = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';

let applySignal: typeof import('../../../renderer/data/signals.ts').applySignal;
let queries: typeof import('../../../renderer/data/queries.ts').queries;
beforeAll(async () => {
  // The client of the page asks the window where it was loaded from.
  vi.stubGlobal('location', { href: 'http://127.0.0.1/' });
  ({ applySignal } = await import('../../../renderer/data/signals.ts'));
  ({ queries } = await import('../../../renderer/data/queries.ts'));
});

describe('applySignal', () => {
  it('makes stale what the changed case is shown by, and nothing of another case', async () => {
    const cache = new QueryClient();
    const keys = [CASE, OTHER].map((caseId) => queries.cases.open.queryKey({ input: { caseId } }));
    for (const key of keys) cache.setQueryData(key, {} as never);
    await applySignal({ kind: 'changed', areas: ['case'], caseId: CASE }, cache);
    expect(keys.map((key) => cache.getQueryState(key)?.isInvalidated)).toEqual([true, false]);
  });

  it('makes every case stale when the signal names none', async () => {
    const cache = new QueryClient();
    const key = queries.cases.open.queryKey({ input: { caseId: OTHER } });
    cache.setQueryData(key, {} as never);
    await applySignal({ kind: 'changed', areas: ['case'], caseId: null }, cache);
    expect(cache.getQueryState(key)?.isInvalidated).toBe(true);
  });

  it('puts a step of a job where its progress is watched', async () => {
    const cache = new QueryClient();
    const job: Job = {
      id: CASE,
      kind: 'verify',
      subject: '验证',
      state: 'running',
      done: 1,
      total: 2,
      step: '核对',
      secondsLeft: 3,
      faults: [],
      resultId: null,
    };
    await applySignal({ kind: 'job', job }, cache);
    expect(cache.getQueryData(queries.supervision.job.queryKey({ input: { jobId: CASE } }))).toEqual(job);
  });
});
