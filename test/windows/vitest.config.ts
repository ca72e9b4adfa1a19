import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const files = globSync([
  'test/windows/*.test.ts',
  'test/main/platform/{vault,store}/**/*.test.ts',
  'test/main/hosts/profile-lock.test.ts',
  'test/main/features/handover/package-writer.test.ts',
]).map((file) => file.replaceAll('\\', '/'));
/** A module that is loaded already is no longer replaced. */
const replaces = (file: string): boolean => readFileSync(file, 'utf8').includes('vi.mock(');

const common = { testTimeout: 240_000, hookTimeout: 600_000 };

/** What the drill (scripts/windows.mjs) runs under Wine: the same test files as everywhere, and those of this folder. */
export default defineConfig({
  test: {
    maxWorkers: 1,
    projects: [
      // Loading a file is what is slow under Wine: one process loads the packages once for all tests.
      { test: { ...common, name: 'together', isolate: false, include: files.filter((file) => !replaces(file)) } },
      { test: { ...common, name: 'alone', include: files.filter(replaces) } },
    ],
  },
});
