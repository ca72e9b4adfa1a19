// Stands in for the `electron` module where its binary cannot be had: BrowserWindow is a real Chromium page, so the built
// programs and the real page run; only what Electron itself does in between is imitated. run-fake-electron.ts starts it.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { fork } from 'node:child_process';
import type { BrowserWindowConstructorOptions, CookiesSetDetails } from 'electron';
import { join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page, type Route } from 'playwright-core';
import { findChromium } from '../../main/hosts/browser/find-chromium.ts';

/** What the program under test told Electron; the test reads it. */
export const told = {
  sandboxed: false,
  switches: [] as string[],
  paths: {} as Record<string, string>,
  partition: '',
  menu: undefined as unknown,
  options: {} as BrowserWindowConstructorOptions,
  shown: false,
};

let browser: Browser | undefined;
let isReady = false;
const ready = Promise.withResolvers<void>();

/** As in Electron, this comes only after the entry has been evaluated to its end. */
export async function becomeReady(): Promise<void> {
  browser = await chromium.launch({ executablePath: findChromium(), chromiumSandbox: process.getuid?.() !== 0 });
  await browser.newContext({ viewport: { width: 1366, height: 768 } });
  isReady = true;
  ready.resolve();
}

function beforeReady(what: string): void {
  if (isReady) throw new Error(`${what} must be called before the app is ready`);
}

export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  enableSandbox: () => {
    beforeReady('enableSandbox');
    told.sandboxed = true;
  },
  setPath: (name: string, path: string) => {
    beforeReady('setPath');
    told.paths[name] = path;
  },
  commandLine: {
    appendSwitch: (name: string, value?: string) => void told.switches.push(value ? `${name}=${value}` : name),
  },
  whenReady: () => ready.promise,
  exit: (code: number) => void (browser?.close() ?? Promise.resolve()).then(() => process.exit(code)),
});

type Decide = (granted: boolean) => void;
export const permission = {
  request: undefined as
    | ((contents: unknown, name: string, decide: Decide, details: { requestingUrl: string }) => void)
    | undefined,
  check: undefined as ((contents: unknown, name: string, origin: string) => boolean) | undefined,
};

export const session = {
  fromPartition: (partition: string) => {
    told.partition = partition;
    return {
      cookies: {
        set: async ({ url = '', name = '', value = '', httpOnly = false }: CookiesSetDetails) =>
          browser?.contexts()[0]?.addCookies([{ url, name, value, httpOnly, sameSite: 'Strict' }]),
      },
      setPermissionRequestHandler: (given: typeof permission.request) => void (permission.request = given),
      setPermissionCheckHandler: (given: typeof permission.check) => void (permission.check = given),
      setDevicePermissionHandler: () => {},
    };
  },
};

export const powerMonitor = new EventEmitter();

/** The same program in a process of Node; Electron gives it `process.parentPort` (parent-port.ts). */
export const utilityProcess = {
  fork: (file: string) => {
    const child = fork(file, { execArgv: ['--import', join(import.meta.dirname, 'parent-port.mjs')] });
    return Object.assign(new EventEmitter(), {
      postMessage: (message: object) => void child.send(message),
      on: (event: string, listener: (...given: unknown[]) => void) => child.on(event, listener),
      once: (event: string, listener: (...given: unknown[]) => void) => child.once(event, listener),
    });
  },
};

export const Menu = { setApplicationMenu: (menu: unknown) => void (told.menu = menu) };
export const dialog = {};
export const shell = {};

/** Gives the preload what Electron's sandbox gives it, in a world of its own; only plain data can cross to the page. */
const PRELOAD_WORLD = `const require = () => ({ contextBridge: { exposeInMainWorld: (name, value) =>
  document.dispatchEvent(new CustomEvent('fake-expose', { detail: JSON.stringify([name, value]) })) } });
const module = { exports: {} }, exports = module.exports;`;
const PAGE_WORLD = `document.addEventListener('fake-expose', (event) => {
  const [name, value] = JSON.parse(event.detail);
  Object.defineProperty(window, name, { value: Object.freeze(value) });
});`;

type OpenHandler = (details: { url: string }) => {
  action: string;
  overrideBrowserWindowOptions?: BrowserWindowConstructorOptions;
};

export class BrowserWindow extends EventEmitter {
  static last: BrowserWindow | undefined;
  openHandler: OpenHandler | undefined;
  readonly webContents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (given: OpenHandler) => void (this.openHandler = given),
    reload: () => void this.page?.reload(),
    getURL: () => this.page?.url() ?? '',
    sendInputEvent: ({ keyCode }: { type: 'keyDown'; keyCode: string }) => void this.page?.keyboard.press(keyCode),
  });
  page: Page | undefined;
  devTools: CDPSession | undefined;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    if (!isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    told.options = options;
    BrowserWindow.last = this;
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    if (this.page === undefined) await this.#open();
    await this.page?.goto(url);
    this.emit('ready-to-show');
  }

  async #open(): Promise<void> {
    const context = browser?.contexts()[0];
    if (context === undefined) throw new Error('Chromium is not running');
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    Object.assign(this, { page, devTools });
    await page.route('**/*', (route) => this.#follow(route));
    await devTools.send('Page.enable');
    await devTools.send('Page.addScriptToEvaluateOnNewDocument', { source: PAGE_WORLD });
    const preload = readFileSync(told.options.webPreferences?.preload ?? '', 'utf8');
    await devTools.send('Page.addScriptToEvaluateOnNewDocument', {
      worldName: 'preload',
      source: `(() => {${PRELOAD_WORLD}${preload}})()`,
    });
    page.once('close', () => this.#gone());
  }

  /** Electron asks about what the page does, not about what the program loads; ours are alike for the guard. */
  #follow(route: Route): Promise<void> {
    const asked = route.request();
    const refused = asked.isNavigationRequest() && this.#navigationRefused(asked.url());
    return refused ? route.abort('aborted') : route.continue();
  }

  #navigationRefused(url: string): boolean {
    let refused = false;
    this.webContents.emit('will-frame-navigate', { url, preventDefault: () => (refused = true) });
    return refused;
  }

  #gone(): void {
    this.emit('closed');
    app.emit('window-all-closed');
  }

  show(): void {
    told.shown = true;
  }
  maximize(): void {}
  isMinimized(): boolean {
    return false;
  }
  focus(): void {
    process.send?.({ focused: true });
  }
  isDestroyed(): boolean {
    return this.page?.isClosed() ?? true;
  }
  destroy(): void {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed');
    void this.page?.close();
  }
}
