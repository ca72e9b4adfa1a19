import { _electron, test as base } from '@playwright/test';
import { electronBinary } from '../../../scripts/electron-binary.ts';
import { startHeadless, untilReady } from '../../support/host-process.ts';
import { temporaryFolder } from '../../support/profile.ts';

export { expect } from '@playwright/test';

export interface HostOptions {
  /** The window the specs run in; set by the project. */
  host: 'chromium' | 'electron';
}

interface Fixtures {
  /** A fresh profile folder of this test, gone after it. */
  profileDir: string;
}

/** Like Playwright's own `test`, but `page` is the window of a freshly started workstation, painted and ready for the keyboard. */
export const test = base.extend<HostOptions & Fixtures>({
  host: ['chromium', { option: true }],
  profileDir: async ({ host }, use) => {
    await using folder = await temporaryFolder(`case-e2e-${host}`);
    await use(folder.path);
  },
  page: async ({ host, profileDir, context }, use) => {
    if (host === 'electron') {
      const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const app = await _electron.launch({
        executablePath: electronBinary(),
        args: [...asRoot, '--use-fake-device-for-media-stream', 'out/main/electron.js', '--profile', profileDir],
      });
      const page = await app.firstWindow();
      await page.locator('[data-ready]').first().waitFor({ state: 'attached' });
      await use(page);
      await app.close();
      return;
    }
    await using running = await startHeadless(profileDir);
    await context.grantPermissions(['camera', 'microphone'], { origin: new URL(running.address).origin });
    const page = await context.newPage();
    await page.goto(running.address);
    await untilReady(page, running);
    await use(page);
    // The page's streams end before the host, which would otherwise wait for them.
    await page.close();
  },
});
