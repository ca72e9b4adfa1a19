import { expect, test } from 'vitest';
import { judged, sumOfUnits, sumOfWindows, total } from '../../scripts/test-sum.ts';

const passedFile = { status: 'passed', assertionResults: [{}] };
const units = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [passedFile] };

test('unit tests are counted, and a file that does not load is a failure', () => {
  expect(sumOfUnits(units)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  const broken = { status: 'failed', assertionResults: [] };
  expect(sumOfUnits({ ...units, testResults: [passedFile, broken] }).failed).toBe(2);
});

test('window tests are counted; a flaky one and a fault outside the tests are failures', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
  expect(sumOfWindows({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 3, skipped: 2 });
});

test.each([
  ['a clean run', { passed: 3, failed: 0, skipped: 1 }, 0, 0],
  ['a run that fails without saying where', { passed: 3, failed: 0, skipped: 0 }, 1, 1],
  ['a run of nothing', { passed: 0, failed: 0, skipped: 4 }, 0, 1],
  ['failures are not counted twice', { passed: 3, failed: 2, skipped: 0 }, 1, 2],
])('%s', (_, sum, exitCode, failed) => {
  expect(judged(sum, exitCode)).toEqual({ ...sum, failed });
});

test('the total adds every runner', () => {
  expect(
    total([
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 20, skipped: 30 },
    ]),
  ).toEqual({ passed: 11, failed: 22, skipped: 33 });
});
