import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createKeyring } from '../../main/platform/vault/keyring.ts';
import { deriveKey, type KeyPurpose } from '../../main/platform/vault/keys.ts';
import { contentKeysOf } from '../../main/platform/vault/unlocked-keys.ts';
import { samplePassword } from '../../main/sample/sample.ts';
import { startDisplay } from '../support/display.ts';
import { startInWindow, untilReady, type HostProcess } from '../support/host-process.ts';
import { foundOnDisk } from '../support/files-on-disk.ts';
import { copyOfStage } from '../support/office-profile.ts';
import { familyOf, foundInMemory, type Running } from '../support/process-memory.ts';
import type { Drilled } from './drilled.ts';

const ROUNDS = 3;
const CANARIES = 100;
const PURPOSES: KeyPurpose[] = ['database', 'files', 'recordings', 'settings', 'keyring', 'error-log'];
const root = join(import.meta.dirname, '../..');

/** What must not outlive a session, by what it is: text in the encodings of V8, keys as bytes and as they are written. */
type Needles = ReadonlyMap<string, Buffer>;

/**
 * Somebody logs in to the program in its own window, reads a case and types into a paper, and locks. Then the memory of every process is
 * searched: of what was typed, the password and the keys nothing may be left in host, workstation and page. On the disk nothing may be found at
 * any time: not in the profile, nor in what program and browser keep for themselves.
 */
export async function drillMemory(): Promise<Drilled> {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root });
  const profile = await copyOfStage('begun');
  const logs = await mkdtemp(join(tmpdir(), 'memory-'));
  const counts = { ...NOTHING, keys: PURPOSES.length + 4 };
  const failures: string[] = [];
  await using display = await startDisplay();
  await using running = await startInWindow(profile, display.name, join(logs, 'chromium.log'));
  await untilReady(running.page, running);
  const drill: Drill = { running, profile, keys: await keysOf(profile), began: Date.now(), counts, failures };
  for (let round = 1; round <= ROUNDS; round += 1) await workAndLock(drill, round);
  await rm(profile, { recursive: true, force: true });
  await rm(logs, { recursive: true, force: true });
  return { counts, failures };
}

const NAME = '王建国';
const NOTHING = {
  rounds: 0,
  canaries: 0,
  keys: 0,
  foundWhileOpen: 0,
  leftInHost: 0,
  leftInWorkstation: 0,
  leftInPage: 0,
  leftInBrowser: 0,
  processesThatStayed: 0,
  filesLookedAt: 0,
  foundOnDisk: 0,
};

interface Drill extends Drilled {
  running: HostProcess & { page: Page };
  profile: string;
  keys: [string, Buffer][];
  /** Milliseconds. */
  began: number;
  counts: typeof NOTHING;
}

async function workAndLock(drill: Drill, round: number): Promise<void> {
  const { running, counts, failures } = drill;
  const { page } = running;
  const words = Array.from({ length: CANARIES }, () => `Q${randomBytes(4).toString('hex')}`);
  // The password of the sample stands in its sources, which lie on the disk.
  const secrets: Needles = new Map([...drill.keys, ...words.flatMap(encodings)]);
  const needles: Needles = new Map([...secrets, ...encodings(samplePassword)]);
  await logIn(page);
  await typeIntoPaper(page, words);
  const open = membersOf(running);
  const foundOpen = new Set(open.workstation.flatMap(({ pid }) => [...foundInMemory(pid, needles)]));
  if (foundOpen.size < CANARIES)
    failures.push(`round ${round}: the search itself found only ${foundOpen.size} while open`);
  lookOnDisk(drill, secrets, `round ${round}, open`);
  await page.keyboard.press('F8');
  const after = await renewed(running, open);
  await page.getByLabel('密码').waitFor();
  lookOnDisk(drill, secrets, `round ${round}, locked`);

  counts.rounds += 1;
  counts.canaries += words.length;
  counts.foundWhileOpen += foundOpen.size;
  const left = (members: readonly Running[]): string[] =>
    members.flatMap(({ pid }) => [...foundInMemory(pid, needles)]);
  for (const [part, count] of [
    ['host', 'leftInHost'],
    ['workstation', 'leftInWorkstation'],
    ['page', 'leftInPage'],
  ] as const) {
    const found = left(after[part]);
    counts[count] += found.length;
    if (found.length > 0) failures.push(`round ${round}, ${part}: ${found.slice(0, 5).join(', ')}`);
  }
  // The browser itself carries what the page asks and gets; it is counted, and ends with the program.
  counts.leftInBrowser += left(after.browser).length;
  counts.processesThatStayed += after.stayed;
  if (after.stayed > 0) failures.push(`round ${round}: ${after.stayed} processes of the session still run`);
}

function lookOnDisk({ profile, began, counts, failures }: Drill, needles: Needles, when: string): void {
  const { files, found } = foundOnDisk([profile, join(root, 'out'), join(root, 'node_modules/.cache')], began, needles);
  counts.filesLookedAt += files;
  counts.foundOnDisk += found.length;
  if (found.length > 0) failures.push(`${when}, disk: ${found.slice(0, 5).join(', ')}`);
}

const encodings = (word: string): [string, Buffer][] => [
  [word, Buffer.from(word)],
  [`${word} (UTF-16)`, Buffer.from(word, 'utf16le')],
];

async function keysOf(profile: string): Promise<[string, Buffer][]> {
  const keyring = createKeyring(profile);
  // Who logs in below; the first one, 系统管理员, holds no vault key.
  const person = (await keyring.people()).find(({ name }) => name === NAME);
  const unlocked = contentKeysOf(await keyring.unlock(person?.id ?? '', samplePassword));
  const { vaultKey, officeKey, sealingKey } = unlocked;
  const all = [
    ['vault', vaultKey] as const,
    ['office', officeKey] as const,
    ['sealing', sealingKey] as const,
    ['signing', unlocked.signingKey.secret] as const,
    ...PURPOSES.map((purpose) => [purpose, deriveKey(vaultKey, purpose)] as const),
  ];
  return all.flatMap(([name, key]): [string, Buffer][] => [
    [`key ${name}`, Buffer.from(key)],
    [`key ${name} (hex)`, Buffer.from(Buffer.from(key).toString('hex'))],
  ]);
}

async function logIn(page: Page): Promise<void> {
  const password = page.getByLabel('密码');
  await password.waitFor();
  await page.getByRole('radio', { name: NAME }).check();
  await password.fill(samplePassword);
  await password.press('Enter');
  await page.locator('main [data-ready]').first().waitFor();
}

/** Puts the words into the longest field of the paper in hand, and waits until they are on the disk. */
async function typeIntoPaper(page: Page, words: readonly string[]): Promise<void> {
  if ((await page.locator('[data-ready=case]').count()) === 0) {
    await page.keyboard.press('Alt+3');
    await page.locator('[data-ready=cases]').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[data-ready=case]').waitFor();
  }
  const field = page.locator('main textarea').first();
  const begin = page.getByRole('button', { name: '填写案源登记表' });
  await field.or(begin).first().waitFor();
  if (await begin.isVisible()) await begin.press('Enter');
  // The longest one; once it is filled it stands folded, and a press on its line opens it.
  const facts = page.locator('main textarea[name$="-facts"]');
  const folded = page.locator('main [data-field="facts"]').first();
  await facts.or(folded).first().waitFor();
  if (!(await facts.isVisible())) await folded.click();
  await facts.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(words.join(''));
  await page.keyboard.press('Tab');
  await page
    .getByText(/^已保存/)
    .first()
    .waitFor();
}

interface Members {
  host: Running[];
  workstation: Running[];
  page: Running[];
  browser: Running[];
}

function membersOf({ child }: HostProcess): Members {
  const family = familyOf(child.pid ?? 0);
  const isPage = ({ words }: Running): boolean => words.includes('--type=renderer');
  const isWorkstation = ({ words }: Running): boolean => words.includes('workstation.js');
  return {
    host: family.filter(({ pid }) => pid === child.pid),
    workstation: family.filter(isWorkstation),
    page: family.filter(isPage),
    browser: family.filter((one) => one.pid !== child.pid && !isPage(one) && !isWorkstation(one)),
  };
}

/** The processes once those of the session are gone; `stayed` are those that did not go in time. */
async function renewed(running: HostProcess, open: Members): Promise<Members & { stayed: number }> {
  const old = [...open.workstation, ...open.page].map(({ pid }) => pid);
  const deadline = Date.now() + 20_000;
  for (;;) {
    const now = membersOf(running);
    const stayed = [...now.workstation, ...now.page].filter(({ pid }) => old.includes(pid)).length;
    const isThere = now.workstation.length > 0 && now.page.length > 0;
    if ((stayed === 0 && isThere) || Date.now() > deadline) return { ...now, stayed };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
