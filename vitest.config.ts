import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{shared,main,renderer,scripts,structure}/**/*.test.{ts,tsx}'],
    setupFiles: ['test/support/require-node-24.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
