import { defineConfig } from '@playwright/test';
import { findChromium } from './main/hosts/browser/find-chromium.ts';
import { electronBinary } from './scripts/electron-binary.ts';
import type { HostOptions } from './test/e2e/support/fixture.ts';

const asksForElectron = process.argv.some(
  (word, at) => word === '--project=electron' || (word === 'electron' && process.argv[at - 1] === '--project'),
);
const electron = electronBinary();
if (asksForElectron && electron === undefined) {
  throw new Error(
    '没有 Electron 程序，不能运行 electron 项目。请先运行 npm start -- --electron 取得它，或设置 ELECTRON_OVERRIDE_DIST_PATH。',
  );
}

const executablePath = findChromium();
if (executablePath === undefined) {
  throw new Error(
    '没有找到 Chromium 浏览器。Debian 上请运行：sudo apt-get update && sudo apt-get install -y chromium chromium-sandbox',
  );
}

/** The same specs on both hosts; the Electron project is listed only where its program is present. */
export default defineConfig<HostOptions>({
  testDir: 'test/e2e',
  outputDir: 'out/e2e',
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    // Without their own limits a step that hangs would only show as a test that took too long.
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    launchOptions: {
      executablePath,
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    },
  },
  projects: [
    { name: 'chromium', use: { host: 'chromium' } },
    ...(electron === undefined
      ? []
      : [{ name: 'electron', use: { host: 'electron' as const }, testIgnore: 'window.spec.ts' }]),
  ],
});
