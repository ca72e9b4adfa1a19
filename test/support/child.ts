import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Ends `child` with this process even when a test is cut off before it could tidy up; resolves to its exit code. */
export async function endWithUs(child: ChildProcess): Promise<number | null> {
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const [code] = (await once(child, 'exit')) as [number | null];
  process.off('exit', kill);
  return code;
}
