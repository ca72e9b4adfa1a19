import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { SESSION_COOKIE, SPLASH_PATH } from '../loopback/door.ts';
import { connectPipe, type DevToolsMessage, type DevToolsPipe } from './pipe.ts';
import { closePage, guardSecond, type SecondWindow, type TargetInfo } from './second-window.ts';

export interface ChromiumOptions {
  executable: string;
  /** `http://127.x.y.z:<port>`, the only place this window may show. */
  origin: string;
  session: string;
  /** Folder for the browser's own files, thrown away afterwards. */
  folder: string;
}

export interface ChromiumWindow {
  /** Leaves the splash for the page. */
  showPage: () => Promise<void>;
  /** Shows the page anew where it is, in another process of the browser: the one before goes with all that it has read. */
  renewPage: () => Promise<void>;
  /** Brings the window before all others. */
  raise: () => Promise<void>;
  /** Asks the browser to end and waits until it has. */
  close: () => Promise<void>;
  /** Settles when the window is gone, whoever closed it. */
  closed: Promise<void>;
}

const SECOND = 1000;
/** A page of another site, so that the browser gives the next one another process; the splash in the colour of the page. */
const BETWEEN_PAGES = `data:text/html,${encodeURIComponent('<body style="background:#f5f6f8">')}`;

/** Command line of the window. It holds nothing secret: every person on the machine can read it. */
export function chromiumArguments(
  { origin, folder }: Pick<ChromiumOptions, 'origin' | 'folder'>,
  uid: number | undefined,
): string[] {
  return [
    '--remote-debugging-pipe',
    `--user-data-dir=${folder}`,
    `--app=${origin}${SPLASH_PATH}`,
    '--window-size=1366,768',
    '--start-maximized',
    '--lang=zh-CN',
    '--ozone-platform-hint=auto',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    // Case content must reach no disk and no other machine.
    '--disk-cache-size=1',
    '--media-cache-size=1',
    '--disable-breakpad',
    '--disable-crash-reporter',
    '--disable-logging',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-component-extensions-with-background-pages',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-quic',
    '--disable-sync',
    '--no-pings',
    '--no-proxy-server',
    `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${new URL(origin).hostname}`,
    '--disable-features=BackForwardCache,Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater,InterestFeedContentSuggestions',
    // Chromium's sandbox cannot start for root; everybody else keeps it.
    ...(uid === 0 ? ['--no-sandbox', '--test-type'] : []),
  ];
}

/** Opens the app window on the splash; the session and the camera are given over the pipe, so no other program can take them. */
export async function openChromium(options: ChromiumOptions): Promise<ChromiumWindow> {
  const { executable, origin, session } = options;
  const child = spawn(executable, chromiumArguments(options, process.getuid?.()), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, LANGUAGE: 'zh_CN:zh' },
  });
  const closed = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await once(child, 'spawn');
  const [, , , toBrowser, fromBrowser] = child.stdio;
  const pipe = connectPipe(toBrowser as Writable, fromBrowser as Readable);

  const second = guardSecond(pipe);
  const page = guardPages(pipe, origin, second);
  const cookie = { name: SESSION_COOKIE, value: session, url: origin, path: '/', httpOnly: true, sameSite: 'Strict' };
  // Granting these refuses every other permission of the origin.
  const permissions = ['videoCapture', 'audioCapture', 'clipboardSanitizedWrite'];
  const given = Promise.all([
    page,
    pipe.send('Storage.setCookies', { cookies: [cookie] }),
    pipe.send('Browser.grantPermissions', { origin, permissions }),
  ]);
  const endedEarly = closed.then(() => Promise.reject(new Error('the browser ended before it showed its window')));
  const [{ sessionId, targetId }] = await Promise.race([given, endedEarly]);

  return {
    showPage: async () => {
      await pipe.send('Page.navigate', { url: `${origin}/` }, sessionId);
    },
    renewPage: async () => {
      const { targetInfo } = await pipe.send<{ targetInfo: { url: string } }>('Target.getTargetInfo', { targetId });
      const { pathname, search } = new URL(targetInfo.url);
      second.close();
      await pipe.send('Page.navigate', { url: BETWEEN_PAGES }, sessionId);
      await pipe.send('Page.navigate', { url: `${origin}${pathname}${search}` }, sessionId);
    },
    raise: async () => {
      const { windowId } = await pipe.send<{ windowId: number }>('Browser.getWindowForTarget', { targetId });
      const { bounds } = await pipe.send<{ bounds: { windowState: string } }>('Browser.getWindowBounds', { windowId });
      if (bounds.windowState === 'minimized') {
        await pipe.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
      }
      await pipe.send('Page.bringToFront', {}, sessionId);
    },
    close: () => endBrowser(pipe, child, closed),
    closed,
  };
}

interface OwnPage {
  sessionId: string;
  targetId: string;
}

/**
 * Takes hold of the one page of the window, keeps it on `origin` and closes every other page but the second window as soon as it appears.
 * Only our page is attached to: Chromium freezes a page whose new window is attached to while it opens.
 */
async function guardPages(pipe: DevToolsPipe, origin: string, second: SecondWindow): Promise<OwnPage> {
  const { promise: found, resolve } = Promise.withResolvers<string>();
  let ownTarget: string | undefined;
  // A command to a page that is closing is rejected; the end of the browser is seen by its exit.
  const order = (method: string, params: object, sessionId?: string) =>
    void pipe.send(method, params, sessionId).catch(() => undefined);

  pipe.onEvent(({ method, params, sessionId }: DevToolsMessage) => {
    if (method === 'Target.targetCreated') {
      const { targetInfo } = params as { targetInfo: TargetInfo };
      ownTarget ??= targetInfo.targetId;
      if (targetInfo.targetId === ownTarget) resolve(ownTarget);
      else if (!second.takes(targetInfo, ownTarget)) closePage(pipe, targetInfo.targetId);
    }
    if (method === 'Target.targetInfoChanged') second.watch((params as { targetInfo: TargetInfo }).targetInfo);
    if (method === 'Target.targetDestroyed') second.forget((params as { targetId: string }).targetId, ownTarget);
    if (method === 'Fetch.requestPaused') {
      const { requestId, request } = params as { requestId: string; request: { url: string } };
      if (request.url === BETWEEN_PAGES || new URL(request.url).origin === origin)
        order('Fetch.continueRequest', { requestId }, sessionId);
      // Aborted leaves the page as it is; other reasons would replace it by an error page.
      else order('Fetch.failRequest', { requestId, errorReason: 'Aborted' }, sessionId);
    }
  });
  await pipe.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'page' }, { exclude: true }] });
  const targetId = await found;
  const { sessionId } = await pipe.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const patterns = [{ urlPattern: '*', resourceType: 'Document', requestStage: 'Request' }];
  await pipe.send('Fetch.enable', { patterns }, sessionId);
  return { sessionId, targetId };
}

async function endBrowser(pipe: DevToolsPipe, child: ChildProcess, closed: Promise<void>): Promise<void> {
  const overdue = setTimeout(() => child.kill('SIGKILL'), 5 * SECOND);
  // Rejected when the browser ends before it answers, which is what was asked for.
  await pipe.send('Browser.close').catch(() => undefined);
  await closed;
  clearTimeout(overdue);
}
