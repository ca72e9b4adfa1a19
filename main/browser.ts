import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createErrorLog } from './app/error-log.ts';
import { forkWorkstation } from './hosts/browser/fork.ts';
import { forbidCoreDumps } from './hosts/core-dumps.ts';
import { runBrowserHost } from './hosts/browser/run.ts';
import { nodeComplaint } from './hosts/node-version.ts';
import { watchProcess } from './hosts/process-faults.ts';
import { defaultProfileFolder } from './hosts/profile-folder.ts';
import { installPaths, programFile } from './hosts/install-paths.ts';

const print = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
const warn = (line: string): void => void process.stderr.write(`${line}\n`);

function stopOnSignals(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  return stop.signal;
}

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

function readCommandLine(): { profile?: string; 'no-window'?: boolean } | undefined {
  try {
    return parseArgs({ options: { profile: { type: 'string' }, 'no-window': { type: 'boolean' } } }).values;
  } catch {
    return undefined;
  }
}

async function main(): Promise<number> {
  forbidCoreDumps();
  const complaint = nodeComplaint();
  if (complaint !== undefined) {
    warn(complaint);
    return 1;
  }
  const values = readCommandLine();
  if (values === undefined) {
    warn('不认识的参数。可用的参数：--profile 资料目录、--no-window（不开窗口，给出一次性地址）。');
    return 2;
  }
  const builtDir = join(import.meta.dirname, '..');
  // Compiling the libraries anew at every start would cost a third of a second; the cache lies beside the build.
  enableCompileCache(join(builtDir, 'compile-cache'));
  const profileDir = resolve(values.profile ?? defaultProfileFolder(process.platform, process.env, homedir()));
  const errorLog = createErrorLog(profileDir);
  watchProcess(errorLog.report, () => process.exit(1));
  return runBrowserHost({
    folders: { profileDir, ...installPaths(builtDir) },
    errorLog,
    wantsWindow: hasDisplay && !values['no-window'],
    start: () => forkWorkstation(programFile(import.meta.url)),
    stop: stopOnSignals(),
    print,
    warn,
  });
}

// Everything has been closed in order by then; a browser or a worker that lingers must not keep the process.
process.exit(await main());
