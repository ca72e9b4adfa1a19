import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { lineToHost } from './hosts/browser/fork.ts';
import { lineToShell } from './hosts/electron/fork.ts';
import { runWorkstationProgram } from './hosts/workstation/program.ts';

// The process that holds the workstation; started by a host, never by a person.
const isElectron = 'parentPort' in process;
if (!isElectron) enableCompileCache(join(import.meta.dirname, '..', 'compile-cache'));
// What ends the host at the terminal comes to this process too; the host ends it in order.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

runWorkstationProgram({
  line: isElectron ? lineToShell() : lineToHost(),
  load: () => import('./app/workstation.ts'),
  loadPractice: () => import('./sample/practice.ts'),
  exit: (code) => process.exit(code),
  warn: (line) => void process.stderr.write(`${line}\n`),
});
