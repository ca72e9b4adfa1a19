// The host's own Chromium window, as a clerk gets it from `npm start`, on a screen in memory.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { holdProfile } from '../../main/hosts/profile-lock.ts';
import { startDisplay, type Display } from '../support/display.ts';
import { samplePassword } from '../../main/sample/sample.ts';
import { familyOf, readIfAlive } from '../support/process-memory.ts';
import { profileAt } from './support/profile-at.ts';
import { startHost, startInWindow, untilReady } from '../support/host-process.ts';
import { expect, test } from './support/fixture.ts';

const cookieName = 'case-session';

/** Command lines of all processes: what any other person on the machine can read. */
function commandLines(): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map((pid) => readIfAlive(`/proc/${pid}/cmdline`));
}

function photograph(display: Display, file: string): void {
  execFileSync('ffmpeg', [
    '-loglevel',
    'error',
    '-f',
    'x11grab',
    '-video_size',
    display.size,
    '-i',
    display.name,
    '-frames:v',
    '1',
    '-y',
    file,
  ]);
}

test('opens by itself, keeps its session to itself, stays on its page and ends when it is closed', async ({
  profileDir,
}, info) => {
  await using display = await startDisplay();
  await using running = await startInWindow(profileDir, display.name, info.outputPath('chromium.log'));
  const { page, browser } = running;
  await untilReady(page, running);
  const origin = new URL(page.url()).origin;
  const ownBrowser = commandLines().find((words) => words.includes(`--app=${origin}`)) ?? '';
  const browserFolder = /--user-data-dir=(\S*case-window-[\w-]+)/.exec(ownBrowser)?.[1] ?? '';
  expect(existsSync(browserFolder)).toBe(true);

  await test.step('the session is in no command line, and no script can read it', async () => {
    const session = (await page.context().cookies(origin)).find(({ name }) => name === cookieName);
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    expect(ownBrowser).toContain('--remote-debugging-pipe');
    expect(commandLines().join('\n')).not.toContain(session?.value);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    // Cookies know no ports: what listens at the address that every program uses must not be sent it.
    expect(await page.context().cookies('http://127.0.0.1:1')).toEqual([]);
  });

  await test.step('camera and microphone are granted, the rest is refused', async () => {
    const states = await page.evaluate(async () => {
      const names = ['camera', 'microphone', 'geolocation', 'notifications'] as PermissionName[];
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
    });
    expect(states).toEqual(['granted', 'granted', 'denied', 'denied']);
  });

  await test.step('no other page opens, here or in a second window', async () => {
    await page.evaluate(() => {
      location.href = 'https://evil.example/';
    });
    const left = await page.goto('file:///etc/hostname').then(
      () => 'left',
      () => 'stayed',
    );
    expect(left).toBe('stayed');
    const devTools = await browser.newBrowserCDPSession();
    await devTools.send('Target.createTarget', { url: `${origin}/` });
    await expect
      .poll(async () => {
        const { targetInfos } = await devTools.send('Target.getTargets');
        return targetInfos.filter(({ type }) => type === 'page').length;
      })
      .toBe(1);
    expect(new URL(page.url()).origin).toBe(origin);
  });

  await test.step('one empty window of our page stays, and no other; it closes when it goes anywhere', async () => {
    const devTools = await browser.newBrowserCDPSession();
    const pages = async (): Promise<number> => {
      const { targetInfos } = await devTools.send('Target.getTargets');
      return targetInfos.filter(({ type }) => type === 'page').length;
    };
    const open = (address: string, name: string): Promise<void> =>
      page.evaluate(([url, target]) => void Reflect.set(window, target, window.open(url, target, 'popup')), [
        address,
        name,
      ] as const);
    const closed = (name: string): Promise<boolean> =>
      page.evaluate((target) => (Reflect.get(window, target) as Window | null)?.closed ?? true, name);
    await open('', 'first');
    await expect.poll(pages).toBe(2);
    await open('', 'another');
    await open(`${origin}/`, 'addressed');
    await expect.poll(() => Promise.all([closed('another'), closed('addressed')])).toEqual([true, true]);
    expect(await closed('first')).toBe(false);
    await page.evaluate(() => void (Reflect.get(window, 'first') as Window).location.assign('/'));
    await expect.poll(pages).toBe(1);
    // It is open when the first is closed below.
    await open('', 'first');
    await expect.poll(pages).toBe(2);
  });

  await test.step('a second start says so and leaves one window', async () => {
    const second = startHost(['--profile', profileDir], { DISPLAY: display.name });
    await expect.poll(() => second.child.exitCode).toBe(0);
    expect(second.output()).toBe('案卷工作站已经打开，已切换到它的窗口。\n');
  });

  photograph(display, info.outputPath('window.png'));
  await info.attach('window', { path: info.outputPath('window.png'), contentType: 'image/png' });

  await test.step('closing the window ends the host and leaves nothing behind', async () => {
    execFileSync('wmctrl', ['-c', '案卷工作站'], { env: { ...process.env, DISPLAY: display.name } });
    await expect.poll(() => running.child.exitCode).toBe(0);
    const hold = await holdProfile(profileDir, () => false);
    expect(hold.held).toBe(true);
    if (hold.held) await hold.release();
    expect(existsSync(browserFolder), running.output()).toBe(false);
  });
});

test('a lock ends the process of the workstation and that of the page and gives the place back, a crash says so', async ({
  host,
}, info) => {
  expect(host).toBe('chromium');
  await using profile = await profileAt('begun');
  await using display = await startDisplay();
  await using running = await startInWindow(profile.path, display.name, info.outputPath('chromium.log'));
  const { page } = running;
  await untilReady(page, running);
  const logIn = async (): Promise<void> => {
    await page.getByRole('radio', { name: '王建国' }).check();
    await page.getByLabel('密码').fill(samplePassword);
    await page.getByLabel('密码').press('Enter');
  };
  await logIn();
  await page.locator('[data-ready=today]').waitFor();
  await page.keyboard.press('Alt+3');
  await page.locator('[data-ready=cases]').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('[data-ready=case]').waitFor();
  await page.getByRole('button', { name: '填写案源登记表' }).press('Enter');
  const field = page.locator('main textarea').first();
  await field.fill('群众来信');
  const address = page.url();
  const pidsOf = (program: RegExp): number[] =>
    familyOf(running.child.pid ?? 0)
      .filter(({ words }) => program.test(words))
      .map(({ pid }) => pid);
  const ofSession = (): number[] => pidsOf(/--type=renderer|workstation\.js/);
  const open = ofSession();
  await page.keyboard.press('F8');
  await expect.poll(() => ofSession().filter((pid) => open.includes(pid)), { timeout: 30_000 }).toEqual([]);
  await expect(page.getByLabel('密码')).toBeFocused();
  await logIn();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('群众来信');
  expect(page.url()).toBe(address);

  await test.step('a process that dies is a sentence at the log-in of the same window', async () => {
    for (const pid of pidsOf(/workstation\.js/)) process.kill(pid, 'SIGKILL');
    await expect(page.getByRole('alert')).toContainText('程序内部意外停止，工作站已经锁定', { timeout: 30_000 });
    await logIn();
    await page.locator('[data-ready=today]').waitFor();
  });
});

test('a killed host takes its browser and what the browser kept with it', async ({ profileDir }, info) => {
  await using display = await startDisplay();
  await using running = await startInWindow(profileDir, display.name, info.outputPath('chromium.log'));
  const { page } = running;
  await untilReady(page, running);
  const { origin } = new URL(page.url());
  const ownBrowser = (): string | undefined => commandLines().find((words) => words.includes(`--app=${origin}`));
  const browserFolder = /--user-data-dir=(\S*case-window-[\w-]+)/.exec(ownBrowser() ?? '')?.[1] ?? '';
  expect(existsSync(browserFolder)).toBe(true);
  running.child.kill('SIGKILL');
  await expect.poll(ownBrowser, { timeout: 30_000 }).toBeUndefined();
  await expect.poll(() => existsSync(browserFolder), { timeout: 30_000 }).toBe(false);
});

test('the page comes anew into practice (练习) and back to the log-in of the office', async ({ host }, info) => {
  expect(host).toBe('chromium');
  test.setTimeout(360_000);
  await using profile = await profileAt('begun');
  await using display = await startDisplay();
  await using running = await startInWindow(profile.path, display.name, info.outputPath('chromium.log'));
  const { page } = running;
  await untilReady(page, running);
  await page.getByTestId('practise').press('Enter');
  await page.getByTestId('practice-band').waitFor({ timeout: 180_000 });
  await expect(page.getByLabel('密码')).toBeFocused();
  expect(existsSync(join(profile.path, 'practice', 'keyring.json'))).toBe(true);
  await page.getByTestId('leave-practice').press('Enter');
  await expect(page.getByTestId('practise')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByTestId('practice-band')).toBeHidden();
});
