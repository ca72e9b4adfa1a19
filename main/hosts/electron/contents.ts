import { app, type WebContents } from 'electron';
import type { Report } from '../../app/error-log.ts';
import type { OwnPage } from './own-page.ts';
import type { SecondWindow } from './second-window.ts';

/** A page that dies again and again is not helped by being loaded again. */
const reloadsWithin = { most: 3, ms: 60_000 };

/**
 * Guards everything that can show a page, from its first moment and whoever made it: it can neither leave our pages nor open another window
 * but the one for who signs; one whose process died is put on record and loaded again.
 */
export function guardContents({ owns }: OwnPage, second: SecondWindow, report: Report): void {
  app.on('web-contents-created', (_, contents) => {
    contents.setWindowOpenHandler(({ url }) => second.answer(contents, url));
    contents.on('did-create-window', second.take);
    contents.on('will-frame-navigate', (event) => {
      if (!owns(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!owns(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    reviveDead(contents, report);
  });
  app.on('child-process-gone', (_, { type, reason }) => {
    if (reason !== 'clean-exit') report(new Error(`${type}: ${reason}`), 'process', 'child-process-gone');
  });
}

/** What was saved is on the disk, so the page comes back to the log-in or to where the session stands. */
function reviveDead(contents: WebContents, report: Report): void {
  let deaths: number[] = [];
  contents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit') return;
    report(new Error(reason), 'process', 'render-process-gone');
    const now = performance.now();
    deaths = [...deaths.filter((moment) => now - moment < reloadsWithin.ms), now];
    if (deaths.length <= reloadsWithin.most) contents.reload();
    else app.quit();
  });
}
