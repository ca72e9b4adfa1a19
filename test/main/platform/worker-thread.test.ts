import { expect, onTestFinished, test, vi } from 'vitest';
import { type OnFault, workerThread } from '../../../main/platform/worker-thread.ts';

const worker = new URL('failing-worker.ts', import.meta.url);

function startThread(onFault: OnFault) {
  const thread = workerThread(worker, { idleTimeout: 10_000, onFault });
  onTestFinished(() => thread.destroy());
  return (task: { failAfter: boolean }): Promise<number> => thread.run(task);
}

test('a fault of an idle thread is reported, ends nothing, and the next task gets a thread', async () => {
  const onFault = vi.fn<OnFault>();
  const run = startThread(onFault);
  const first = await run({ failAfter: true });
  await vi.waitFor(() => expect(onFault).toHaveBeenCalledOnce());
  expect(onFault.mock.calls[0]?.[0]).toBeInstanceOf(RangeError);
  expect(await run({ failAfter: false })).not.toBe(first);
});

test('a thread without a fault serves the next task too, and reports nothing', async () => {
  const onFault = vi.fn<OnFault>();
  const run = startThread(onFault);
  expect(await run({ failAfter: false })).toBe(await run({ failAfter: false }));
  expect(onFault).not.toHaveBeenCalled();
});
