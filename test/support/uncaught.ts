// A program that fails as the entries may: first a promise that nobody waits for, then an error out of nowhere.
import { setTimeout as pause } from 'node:timers/promises';
import { createErrorLog } from '../../main/app/error-log.ts';
import { watchProcess } from '../../main/hosts/process-faults.ts';

const errorLog = createErrorLog(process.argv[2] ?? '');
watchProcess(errorLog.report, () => process.exit(1));
void Promise.reject(new RangeError('陈福来'));
await pause(10);
process.stdout.write('still here\n');
setTimeout(() => {
  throw new TypeError('陈福来');
}, 10);
await pause(60_000);
