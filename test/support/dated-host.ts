// The real host behind its real door, on a day that the test chooses: a case of law takes weeks, and its order rules count days.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runBrowserHost } from '../../main/hosts/browser/run.ts';
import { createErrorLog, type ErrorLog } from '../../main/app/error-log.ts';
import type { WorkstationOptions } from '../../main/platform/host.ts';
import { installPaths } from '../../main/hosts/install-paths.ts';

const { values } = parseArgs({ options: { profile: { type: 'string' }, at: { type: 'string' } } });
if (values.profile === undefined || values.at === undefined) throw new Error('--profile and --at are wanted');

let shift = Date.parse(values.at) - Date.now();
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
process.on('message', (moment: string) => {
  shift = Date.parse(moment) - Date.now();
  process.send?.(moment);
});

const profileDir = resolve(values.profile);
const code = await runBrowserHost({
  errorLog: createErrorLog(profileDir),
  folders: { profileDir, ...installPaths(join(import.meta.dirname, '../../out')) },
  wantsWindow: false,
  load: async () => {
    const { createWorkstation } = await import('../../main/app/workstation.ts');
    return {
      createWorkstation: (options: WorkstationOptions, errorLog: ErrorLog) =>
        createWorkstation({ ...options, now: () => new Date(Date.now() + shift) }, errorLog),
    };
  },
  stop: stop.signal,
  print: (sentence) => void process.stdout.write(`${sentence}\n`),
  warn: (line) => void process.stderr.write(`${line}\n`),
});
process.exit(code);
