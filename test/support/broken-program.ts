// The process of a workstation that cannot be loaded.
import { lineToHost } from '../../main/hosts/browser/fork.ts';
import { runWorkstationProgram } from '../../main/hosts/workstation/program.ts';

runWorkstationProgram({
  line: lineToHost(),
  load: async () => {
    throw new Error('disk on fire');
  },
  exit: (code) => process.exit(code),
  warn: () => undefined,
});
