export interface Sum {
  passed: number;
  failed: number;
  skipped: number;
}

/** The parts of vitest's JSON report that are counted. */
export interface UnitReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly { status: string; assertionResults: readonly unknown[] }[];
}

/** The parts of Playwright's JSON report that are counted. */
export interface WindowReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: readonly unknown[];
}

/** A file that could not even be loaded holds no tests, and counts as one that failed. */
export function sumOfUnits(report: UnitReport): Sum {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A test that passes only sometimes has failed. */
export function sumOfWindows({ stats, errors }: WindowReport): Sum {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/** One runner's sum: a runner that says it failed without a failed test, or that ran nothing, counts as one failure. */
export function judged(sum: Sum, exitCode: number): Sum {
  const silent = sum.failed === 0 && (exitCode !== 0 || sum.passed === 0);
  return silent ? { ...sum, failed: 1 } : sum;
}

export function total(sums: readonly Sum[]): Sum {
  const add = (key: keyof Sum) => sums.reduce((count, sum) => count + sum[key], 0);
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}
