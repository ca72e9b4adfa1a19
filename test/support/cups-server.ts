import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A generic PDF printer with both sides, as cups-filters ships it. */
const PPD = '/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd';

export interface CupsServer extends AsyncDisposable {
  /** What a program needs in its environment to reach this server and no other. */
  env: NodeJS.ProcessEnv;
  printer: string;
  /** Waits for the job of the printer, and reads the sheets that came out. */
  sheets: () => Promise<string>;
}

/** A CUPS of its own, reached by a socket in a folder of its own; its one printer writes what it would print into a file. */
export async function startCups(): Promise<CupsServer> {
  const dir = mkdtempSync(join(tmpdir(), 'cups-'));
  // Its filters run as another person, where this one is root.
  chmodSync(dir, 0o755);
  const [socket, out] = [join(dir, 'socket'), join(dir, 'printed.pdf')];
  for (const folder of ['etc', 'spool', 'spool/tmp', 'cache', 'state', 'log']) mkdirSync(join(dir, folder));
  const files = join(dir, 'etc', 'cups-files.conf');
  writeFileSync(files, filesConf(dir));
  const conf = join(dir, 'etc', 'cupsd.conf');
  writeFileSync(conf, serverConf(socket));
  const server = spawn('/usr/sbin/cupsd', ['-f', '-c', conf, '-s', files], { stdio: 'ignore' });
  const env = { ...process.env, CUPS_SERVER: socket, HOME: dir };
  const printer = 'office';
  try {
    await until(() => existsSync(socket));
    const device = `file://${out}`;
    execFileSync('/usr/sbin/lpadmin', ['-p', printer, '-E', '-v', device, '-P', PPD, '-o', 'PageSize=A4'], { env });
    execFileSync('/usr/sbin/lpadmin', ['-d', printer], { env });
  } catch (error) {
    await end(server, dir);
    throw error;
  }
  return {
    env,
    printer,
    sheets: async () => {
      await until(() => execFileSync('lpstat', ['-o'], { env, encoding: 'utf8' }).trim() === '' && existsSync(out));
      return out;
    },
    [Symbol.asyncDispose]: () => end(server, dir),
  };
}

async function end(server: ChildProcess, dir: string): Promise<void> {
  server.kill();
  await until(() => server.exitCode !== null || server.signalCode !== null);
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (isSo()) return;
    await pause(100);
  }
  throw new Error('CUPS did not come so far in 20 seconds');
}

const filesConf = (dir: string): string =>
  [
    `ServerRoot ${join(dir, 'etc')}`,
    `RequestRoot ${join(dir, 'spool')}`,
    `TempDir ${join(dir, 'spool', 'tmp')}`,
    `CacheDir ${join(dir, 'cache')}`,
    `StateDir ${join(dir, 'state')}`,
    `AccessLog ${join(dir, 'log', 'access')}`,
    `ErrorLog ${join(dir, 'log', 'error')}`,
    `PageLog ${join(dir, 'log', 'page')}`,
    `SystemGroup ${process.getuid?.() === 0 ? 'root' : userInfo().username}`,
    'FileDevice Yes',
    '',
  ].join('\n');

const serverConf = (socket: string): string =>
  [
    `Listen ${socket}`,
    'LogLevel warn',
    'Browsing Off',
    'WebInterface No',
    'PreserveJobFiles No',
    '<Location />',
    '  Order allow,deny',
    '  Allow all',
    '</Location>',
    '<Policy default>',
    '  <Limit All>',
    '    Order allow,deny',
    '  </Limit>',
    '</Policy>',
    '',
  ].join('\n');
