import { randomBytes } from 'node:crypto';
import type { Desktop, Workstation, WorkstationOptions } from '../../platform/host.ts';
import type { ErrorLog } from '../../app/error-log.ts';
import { splashPage } from '../../app/http/notice.ts';
import { whileLoading } from '../../app/loading.ts';
import { holdProfile } from '../profile-lock.ts';
import { freshWindowFolder, removeWindowFolder } from '../window-folder.ts';
import { openChromium, type ChromiumWindow } from './chromium.ts';
import { browserDesktop } from './desktop.ts';
import type { DoorReason, DoorRefusal } from './door.ts';
import { findChromium } from './find-chromium.ts';
import { serveLoopback } from './server.ts';

export interface BrowserHostOptions {
  folders: Omit<WorkstationOptions, 'desktop' | 'now'>;
  /** False prints a one-time local address instead of opening a window. */
  wantsWindow: boolean;
  /** Loads the workstation; called after the window has been started, because it takes longer than all the rest. */
  load: () => Promise<{
    createWorkstation: (options: WorkstationOptions, errorLog: ErrorLog) => Promise<Workstation>;
  }>;
  /** Ends the host in order when it is aborted. */
  stop: AbortSignal;
  /** Sentences for the person at the terminal. */
  print: (sentence: string) => void;
  errorLog: ErrorLog;
  /** What the administrator reads at the terminal. */
  warn: (line: string) => void;
}

const REASONS: Readonly<Record<DoorReason, string>> = {
  host: '地址不是本机',
  target: '请求格式不对',
  session: '没有本次启动的凭证',
  ticket: '一次性地址无效或已用过',
  origin: '来源页面不是本程序',
  site: '由其他网站发起',
  upgrade: '要求改用其他协议',
};

/** Runs the workstation behind a loopback door until its window is closed or `stop` is aborted; resolves to the exit code. */
export async function runBrowserHost(options: BrowserHostOptions): Promise<number> {
  const { print, warn, stop, errorLog } = options;
  const { profileDir } = options.folders;
  let window: ChromiumWindow | undefined;
  const hold = await holdProfile(profileDir, () => {
    window?.raise().catch((fault: unknown) => warn(String(fault)));
    return window !== undefined;
  });
  if (!hold.held) {
    print(hold.sentence);
    return hold.why === 'in-use' ? 0 : 1;
  }
  const closers: (() => Promise<void>)[] = [hold.release];
  try {
    const executable = options.wantsWindow ? findChromium() : undefined;
    if (options.wantsWindow && executable === undefined) {
      print('没有找到 Chromium 浏览器。请安装 Chromium，或用环境变量 CASE_CHROMIUM 指明它的位置。');
    }
    const session = secret();
    const { promise: loading, resolve, reject } = Promise.withResolvers<Workstation>();
    const workstation = whileLoading(loading, errorLog.report, warn);
    const loopback = await serveLoopback({
      session,
      ticket: executable === undefined ? secret() : undefined,
      splash: splashPage,
      onRefusal: (refusal) => reportRefusal(refusal, warn),
      fetch: workstation.fetch,
    });
    closers.push(loopback.close);

    if (executable !== undefined) {
      const folder = await freshWindowFolder(profileDir);
      closers.push(() => removeWindowFolder(folder));
      const opening = openChromium({ executable, origin: loopback.origin, session, folder });
      load(options, browserDesktop('chromium')).then(resolve, reject);
      closers.push(workstation.close);
      window = await opening;
      closers.push(window.close);
      // The page waits for the workstation inside its own request; until then the splash stays in view.
      await window.showPage();
      await Promise.race([window.closed, aborted(stop)]);
    } else {
      load(options, browserDesktop('headless')).then(resolve, reject);
      closers.push(workstation.close);
      await loading;
      print(`请在本机的浏览器里打开这个地址（只能用一次）：${loopback.ticketAddress}`);
      await aborted(stop);
    }
    return 0;
  } catch (fault) {
    warn(`案卷工作站没有启动成功：${fault instanceof Error ? fault.stack : String(fault)}`);
    return 1;
  } finally {
    await closeInOrder(closers, errorLog);
  }
}

const secret = (): string => randomBytes(32).toString('base64url');

async function load(options: BrowserHostOptions, desktop: Desktop): Promise<Workstation> {
  const { createWorkstation } = await options.load();
  return createWorkstation({ ...options.folders, desktop }, options.errorLog);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Tells of the 1st, 10th, 100th … refusal, so that a flood of them cannot fill the log. */
function reportRefusal({ reason, count }: DoorRefusal, warn: (line: string) => void): void {
  if (Number.isInteger(Math.log10(count)))
    warn(`已拒绝 ${count} 个不明来源的本机请求，最近一个的原因：${REASONS[reason]}。`);
}

/** Newest first; one part that cannot close must not keep the others open. */
async function closeInOrder(closers: readonly (() => Promise<void>)[], { report }: ErrorLog): Promise<void> {
  for (const close of closers.toReversed()) {
    await close().catch((fault: unknown) => report(fault, 'process', 'close'));
  }
}
