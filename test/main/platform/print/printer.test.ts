import { afterAll, expect, test } from 'vitest';
import type { Printed } from '../../../../main/platform/print/compose.ts';
import { MissingGlyph, PrintStopped, UnreadableItem } from '../../../../main/platform/print/faults.ts';
import { createPrinter, newestOnly } from '../../../../main/platform/print/printer.ts';
import { item, picture, plan } from './sample-dossier.ts';
import { jobs } from './sample-jobs.ts';
import { fontsDir, textOf } from './support.ts';
import { failOnFault } from '../../../support/fail-on-fault.ts';

const printer = createPrinter({ fontsDir: fontsDir(), fontDirs: [], onFault: failOnFault });
afterAll(() => printer.close());

test('a paper comes back from its thread', async () => {
  const { pdf, pages } = await printer.paper(jobs.letter());
  expect(pages).toBe(2);
  expect(textOf(pdf)).toContain('行政处罚决定书');
});

test('warming up holds up no paper and needs nobody to wait for it', async () => {
  printer.warmUp();
  expect((await printer.preview('warm', jobs.form())).pages).toBe(2);
});

test('a refusal keeps its class and its facts between threads', async () => {
  const refused = await printer.preview('a', jobs.letter({ number: '𠀀' })).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(MissingGlyph);
  expect((refused as MissingGlyph).characters).toEqual(['𠀀']);
});

test('of waiting previews only the newest is printed, and everybody gets a page', async () => {
  const printed: (string | null)[] = [];
  const gates: (() => void)[] = [];
  const preview = newestOnly(
    (job) =>
      new Promise<Printed>((resolve) => {
        printed.push(job.number);
        gates.push(() => resolve({ pdf: new TextEncoder().encode(job.number ?? ''), pages: 1 }));
      }),
  );
  const answers = ['1', '2', '3', '4'].map((number) => preview('paper', jobs.letter({ number })));
  const other = preview('another', jobs.letter({ number: '9' }));
  expect(printed).toEqual(['1', '9']);
  gates[0]?.();
  await answers[0];
  await Promise.resolve();
  gates.slice(1).forEach((open) => open());
  await other;
  await new Promise(setImmediate);
  gates.slice(2).forEach((open) => open());
  expect((await Promise.all(answers)).map(({ pdf }) => new TextDecoder().decode(pdf))).toEqual(['1', '4', '4', '4']);
  expect(printed).toEqual(['1', '9', '4']);
});

test('a preview that fails does not hold up the next one', async () => {
  let calls = 0;
  const preview = newestOnly(async () => {
    calls += 1;
    if (calls === 1) throw new Error('first');
    return { pdf: new Uint8Array(), pages: calls };
  });
  const [first, second] = await Promise.allSettled([preview('a', jobs.letter()), preview('a', jobs.letter())]);
  expect(first.status).toBe('rejected');
  expect(second).toMatchObject({ status: 'fulfilled', value: { pages: 2 } });
});

test('a dossier asks for its items one by one, tells how far it is, and lets previews pass', async () => {
  const photo = await picture(800, 600);
  const items = Array.from({ length: 5 }, (_, index) => item(`照片${index + 1}`, { kind: 'picture' }));
  const asked: number[] = [];
  const progress: [number, number][] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const dossier = printer.dossier(plan(items), {
    read: async (index) => {
      asked.push(index);
      if (index === 2) await held;
      return photo.slice();
    },
    onProgress: (done, total) => progress.push([done, total]),
  });
  // The dossier waits for its third item until this preview is there.
  expect((await printer.preview('b', jobs.form())).pages).toBe(2);
  release();
  const { rows } = await dossier;
  expect(rows.at(-1)).toEqual({ seq: 5, pageFrom: 5, pageTo: 5, remark: '' });
  expect(asked).toEqual([0, 1, 2, 3, 4]);
  expect(progress).toEqual([
    [1, 5],
    [2, 5],
    [3, 5],
    [4, 5],
    [5, 5],
  ]);
});

test('what reading an item threw reaches the caller as it was', async () => {
  const fault = new Error('the sealed file is damaged');
  await expect(
    printer.dossier(plan([item('一', { kind: 'pdf' })]), { read: () => Promise.reject(fault) }),
  ).rejects.toBe(fault);
});

test('an unreadable item is named across threads', async () => {
  const refused = await printer
    .dossier(plan([item('扫描件', { kind: 'pdf' })]), { read: async () => new Uint8Array([1, 2, 3]) })
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(UnreadableItem);
  expect(refused).toMatchObject({ title: '扫描件', why: 'damaged' });
});

test('a dossier can be stopped before it starts and under way', async () => {
  await expect(
    printer.dossier(plan([]), { read: async () => new Uint8Array(), signal: AbortSignal.abort() }),
  ).rejects.toBeInstanceOf(PrintStopped);
  const stop = new AbortController();
  const photo = await picture(800, 600);
  const asked: number[] = [];
  const stopped = printer.dossier(plan(Array.from({ length: 50 }, () => item('照片', { kind: 'picture' }))), {
    read: async (index) => {
      asked.push(index);
      if (index === 3) stop.abort();
      return photo.slice();
    },
    signal: stop.signal,
  });
  await expect(stopped).rejects.toBeInstanceOf(PrintStopped);
  expect(asked.length).toBeLessThan(10);
});
