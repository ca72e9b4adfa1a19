import { expect, test, vi } from 'vitest';
import { createPreviewer } from '../../../../renderer/screens/case/paper-preview.ts';
import type { PreviewRequest } from '../../../../renderer/screens/case/paper-preview.ts';

function open() {
  vi.useFakeTimers();
  const asked: string[] = [];
  const waiting: ((fault?: Error) => void)[] = [];
  const shown: string[] = [];
  const faults: string[] = [];
  const previewer = createPreviewer<string>({
    fetch: ({ values }: PreviewRequest) =>
      new Promise((resolve, reject) => {
        asked.push(String(values['a']));
        waiting.push((fault) => (fault === undefined ? resolve(`pdf ${String(values['a'])}`) : reject(fault)));
      }),
    onAnswer: (answer) => shown.push(answer),
    onFault: (fault) => faults.push((fault as Error).message),
  });
  return {
    asked,
    shown,
    faults,
    previewer,
    type: (a: string) => previewer.want({ paperId: 'p1', values: { a }, marks: '' }),
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    answer: async (fault?: Error) => {
      waiting.shift()?.(fault);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

test('what is wanted in one turn go into one preview', async () => {
  const { asked, type, pass } = open();
  type('张');
  type('张三');
  await pass(0);
  expect(asked).toEqual(['张三']);
});

test('while one is made only the newest wish is kept, and it follows at once', async () => {
  const { asked, shown, type, pass, answer } = open();
  type('一');
  await pass(0);
  type('二');
  await pass(0);
  type('三');
  await pass(0);
  expect(asked).toEqual(['一']);
  await answer();
  expect(asked).toEqual(['一', '三']);
  await answer();
  expect(shown).toEqual(['pdf 一', 'pdf 三']);
});

test('a fault is told only when nothing newer is wanted', async () => {
  const { faults, shown, type, pass, answer } = open();
  type('一');
  await pass(0);
  type('二');
  await pass(0);
  await answer(new Error('old'));
  expect(faults).toEqual([]);
  await answer(new Error('new'));
  expect([faults, shown]).toEqual([['new'], []]);
});

test('after the paper was left nothing is shown any more', async () => {
  const { shown, previewer, type, pass, answer } = open();
  type('一');
  await pass(0);
  previewer.stop();
  await answer();
  expect(shown).toEqual([]);
});
