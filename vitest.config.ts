import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      // Pure rules and what the page is made of: nothing outlives a file, so the modules are evaluated once for all of them.
      { extends: true, test: { name: 'pure', include: ['test/{shared,renderer}/**/*.test.{ts,tsx}'], isolate: false } },
      { extends: true, test: { name: 'whole', include: ['test/{main,scripts,structure}/**/*.test.ts'] } },
    ],
    setupFiles: ['test/support/require-node-24.ts'],
    // Without, a machine of two cores would use one of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
