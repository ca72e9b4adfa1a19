import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{shared,main,renderer,scripts,structure}/**/*.test.{ts,tsx}'],
    setupFiles: ['test/support/require-node-24.ts'],
    // Without, a machine of two cores would use one of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
