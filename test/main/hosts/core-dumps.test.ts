import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const file = join(import.meta.dirname, '../../../main/hosts/core-dumps.ts');
const program = `
const { forbidCoreDumps } = await import(process.argv[1]);
const { execFileSync } = await import('node:child_process');
forbidCoreDumps();
process.stdout.write(execFileSync('cat', ['/proc/self/limits']));`;

test.runIf(process.platform === 'linux')('what the program starts can leave no core dump', () => {
  // Whoever starts the test may forbid them already.
  const words = ['--input-type=module', '-e', program, file];
  const { stdout } = spawnSync('sh', [
    '-c',
    'ulimit -S -c unlimited 2>/dev/null; exec "$@"',
    'sh',
    process.execPath,
    ...words,
  ]);
  expect(String(stdout)).toMatch(/^Max core file size +0 +0 /m);
});
