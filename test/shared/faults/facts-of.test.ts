import { expect, test } from 'vitest';
import { FaultFacts } from '../../../shared/contract/faults.ts';
import { faultIdSymbolsOf } from '../../../shared/faults/fault.ts';
import { factsOf } from '../../../shared/faults/facts-of.ts';

const roots = ['file:///home/陈福来/app/', '/home/陈福来/app/', 'D:\\案卷\\app\\'];

function thrown(message: string, frames: string[], more: object = {}): Error {
  const error = Object.assign(new Error(message), more);
  error.stack = [`${error.name}: ${message}`, ...frames.map((frame) => `    at ${frame}`)].join('\n');
  return error;
}

test('class, code and places within the program are kept, in that order and without the way to the program', () => {
  const error = thrown(
    'UNIQUE constraint failed: party.name = 陈福来',
    [
      'Object.find (file:///home/陈福来/app/main/features/households/find.ts:29:10)',
      'async file:///home/陈福来/app/out/main/workstation-B2_x-9.js:1200:7',
      'new Store (D:\\案卷\\app\\node_modules\\typeorm\\index.js:5:6)',
      '陈福来 (file:///home/陈福来/app/main/a.ts:1:2)',
      'node:internal/process/task_queues:105:5',
      'elsewhere (file:///home/陈福来/notes/陈福来.js:1:1)',
      'spied (file:///home/陈福来/app/案卷/陈福来.js:1:1)',
    ],
    { code: 'SQLITE_CONSTRAINT_UNIQUE' },
  );
  const facts = factsOf(error, roots);
  expect(facts).toEqual({
    kind: 'Error',
    code: 'SQLITE_CONSTRAINT_UNIQUE',
    places: [
      'Object.find main/features/households/find.ts:29:10',
      'out/main/workstation-B2_x-9.js:1200:7',
      'new Store node_modules/typeorm/index.js:5:6',
      'main/a.ts:1:2',
    ],
  });
  expect(FaultFacts.parse(facts)).toEqual(facts);
});

test.each([
  ['a message with lines like frames', thrown('x\n    at chenfulai (file:///home/陈福来/app/a.ts:1:1)', [])],
  ['a name that is a sentence', Object.assign(thrown('x', []), { name: '陈福来 不在' })],
  ['a code that is an id number', Object.assign(thrown('x', []), { code: '440524188001010014' })],
])('%s leaves no trace', (_, error) => {
  expect(factsOf(error, roots)).toEqual({ kind: 'Error', code: null, places: [] });
});

test.each(['陈福来', { name: '陈福来' }, null, undefined, 7])(
  '%j, which is no error, is only told as such',
  (value) => {
    expect(factsOf(value, roots)).toEqual({ kind: 'NotAnError', code: null, places: [] });
  },
);

test('what the vault refuses is told by its code, and a real error by where it was made', () => {
  const { places, ...rest } = factsOf(Object.assign(new TypeError('x'), { fault: { code: 'key-wiped' } }), [
    `${process.cwd()}/`,
    `file://${process.cwd()}/`,
  ]);
  expect(rest).toEqual({ kind: 'TypeError', code: 'key-wiped' });
  expect(places[0]).toMatch(/test\/shared\/faults\/facts-of\.test\.ts:\d+:\d+$/);
});

test('the page cannot put a sentence into a report', () => {
  const facts = { kind: 'TypeError', code: null, places: ['assets/main-AbC.js:1:2'] };
  expect(FaultFacts.safeParse(facts).success).toBe(true);
  for (const change of [
    { kind: '陈福来' },
    { places: ['陈福来 assets/main.js:1:2'] },
    { places: ['assets/main.js:1:2\n陈福来'] },
    { places: Array.from({ length: 13 }, () => 'a.js:1:2') },
    { message: '陈福来' },
  ])
    expect([change, FaultFacts.safeParse({ ...facts, ...change }).success]).toEqual([change, false]);
});

test('an id is read as it is typed', () => {
  for (const typed of ['K7M4-9QXD', 'k7m4 9qxd', 'Ｋ７Ｍ４－９ＱＸＤ', '错误编号 K7M49QXD'])
    expect(faultIdSymbolsOf(typed)).toBe('K7M49QXD');
});
