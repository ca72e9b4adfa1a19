import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startHost } from '../support/host-process.ts';
import type { Drilled } from './drilled.ts';
import type { Started } from './starting-host.ts';

const ROUNDS = 120;
const AT_ONCE = 6;
const WHOLE_PROGRAMS = 4;
const PATIENCE_MS = 15_000;
const root = join(import.meta.dirname, '../..');

/** What a profile holds beside the lock; nothing of it may be touched by a start. */
const files = { 'keyring.json': 'keyring', 'document.pdf': 'document' };

/** How the lock lies there when the starts come; `killed`: its holder is killed in the same moment. */
const locks: Record<string, (lockFile: string, dir: string) => Promise<unknown>> = {
  absent: async () => undefined,
  stale: async (_, dir) => kill(await holderOf(dir)),
  killed: async (_, dir) => void setTimeout(kill, 1, await holderOf(dir)),
  empty: (lockFile) => writeFile(lockFile, ''),
  garbage: (lockFile) => writeFile(lockFile, Buffer.alloc(300, 0xa5)),
  'names a file': (lockFile, dir) => writeFile(lockFile, join(dir, 'keyring.json')),
  folder: (lockFile) => mkdir(lockFile),
  link: (lockFile, dir) => symlink(join(dir, 'document.pdf'), lockFile),
};
/** Where no start can hold the profile, and each must say why. */
const refusing = ['folder', 'link'];

type Outcome = 'holds' | 'refused' | 'stuck';

/**
 * Starts at once on one profile, each in a process of its own: one holds it, the others are told so, whatever lies there as lock; and once
 * the holder is killed the next start holds it. At the end the same with the whole program.
 */
export async function drillStarts(): Promise<Drilled> {
  const counts = { starts: 0, held: 0, refused: 0, doubleHolders: 0, stuck: 0, filesLost: 0, killed: 0, programs: 0 };
  const failures: string[] = [];
  const hosts: ChildProcess[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const [lock = '', lay] = Object.entries(locks)[n % Object.keys(locks).length] ?? [];
    const dir = await mkdtemp(join(tmpdir(), 'starts-'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text);
    while (hosts.length < AT_ONCE) hosts.push(await readyHost());
    await lay?.(join(dir, 'host.lock'), dir);
    const outcomes = await Promise.all(hosts.map((host) => startOn(dir, host)));
    const held = outcomes.filter((outcome) => outcome === 'holds').length;
    // Only those who hold or hang end here; who was refused can start again.
    const ended = hosts.filter((_, index) => outcomes[index] !== 'refused');
    await Promise.all(ended.map(kill));
    hosts.splice(0, hosts.length, ...hosts.filter((host) => !ended.includes(host)));
    const next = await readyHost();
    const after = await startOn(dir, next);
    await kill(next);
    const lost = await lostFiles(dir);
    await rm(dir, { recursive: true, force: true });

    const all = [...outcomes, after];
    counts.starts += all.length;
    counts.killed += ended.length + 1;
    counts.filesLost += lost.length;
    if (held > 1) counts.doubleHolders += 1;
    for (const [outcome, count] of [
      ['holds', 'held'],
      ['refused', 'refused'],
      ['stuck', 'stuck'],
    ] as const)
      counts[count] += all.filter((each) => each === outcome).length;
    const expected: Outcome = refusing.includes(lock) ? 'refused' : 'holds';
    // Whoever comes while the holder dies may still be told that it runs.
    const right = held === (expected === 'holds' ? 1 : 0) || (lock === 'killed' && held === 0);
    if (!right || all.includes('stuck') || after !== expected || lost.length > 0)
      failures.push(`${lock}: ${outcomes.join(', ')}; afterwards ${after}; lost: ${lost.join(', ') || 'nothing'}`);
  }
  await Promise.all(hosts.map(kill));
  failures.push(...(await startPrograms()));
  return { counts: { ...counts, programs: 2 * WHOLE_PROGRAMS }, failures };
}

/** The built program itself, several at once: on a fresh profile, then over the lock of the killed one. */
async function startPrograms(): Promise<string[]> {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root });
  const dir = await mkdtemp(join(tmpdir(), 'starts-'));
  const failures: string[] = [];
  for (const round of ['fresh', 'after a kill']) {
    const programs = Array.from({ length: WHOLE_PROGRAMS }, () => startHost(['--profile', dir, '--no-window']));
    const deadline = Date.now() + 4 * PATIENCE_MS;
    const holding = () => programs.filter(({ output }) => output().includes('http://127.'));
    const refused = () => programs.filter(({ output }) => output().includes('已经在运行'));
    while (holding().length + refused().length < WHOLE_PROGRAMS && Date.now() < deadline) await pause(50);
    if (holding().length !== 1 || refused().length !== WHOLE_PROGRAMS - 1)
      failures.push(`program, ${round}: ${programs.map(({ output }) => JSON.stringify(output())).join(' ')}`);
    await Promise.all(programs.map(({ child }) => kill(child)));
  }
  await rm(dir, { recursive: true, force: true });
  return failures;
}

async function readyHost(): Promise<ChildProcess> {
  const host = fork(join(import.meta.dirname, 'starting-host.ts'), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  await once(host, 'message');
  return host;
}

async function holderOf(dir: string): Promise<ChildProcess> {
  const host = await readyHost();
  if ((await startOn(dir, host)) !== 'holds') throw new Error('nobody had the profile, and yet it could not be held');
  return host;
}

/** A refusal without a Chinese sentence, and an end without a word, count as being stuck. */
async function startOn(dir: string, host: ChildProcess): Promise<Outcome> {
  const told = once(host, 'message').then(([message]) => message as Started);
  host.send(dir);
  const started = await Promise.race([told, pause(PATIENCE_MS, undefined, { ref: false })]);
  if (started?.kind === 'refused') return /[\u4e00-\u9fff]/.test(started.sentence) ? 'refused' : 'stuck';
  return started?.kind === 'holds' ? 'holds' : 'stuck';
}

async function kill(host: ChildProcess): Promise<void> {
  if (host.exitCode !== null || host.signalCode !== null) return;
  host.kill('SIGKILL');
  await once(host, 'exit');
}

async function lostFiles(dir: string): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const there = await readFile(join(dir, name), 'utf8').catch(() => undefined);
      return there === text ? [] : [name];
    }),
  );
  return found.flat();
}
