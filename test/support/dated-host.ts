// The real host behind its real door, on a day that the test chooses: a case of law takes weeks, and its order rules count days.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createErrorLog } from '../../main/app/error-log.ts';
import { forkWorkstation } from '../../main/hosts/browser/fork.ts';
import { runBrowserHost } from '../../main/hosts/browser/run.ts';
import { installPaths } from '../../main/hosts/install-paths.ts';
import { temporaryFolder } from './profile.ts';

const { values } = parseArgs({ options: { profile: { type: 'string' }, at: { type: 'string' } } });
if (values.profile === undefined || values.at === undefined) throw new Error('--profile and --at are wanted');

process.exit(await run(values.profile, values.at));

async function run(profile: string, moment: string): Promise<number> {
  await using folder = await temporaryFolder('case-clock');
  const clock = join(folder.path, 'clock');
  process.env['CASE_TEST_CLOCK'] = clock;
  const setClock = (next: string): void => writeFileSync(clock, String(Date.parse(next) - Date.now()));
  setClock(moment);
  const stop = new AbortController();
  process.on('SIGTERM', () => stop.abort());
  process.on('message', (next: string) => {
    setClock(next);
    process.send?.(next);
  });

  const profileDir = resolve(profile);
  const out = join(import.meta.dirname, '../../out');
  // Awaited here: the folder of the clock goes when this function ends.
  return await runBrowserHost({
    errorLog: createErrorLog(profileDir),
    folders: { profileDir, ...installPaths(out) },
    wantsWindow: false,
    start: () =>
      forkWorkstation(join(out, 'main/workstation.js'), ['--import', join(import.meta.dirname, 'shifted-clock.mjs')]),
    stop: stop.signal,
    print: (sentence) => void process.stdout.write(`${sentence}\n`),
    warn: (line) => void process.stderr.write(`${line}\n`),
  });
}
