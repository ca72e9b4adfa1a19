import { expect, test } from 'vitest';
import type { Signal } from '../../../../shared/contract/desktop.ts';
import { createSignals } from '../../../../main/platform/signals.ts';

const changed: Signal = { kind: 'changed', areas: ['cases'], caseId: null, anchor: null };
const count = async (stream: AsyncIterable<Signal>): Promise<number> => {
  let heard = 0;
  for await (const _ of stream) heard += 1;
  return heard;
};

test('a follower that is too slow misses some signals but never the end', async () => {
  const signals = createSignals();
  const stream = signals.follow(undefined);
  const first = stream.next();
  for (let n = 0; n < 2_000; n += 1) signals.emit(changed);
  signals.endAll();
  expect((await first).value).toEqual(changed);
  const heard = await count(stream);
  expect(heard).toBeGreaterThan(100);
  expect(heard).toBeLessThan(2_000);
});

test('whoever has gone away before the first signal is not waited for', async () => {
  expect(await count(createSignals().follow(AbortSignal.abort()))).toBe(0);
});

test('an abort ends the stream, and only that one', async () => {
  const signals = createSignals();
  const stop = new AbortController();
  const [going, staying] = [signals.follow(stop.signal), signals.follow(undefined)];
  const [left, stays] = [count(going), staying.next()];
  stop.abort();
  expect(await left).toBe(0);
  signals.emit(changed);
  expect((await stays).value).toEqual(changed);
  await staying.return();
});
