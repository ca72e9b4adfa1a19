import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurns, createTurnsByName } from '../../../main/platform/turns.ts';

/** Writes down when each work begins and ends. */
function worker() {
  const done: string[] = [];
  const work =
    (name: string, ms: number, fails = false) =>
    async (): Promise<string> => {
      done.push(`${name} begins`);
      await pause(ms);
      done.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  return { done, work };
}

test('works take turns, also after one that failed', async () => {
  const { done, work } = worker();
  const inTurn = createTurns();
  const [first, second] = await Promise.allSettled([inTurn(work('a', 20, true)), inTurn(work('b', 0))]);
  expect(first).toMatchObject({ status: 'rejected' });
  expect(second).toMatchObject({ status: 'fulfilled', value: 'b' });
  expect(done).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('works of one name take turns, those of another do not wait for them', async () => {
  const { done, work } = worker();
  const inTurn = createTurnsByName();
  await Promise.allSettled([inTurn('x', work('x1', 30, true)), inTurn('x', work('x2', 0)), inTurn('y', work('y1', 0))]);
  expect(done.indexOf('x2 begins')).toBeGreaterThan(done.indexOf('x1 ends'));
  expect(done.indexOf('y1 ends')).toBeLessThan(done.indexOf('x1 ends'));
});
