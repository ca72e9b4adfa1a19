import { describe, expect, test } from 'vitest';
import { owedOf, sumsOf, WorkerDetails, workerFaults, workersWords } from '../../../shared/identity/case-worker.ts';

const worker = (over: Partial<WorkerDetails> = {}): WorkerDetails => WorkerDetails.parse({ name: '周某', ...over });

describe('a list of workers', () => {
  test('is summed to the 分', () => {
    const list = [worker({ agreed: 0.1, paid: 0, owed: 0.1 }), worker({ name: '吴某', agreed: 0.2, owed: 0.2 })];
    expect(sumsOf(list)).toEqual({ count: 2, agreed: 0.3, paid: 0, owed: 0.3 });
    expect(owedOf(worker({ agreed: 5000.1, paid: 4999.9 }))).toBe(0.2);
    expect(owedOf(worker({ agreed: 5000 }))).toBeNull();
  });

  test.each<[string, Partial<WorkerDetails>, string[], boolean]>([
    ['nothing wrong', { agreed: 5000, paid: 3000, owed: 2000 }, [], false],
    ['no name', { name: '', phone: '13800138000' }, ['name'], true],
    ['a number that is none', { idNumber: '110105194912310021' }, ['idNumber'], false],
    ['a difference that is none', { agreed: 5000, paid: 3000, owed: 2500 }, ['owed'], true],
    ['a period backwards', { from: '2026-02-01', to: '2026-01-01' }, ['to'], true],
    ['a day that is none', { from: '不详' }, ['from'], true],
    ['less than nothing', { owed: -1 }, ['owed'], true],
    ['a third of a 分', { owed: 0.001 }, ['owed'], true],
  ])('%s', (_, over, fields, refuses) => {
    const faults = workerFaults([{ ...worker(), ...over }]);
    expect(faults.map(({ field }) => field)).toEqual(fields);
    expect(faults.some((fault) => fault.refuses)).toBe(refuses);
  });

  test('the same person twice is said with the line, by number or else by name', () => {
    const list = [
      worker({ idNumber: '11010519491231002X' }),
      worker({ name: '周 某' }),
      worker({ name: '周某某', idNumber: '11010519491231002X' }),
    ];
    expect(workerFaults(list).map(({ row, sentence }) => [row, sentence])).toEqual([
      [1, '与第1行是同一人，请核对。'],
      [2, '与第1行是同一人，请核对。'],
    ]);
  });

  test('a line nobody has written in is no worker', () => {
    const list = [worker()];
    expect(workerFaults([...list, { ...worker(), name: '' }])).toEqual([]);
    expect(sumsOf([...list, { ...worker(), name: '' }]).count).toBe(1);
  });

  test.each([
    [['甲'], '甲'],
    [['甲', '乙', '丙'], '甲、乙、丙'],
    [['甲', '乙', '丙', '丁'], '甲、乙、丙等4人'],
  ])('%j is called %s', (names, words) => {
    expect(workersWords(names.map((name) => ({ name })))).toBe(words);
  });
});
