import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of this test file, removed when the file is done. */
export async function tempDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'case-file-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
