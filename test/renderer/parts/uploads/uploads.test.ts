import { expect, test } from 'vitest';
import type { Exhibit } from '../../../../shared/case-file.ts';
import { ExhibitDetails } from '../../../../shared/case-file.ts';
import { createUploads, type FileToAdmit } from '../../../../renderer/parts/uploads/upload-store.ts';

/** Sending that ends when the test says so. */
function bench() {
  const sent: {
    one: FileToAdmit;
    onProgress: (bytes: number) => void;
    done: () => void;
    fail: (reason: Error) => void;
  }[] = [];
  const uploads = createUploads(
    (fileToAdmit, { signal, onProgress }) =>
      new Promise<Exhibit>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('stopped')));
        sent.push({
          one: fileToAdmit,
          onProgress,
          done: () => resolve({ id: fileToAdmit.file.name } as Exhibit),
          fail: reject,
        });
      }),
  );
  const file = (name: string): FileToAdmit => ({
    file: new File(['abc'], name),
    into: {
      caseId: 'c',
      details: ExhibitDetails.parse({ title: name, kind: '书证', source: '', maker: '', proves: '' }),
    },
  });
  const states = (): string[] => uploads.items().map(({ name, state }) => `${name} ${state}`);
  const settled = (): Promise<void> => new Promise((resume) => setTimeout(resume));
  return { uploads, sent, file, states, settled };
}

test('files go one after the other, and say how far they are', async () => {
  const { uploads, sent, file, states, settled } = bench();
  uploads.add('here', [file('a'), file('b')]);
  await settled();
  expect(states()).toEqual(['a sending', 'b waiting']);
  sent[0]?.onProgress(3);
  expect(states()).toEqual(['a sealing', 'b waiting']);
  sent[0]?.done();
  await settled();
  expect(states()).toEqual(['b sending']);
});

test('what came in while its place was not on the screen is told when it is there again, once', async () => {
  const { uploads, sent, file, settled } = bench();
  const told: string[] = [];
  const leave = uploads.listen('here', ({ id }) => told.push(id));
  uploads.add('here', [file('a'), file('b')]);
  await settled();
  sent[0]?.done();
  await settled();
  leave();
  sent[1]?.done();
  await settled();
  expect(told).toEqual(['a']);
  uploads.listen('there', ({ id }) => told.push(`there ${id}`));
  uploads.listen('here', ({ id }) => told.push(id))();
  uploads.listen('here', ({ id }) => told.push(id));
  expect(told).toEqual(['a', 'b']);
});

test('a failed one stays on show until it is put away, and the next goes on', async () => {
  const { uploads, sent, file, states, settled } = bench();
  uploads.add('here', [file('a'), file('b')]);
  await settled();
  sent[0]?.fail(new Error('full'));
  await settled();
  expect(states()).toEqual(['a failed', 'b sending']);
  uploads.drop(uploads.items()[0]?.key ?? 0);
  expect(states()).toEqual(['b sending']);
});

test('a stopped one goes, and the lock stops all', async () => {
  const { uploads, sent, file, states, settled } = bench();
  uploads.add('here', [file('a'), file('b'), file('c')]);
  await settled();
  uploads.drop(uploads.items()[0]?.key ?? 0);
  await settled();
  expect(states()).toEqual(['b sending', 'c waiting']);
  uploads.stop();
  await settled();
  expect(states()).toEqual([]);
  expect(sent.map(({ one: fileToAdmit }) => fileToAdmit.file.name)).toEqual(['a', 'b']);
});
