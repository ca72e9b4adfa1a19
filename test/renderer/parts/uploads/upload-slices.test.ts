import { describe, expect, test } from 'vitest';
import { FileChanged, sendSlices } from '../../../../renderer/parts/uploads/upload-slices.ts';

function fakeIntake(refuseAt = -1) {
  const taken: string[] = [];
  let cancelled = 0;
  return {
    taken,
    cancelled: () => cancelled,
    send: async (seq: number, bytes: ArrayBuffer) => {
      if (seq === refuseAt) throw new Error('disk full');
      taken.push(`${seq}:${new TextDecoder().decode(bytes)}`);
    },
    cancel: async () => {
      cancelled += 1;
    },
  };
}

const file = (text: string): File => new File([text], '工资表.pdf');

describe('sendSlices', () => {
  test.each([
    ['abcdefg', 3, ['0:abc', '1:def', '2:g']],
    ['abcdef', 3, ['0:abc', '1:def']],
    ['', 3, []],
  ])('%j in slices of %d', async (text, sliceBytes, sent) => {
    const intake = fakeIntake();
    const progress: number[] = [];
    const slices = await sendSlices(file(text), intake, {
      sliceBytes,
      onProgress: (bytes) => progress.push(bytes),
      signal: new AbortController().signal,
    });
    expect(intake.taken).toEqual(sent);
    expect(slices).toBe(sent.length);
    expect(progress.at(-1) ?? 0).toBe(text.length);
    expect(intake.cancelled()).toBe(0);
  });

  test('stops between slices and cancels the intake', async () => {
    const intake = fakeIntake();
    const stop = new AbortController();
    const sending = sendSlices(file('abcdef'), intake, {
      sliceBytes: 2,
      onProgress: () => stop.abort(),
      signal: stop.signal,
    });
    await expect(sending).rejects.toThrow('aborted');
    expect(intake.taken).toEqual(['0:ab']);
    expect(intake.cancelled()).toBe(1);
  });

  test('a refused slice cancels the intake and passes the refusal on', async () => {
    const intake = fakeIntake(1);
    await expect(
      sendSlices(file('abcdef'), intake, {
        sliceBytes: 2,
        onProgress: () => undefined,
        signal: new AbortController().signal,
      }),
    ).rejects.toThrow('disk full');
    expect(intake.cancelled()).toBe(1);
  });

  test('a file that changes while it is read is named, never sent half', async () => {
    const intake = fakeIntake();
    const changing = file('abcdef');
    const slice = changing.slice.bind(changing);
    changing.slice = (start, end) =>
      start === 2
        ? ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) } as Blob)
        : slice(start, end);
    const sending = sendSlices(changing, intake, {
      sliceBytes: 2,
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
    await expect(sending).rejects.toSatisfy((fault) => fault instanceof FileChanged && fault.fileName === '工资表.pdf');
    expect(intake.cancelled()).toBe(1);
  });
});
