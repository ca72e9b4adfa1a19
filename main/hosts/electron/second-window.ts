import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents, WindowOpenHandlerResponse } from 'electron';

/** The window for somebody who signs on a screen turned to them (ADR 0034): empty, and drawn into by our page. There is one at most. */
export interface SecondWindow {
  /** What a page that asks for a window is told: only our page gets one, only an empty one, with the settings of the first, and only while none is open. */
  answer: (asking: WebContents, url: string) => WindowOpenHandlerResponse;
  /** Has the window that was allowed: it goes nowhere, and closes with the first. */
  take: (window: BrowserWindow) => void;
  /** Before the first window shows another session. */
  close: () => void;
}

/** `first` is null before there is a first window and when it is gone; `options` are those it was made with. */
export function createSecondWindow(
  first: () => BrowserWindow | null,
  { webPreferences, backgroundColor }: BrowserWindowConstructorOptions,
): SecondWindow {
  let open: BrowserWindow | null = null;
  return {
    answer: (asking, url) => {
      const parent = first();
      if (url !== 'about:blank' || open !== null || parent === null || asking !== parent.webContents)
        return { action: 'deny' };
      return {
        action: 'allow',
        overrideBrowserWindowOptions: { parent, autoHideMenuBar: true, backgroundColor, webPreferences },
      };
    },
    take: (window) => {
      open = window;
      window.setContentProtection(first()?.isContentProtected() ?? false);
      window.webContents.on('will-frame-navigate', (event) => event.preventDefault());
      window.webContents.once('render-process-gone', () => window.destroy());
      window.once('closed', () => {
        open = null;
      });
    },
    close: () => open?.destroy(),
  };
}
