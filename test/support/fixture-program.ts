// The process of a workstation of pages and one echo call.
import { lineToHost } from '../../main/hosts/browser/fork.ts';
import { runWorkstationProgram } from '../../main/hosts/workstation/program.ts';

runWorkstationProgram({
  line: lineToHost(),
  load: () => import('./fixture-workstation.ts'),
  exit: (code) => process.exit(code),
  warn: () => undefined,
});
