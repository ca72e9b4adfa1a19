import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { ErrorLog } from '../../app/error-log.ts';
import type { FromWorkstation, Line, OpenOrder, ToWorkstation } from '../workstation/messages.ts';
import { keepWorkstation, type Keeper } from '../workstation/keeper.ts';
import { ownAddress } from '../loopback/address.ts';
import { ticketAddress } from '../loopback/server.ts';
import { holdProfile } from '../profile-lock.ts';
import { freshWindowFolder, removeWindowFolder } from '../window-folder.ts';
import { openChromium, type ChromiumWindow } from './chromium.ts';
import { browserDesktop } from './desktop.ts';
import { findChromium } from './find-chromium.ts';

export interface BrowserHostOptions {
  folders: OpenOrder['folders'];
  /** False prints a one-time local address instead of opening a window. */
  wantsWindow: boolean;
  /** Starts a process for the workstation. */
  start: () => Line<ToWorkstation, FromWorkstation>;
  /** Ends the host in order when it is aborted. */
  stop: AbortSignal;
  /** Sentences for the person at the terminal. */
  print: (sentence: string) => void;
  errorLog: ErrorLog;
  /** What the administrator reads at the terminal. */
  warn: (line: string) => void;
}

type Closers = (() => Promise<void>)[];

/**
 * Shows a window on the workstation until it is closed or `stop` is aborted; resolves to the exit code. The host accepts the connections of
 * the page and gives them away unread: what goes over them is only in the process of the workstation, which lasts for one session.
 */
export async function runBrowserHost(options: BrowserHostOptions): Promise<number> {
  const { print, warn, errorLog } = options;
  const { profileDir } = options.folders;
  const shown: { window?: ChromiumWindow } = {};
  const hold = await holdProfile(profileDir, () => {
    shown.window?.raise().catch((fault: unknown) => warn(String(fault)));
    return shown.window !== undefined;
  });
  if (!hold.held) {
    print(hold.sentence);
    return hold.why === 'in-use' ? 0 : 1;
  }
  const closers: Closers = [hold.release];
  try {
    const executable = options.wantsWindow ? findChromium() : undefined;
    if (options.wantsWindow && executable === undefined)
      print('没有找到 Chromium 浏览器。请安装 Chromium，或用环境变量 CASE_CHROMIUM 指明它的位置。');
    const end = executable === undefined ? offerAddress : openWindow(executable, shown);
    await end(options, closers);
    return 0;
  } catch (fault) {
    warn(`案卷工作站没有启动成功：${fault instanceof Error ? fault.stack : String(fault)}`);
    return 1;
  } finally {
    await closeInOrder(closers, errorLog);
  }
}

const secret = (): string => randomBytes(32).toString('base64url');

/** Opens the window at once, before the workstation is there; ends when it is closed. */
const openWindow =
  (executable: string, shown: { window?: ChromiumWindow }) =>
  async (options: BrowserHostOptions, closers: Closers): Promise<void> => {
    const session = secret();
    const { keeper, origin } = await serve(options, closers, {
      session,
      desktop: browserDesktop('chromium'),
      onEnded: () => void shown.window?.renewPage().catch((fault: unknown) => options.warn(String(fault))),
    });
    const folder = await freshWindowFolder(options.folders.profileDir);
    closers.push(() => removeWindowFolder(folder));
    const window = await openChromium({ executable, origin, session, folder });
    shown.window = window;
    closers.push(window.close);
    // The page waits for the workstation inside its own request; until then the splash stays in view.
    await window.showPage();
    await Promise.race([window.closed, aborted(options.stop), keeper.failed]);
  };

/** Prints the address that lets in whoever opens it first. */
async function offerAddress(options: BrowserHostOptions, closers: Closers): Promise<void> {
  const ticket = secret();
  const given = { session: secret(), ticket, desktop: browserDesktop('headless'), onEnded: () => undefined };
  const { keeper, origin } = await serve(options, closers, given);
  await keeper.loaded;
  options.print(`请在本机的浏览器里打开这个地址（只能用一次）：${ticketAddress(origin, ticket)}`);
  await Promise.race([aborted(options.stop), keeper.failed]);
}

interface Given extends Pick<OpenOrder, 'session' | 'ticket'> {
  desktop: ReturnType<typeof browserDesktop>;
  onEnded: () => void;
}

/** Listens for the page and keeps a workstation behind it. */
async function serve(
  { folders, start, errorLog }: BrowserHostOptions,
  closers: Closers,
  { session, ticket, desktop, onEnded }: Given,
): Promise<{ keeper: Keeper; origin: string }> {
  const address = ownAddress();
  const server = createServer({ pauseOnConnect: true });
  server.listen(0, address);
  await once(server, 'listening');
  closers.push(async () => void server.close());
  const authority = `${address}:${(server.address() as AddressInfo).port}`;
  const keeper = keepWorkstation({
    start,
    order: { folders, entrance: { authority }, session, ...(ticket !== undefined && { ticket }) },
    desktop,
    onDoor: () => undefined,
    onEnded,
    onDeath: () => void errorLog.report(new Error('the process of the workstation died'), 'process', 'workstation'),
  });
  closers.push(keeper.close);
  server.on('connection', keeper.connect);
  return { keeper, origin: `http://${authority}` };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Newest first; one part that cannot close must not keep the others open. */
async function closeInOrder(closers: readonly (() => Promise<void>)[], { report }: ErrorLog): Promise<void> {
  for (const close of closers.toReversed()) {
    await close().catch((fault: unknown) => report(fault, 'process', 'close'));
  }
}
