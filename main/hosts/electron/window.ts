import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';

/** Without the prefix `persist:` a partition lives in memory, so no page data reaches the disk. */
export const PARTITION = 'case';

/** The security settings of the window; tests and installed programs use the same ones. */
export function windowOptions({
  preload,
  packaged,
}: {
  preload: string;
  packaged: boolean;
}): BrowserWindowConstructorOptions {
  return {
    title: '案卷工作站',
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#f5f6f8',
    webPreferences: {
      preload,
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spelling checker fetches its dictionaries from the network.
      spellcheck: false,
      devTools: !packaged,
    },
  };
}

/** Opens the one window on the page of `origin` and shows it once it is painted. */
export async function openWindow(options: BrowserWindowConstructorOptions, origin: string): Promise<BrowserWindow> {
  const window = new BrowserWindow(options);
  window.once('ready-to-show', () => {
    window.maximize();
    window.show();
  });
  await window.loadURL(`${origin}/`);
  return window;
}

/** Shows the page anew where it is, at `origin` and in another process: the one before goes with all that it has read. */
export async function renewPage(window: BrowserWindow, origin: string): Promise<void> {
  const { pathname, search } = new URL(window.webContents.getURL());
  // A page of another site, so that the next one gets another process.
  await window.loadURL('about:blank');
  await window.loadURL(`${origin}${pathname}${search}`);
}

/** Brings the window before all others. */
export function raiseWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
