import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh folder for one test; removed with `await using` or `remove()`. */
export async function temporaryFolder(
  name = 'case-test',
): Promise<{ path: string; remove: () => Promise<void> } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), `${name}-`));
  const remove = () => rm(path, { recursive: true, force: true, maxRetries: 5 });
  return { path, remove, [Symbol.asyncDispose]: remove };
}
