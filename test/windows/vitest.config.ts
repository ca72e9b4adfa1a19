import { defineConfig } from 'vitest/config';

/** What the drill (scripts/windows.mjs) runs under Wine: the same test files as everywhere, and those of this folder. */
export default defineConfig({
  test: {
    include: [
      'test/windows/*.test.ts',
      'test/main/platform/{vault,store}/**/*.test.ts',
      'test/main/hosts/profile-lock.test.ts',
      'test/main/features/handover/package-writer.test.ts',
    ],
    // Loading a file is what is slow under Wine: one process loads the packages once for all tests.
    isolate: false,
    maxWorkers: 1,
    testTimeout: 240_000,
    hookTimeout: 600_000,
  },
});
