import {
  app,
  dialog,
  Menu,
  session,
  utilityProcess,
  type BrowserWindow,
  type BrowserWindowConstructorOptions,
} from 'electron';
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { lockOnAbsence } from './hosts/electron/absence.ts';
import { guardContents } from './hosts/electron/contents.ts';
import { electronDesktop } from './hosts/electron/desktop.ts';
import { guardPermissions } from './hosts/electron/permissions.ts';
import { lineToWorkstation } from './hosts/electron/fork.ts';
import { createOwnPage, type OwnPage } from './hosts/electron/own-page.ts';
import { createSecondWindow, type SecondWindow } from './hosts/electron/second-window.ts';
import { forbidCoreDumps } from './hosts/core-dumps.ts';
import { openWindow, PARTITION, raiseWindow, renewPage, windowOptions } from './hosts/electron/window.ts';
import { ownAddress } from './hosts/loopback/address.ts';
import { keepWorkstation, type Keeper } from './hosts/workstation/keeper.ts';
import { createErrorLog, type ErrorLog } from './app/error-log.ts';
import { defaultProfileFolder } from './hosts/profile-folder.ts';
import { watchProcess } from './hosts/process-faults.ts';
import { holdProfile } from './hosts/profile-lock.ts';
import { installPaths, programFile } from './hosts/install-paths.ts';
import { freshWindowFolder, removeWindowFolder } from './hosts/window-folder.ts';

forbidCoreDumps();
app.enableSandbox();
const address = ownAddress();
// Nothing outside the program is ever loaded, so no name may even be looked up.
app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND, EXCLUDE ${address}`);
app.commandLine.appendSwitch('no-pings');

const print = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
const warn = (line: string): void => void process.stderr.write(`${line}\n`);

/** Chromium's own switches share the command line, so unknown ones are left alone. */
function profileFromCommandLine(): string {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    strict: false,
    options: { profile: { type: 'string' } },
  });
  const named = values['profile'];
  return resolve(typeof named === 'string' ? named : defaultProfileFolder(process.platform, process.env, homedir()));
}

/** Resolves when the person, the desktop or a signal asks the program to end; it then ends in order, not at once. */
function askedToQuit(): Promise<void> {
  return new Promise((done) => {
    app.on('before-quit', (event) => {
      event.preventDefault();
      done();
    });
    app.on('window-all-closed', () => done());
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
  });
}

let window: BrowserWindow | undefined;
const profileDir = profileFromCommandLine();
const hold = await holdProfile(profileDir, () => {
  if (window !== undefined) raiseWindow(window);
  return window !== undefined;
});
if (hold.held) {
  const errorLog = createErrorLog(profileDir);
  watchProcess(errorLog.report, () => app.exit(1));
  const folder = await freshWindowFolder(profileDir);
  app.setPath('userData', folder);
  // Not awaited: Electron becomes ready only after this entry has run to its end.
  void app
    .whenReady()
    .then(() => run(errorLog))
    .then(() => 0, failed)
    .then(async (code) => {
      // Windows keeps the files of a running program; the next start removes what is left.
      await removeWindowFolder(folder).catch(() => undefined);
      await hold.release();
      app.exit(code);
    });
} else {
  print(hold.sentence);
  // Whoever starts it from the desktop sees no terminal, and there is no window yet to say it in.
  if (hold.why === 'impossible') dialog.showErrorBox('案卷工作站没有打开', hold.sentence);
  app.exit(hold.why === 'in-use' ? 0 : 1);
}

/** Shows the window on the workstation until somebody quits, then closes both in order. */
async function run(errorLog: ErrorLog): Promise<void> {
  const quit = askedToQuit();
  const windowSession = session.fromPartition(PARTITION);
  const secret = randomBytes(32).toString('base64url');
  const page = createOwnPage(windowSession, secret);
  guardPermissions(windowSession, page);
  const options = windowOptions({ preload: join(import.meta.dirname, 'preload.cjs'), packaged: app.isPackaged });
  const second = createSecondWindow(ownWindow, options);
  guardContents(page, second, errorLog.report);
  Menu.setApplicationMenu(null);
  const opened = Promise.withResolvers<BrowserWindow>();
  const keeper = startWorkstation(
    errorLog,
    secret,
    (origin) => void showPage({ page, second, options }, origin).then(opened.resolve, opened.reject),
  );
  window = await Promise.race([opened.promise, keeper.failed]);
  lockOnAbsence(window, keeper.lock);
  await Promise.race([quit, keeper.failed]);
  ownWindow()?.destroy();
  window = undefined;
  await keeper.close();
}

function startWorkstation(errorLog: ErrorLog, secret: string, onDoor: (origin: string) => void): Keeper {
  const paths = installPaths(join(import.meta.dirname, '..'), app.isPackaged ? process.resourcesPath : undefined);
  const file = programFile(import.meta.url);
  return keepWorkstation({
    start: () => lineToWorkstation(utilityProcess.fork(file, [], { serviceName: '案卷工作站', stdio: 'inherit' })),
    order: { folders: { profileDir, ...paths }, entrance: { address }, session: secret },
    desktop: electronDesktop,
    onDoor,
    // The page comes anew with the door of the next process.
    onEnded: () => undefined,
    onDeath: () => void errorLog.report(new Error('the process of the workstation died'), 'process', 'workstation'),
  });
}

/** The window while there is one; Electron throws on every use of one that is closed. */
const ownWindow = (): BrowserWindow | null => (window === undefined || window.isDestroyed() ? null : window);

interface Shown {
  page: OwnPage;
  second: SecondWindow;
  options: BrowserWindowConstructorOptions;
}

/** Shows the page of the process that has just opened its door. */
async function showPage({ page, second, options }: Shown, origin: string): Promise<BrowserWindow> {
  await page.moveTo(origin);
  if (window === undefined) return openWindow(options, origin);
  second.close();
  if (!window.isDestroyed()) await renewPage(window, origin);
  return window;
}

function failed(fault: unknown): number {
  warn(`案卷工作站没有启动成功：${fault instanceof Error ? fault.stack : String(fault)}`);
  return 1;
}
