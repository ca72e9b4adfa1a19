import { QueryClient } from '@tanstack/react-query';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Job } from '../../../shared/contract/supervision.ts';

const CASE = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';

let applySignal: typeof import('../../../renderer/data/signals.ts').applySignal;
/** What main answers the next call with. */
let main: () => Promise<Response>;
let savePaper: typeof import('../../../renderer/data/save-paper.ts').savePaper;
let queries: typeof import('../../../renderer/data/queries.ts').queries;
beforeAll(async () => {
  // The client of the page asks the window where it was loaded from.
  vi.stubGlobal('location', { href: 'http://127.0.0.1/' });
  vi.stubGlobal('fetch', () => main());
  ({ applySignal } = await import('../../../renderer/data/signals.ts'));
  ({ savePaper } = await import('../../../renderer/data/save-paper.ts'));
  ({ queries } = await import('../../../renderer/data/queries.ts'));
});

const paper = (id: string, version: number) => ({ id, caseId: CASE, version });
/** An answer of a call as it comes over the door. */
const answer = (json: unknown): Response => Response.json({ json, meta: [] });

describe('applySignal', () => {
  it('makes stale what the changed case is shown by, and nothing of another case', async () => {
    const cache = new QueryClient();
    const keys = [CASE, OTHER].map((caseId) => queries.cases.open.queryKey({ input: { caseId } }));
    for (const key of keys) cache.setQueryData(key, {} as never);
    await applySignal({ kind: 'changed', areas: ['cases'], caseId: CASE, anchor: null }, cache);
    expect(keys.map((key) => cache.getQueryState(key)?.isInvalidated)).toEqual([true, false]);
  });

  it('leaves what is not of the changed areas alone, and takes lists of all cases along', async () => {
    const cache = new QueryClient();
    const list = queries.cases.list.queryKey({ input: {} });
    const packages = queries.handover.list.queryKey({ input: { caseId: null } });
    const definitions = queries.regulation.definitions.queryKey();
    for (const key of [list, packages, definitions]) cache.setQueryData(key, [] as never);
    await applySignal({ kind: 'changed', areas: ['cases', 'handover'], caseId: CASE, anchor: null }, cache);
    const stale = [list, packages, definitions].map((key) => cache.getQueryState(key)?.isInvalidated);
    expect(stale).toEqual([true, true, false]);
  });

  it('makes every case stale when the signal names none', async () => {
    const cache = new QueryClient();
    const key = queries.cases.open.queryKey({ input: { caseId: OTHER } });
    cache.setQueryData(key, {} as never);
    await applySignal({ kind: 'changed', areas: ['cases'], caseId: null, anchor: null }, cache);
    expect(cache.getQueryState(key)?.isInvalidated).toBe(true);
  });

  it('asks nothing again of the case that the answer of a save brought, even when the signal is the first to come', async () => {
    const cache = new QueryClient();
    const [open, list] = [
      queries.cases.open.queryKey({ input: { caseId: CASE } }),
      queries.cases.list.queryKey({ input: {} }),
    ];
    const state = queries.session.state.queryKey();
    const [older, other] = [paper('p1', 1), paper('p2', 1)];
    cache.setQueryData(open, { file: { papers: [older, other] }, periods: [], templates: [] } as never);
    cache.setQueryData(list, []);
    cache.setQueryData(state, { anchor: '旧' } as never);
    const { promise, resolve } = Promise.withResolvers<Response>();
    main = () => promise;
    const saved = savePaper(cache, { paperId: 'p1', version: 1, values: {} });
    const told = applySignal({ kind: 'changed', areas: ['cases', 'session'], caseId: CASE, anchor: 'A 第2条' }, cache);
    resolve(answer({ paper: paper('p1', 2), periods: [{ ruleId: 'F60' }], anchor: 'A 第2条' }));
    await Promise.all([saved, told]);
    expect([open, list, state].map((key) => cache.getQueryState(key)?.isInvalidated)).toEqual([false, true, false]);
    expect(cache.getQueryData(open)).toMatchObject({
      file: { papers: [paper('p1', 2), other] },
      periods: [{ ruleId: 'F60' }],
    });
    expect(cache.getQueryData(state)).toMatchObject({ anchor: 'A 第2条' });
  });

  it('asks again after a record that no answer brought, and after a save that crossed a question under way', async () => {
    const cache = new QueryClient();
    const open = queries.cases.open.queryKey({ input: { caseId: CASE } });
    cache.setQueryData(open, { file: { papers: [] }, periods: [], templates: [] } as never);
    const told = (anchor: string) => applySignal({ kind: 'changed', areas: ['cases'], caseId: CASE, anchor }, cache);
    await told('B 第3条');
    expect(cache.getQueryState(open)?.isInvalidated).toBe(true);

    const question = Promise.withResolvers<never>();
    void cache.fetchQuery({ queryKey: open, queryFn: () => question.promise, staleTime: 0 }).catch(() => undefined);
    main = async () => answer({ paper: paper('p1', 2), periods: [], anchor: 'C 第4条' });
    await savePaper(cache, { paperId: 'p1', version: 1, values: {} });
    await told('C 第4条');
    expect(cache.getQueryState(open)?.isInvalidated).toBe(true);
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
