import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FromWorkstation, OpenOrder, ToWorkstation } from '../../../../main/hosts/workstation/messages.ts';
import { runWorkstationProgram, type WorkstationProgram } from '../../../../main/hosts/workstation/program.ts';
import { installPaths } from '../../../../main/hosts/install-paths.ts';
import type { Desktop, EndedSession, Opens, Workstation } from '../../../../main/platform/host.ts';
import { temporaryFolder } from '../../../support/profile.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

/** The program with a workstation and a host that the test plays. */
function start(changes: Partial<WorkstationProgram> = {}) {
  const posted: FromWorkstation[] = [];
  const warned: string[] = [];
  const listeners: ((message: ToWorkstation) => void)[] = [];
  let gone: () => void = () => undefined;
  const exited = Promise.withResolvers<number>();
  const workstation = {
    fetch: async () => new Response('page'),
    lock: vi.fn(async () => {}),
    close: vi.fn(async () => {}),
  } satisfies Workstation;
  const made: [folder: string, anew: boolean][] = [];
  const given: {
    desktop?: Desktop;
    end?: (session: EndedSession, opens?: Opens) => void;
    /** The folder it was opened on for practice. */
    practice?: string;
    makePractice?: (anew: boolean) => Promise<void>;
  } = {};
  runWorkstationProgram({
    line: {
      post: (message) => void posted.push(message),
      onMessage: (listener) => void listeners.push(listener),
      onGone: (listener) => void (gone = listener),
    },
    load: async () => ({
      createWorkstation: async ({ desktop, onEnded }) => {
        Object.assign(given, { desktop, end: onEnded });
        return workstation;
      },
    }),
    loadPractice: async () => ({
      makePractice: async ({ profileDir }, anew) => void made.push([profileDir, anew]),
      openPractice: async ({ profileDir, onEnded, makePractice }) => {
        Object.assign(given, { practice: profileDir, end: onEnded, makePractice });
        return workstation;
      },
    }),
    exit: (code) => exited.resolve(code),
    warn: (line) => void warned.push(line),
    ...changes,
  });
  const say = (message: ToWorkstation): void => {
    for (const listener of listeners) listener(message);
  };
  const order: OpenOrder = {
    folders: { profileDir: join(folder.path, 'profile'), ...installPaths(folder.path) },
    desktop: { kind: 'electron', asks: ['chooseFolder'] },
    entrance: { address: '127.0.0.1' },
    session: 'secret',
    opens: 'office',
    before: null,
  };
  const open = async (opens: Opens = 'office'): Promise<string> => {
    say({ kind: 'open', order: { ...order, opens } });
    await vi.waitFor(() => expect(posted.map(({ kind }) => kind)).toContain('loaded'));
    const door = posted.find((message) => message.kind === 'door');
    return door?.origin ?? '';
  };
  return { posted, warned, say, open, order, workstation, given, made, exited: exited.promise, hostGone: () => gone() };
}

test('it answers behind its door, to who has the cookie', async () => {
  const program = start();
  const origin = await program.open();
  const cookie = 'case-session=secret';
  expect(await (await fetch(origin, { headers: { cookie } })).text()).toBe('page');
  expect((await fetch(origin)).status).toBe(401);
  program.say({ kind: 'close' });
  expect(await program.exited).toBe(0);
});

test('the end of a session ends the process, after what is under way was closed', async () => {
  const program = start();
  const origin = await program.open();
  const session: EndedSession = { because: null, place: null };
  program.given.end?.(session);
  expect(await program.exited).toBe(0);
  expect(program.workstation.close).toHaveBeenCalledOnce();
  expect(program.posted.at(-1)).toEqual({ kind: 'ended', session });
  await expect(fetch(origin)).rejects.toThrow('fetch failed');
});

test('for practice it opens a folder of its own in that of the office, and the way back ends it like any session', async () => {
  const program = start();
  await program.open('practice');
  const inside = join(program.order.folders.profileDir, 'practice');
  expect(program.given.practice).toBe(inside);
  await program.given.makePractice?.(true);
  expect(program.made).toEqual([[inside, true]]);
  const session: EndedSession = { because: null, place: null };
  program.given.end?.(session, 'office');
  expect(await program.exited).toBe(0);
  expect(program.posted.at(-1)).toEqual({ kind: 'ended', session, opens: 'office' });
});

test('a killed host takes it along', async () => {
  const program = start();
  await program.open();
  program.hostGone();
  expect(await program.exited).toBe(0);
  expect(program.workstation.close).toHaveBeenCalledOnce();
});

test('it locks when it is told to', async () => {
  const program = start();
  await program.open();
  program.say({ kind: 'lock' });
  await vi.waitFor(() => expect(program.workstation.lock).toHaveBeenCalledOnce());
  program.say({ kind: 'close' });
  await program.exited;
});

test('folders are asked for where the window is', async () => {
  const program = start();
  await program.open();
  expect(program.given.desktop?.revealFolder).toBeUndefined();
  const chosen = program.given.desktop?.chooseFolder?.('选择文件夹');
  const refused = program.given.desktop?.chooseFolder?.('再选');
  expect(program.posted.slice(-2)).toEqual([
    { kind: 'ask', id: 1, what: 'chooseFolder', words: '选择文件夹' },
    { kind: 'ask', id: 2, what: 'chooseFolder', words: '再选' },
  ]);
  program.say({ kind: 'answer', id: 2, fault: 'no dialog' });
  program.say({ kind: 'answer', id: 1, answer: '/chosen' });
  expect(await chosen).toBe('/chosen');
  await expect(refused).rejects.toThrow('no dialog');
  program.say({ kind: 'close' });
  await program.exited;
});

test('a workstation that cannot be loaded is told, and the page says so', async () => {
  const program = start({
    load: async () => {
      throw new Error('disk on fire');
    },
  });
  program.say({ kind: 'open', order: program.order });
  await vi.waitFor(() => expect(program.posted.map(({ kind }) => kind)).toContain('not-loaded'));
  expect(program.warned.join('\n')).toContain('disk on fire');
  const door = program.posted.find((message) => message.kind === 'door');
  const answer = await fetch(door?.origin ?? '', { headers: { cookie: 'case-session=secret' } });
  expect(await answer.text()).toContain('没有启动成功');
  program.say({ kind: 'close' });
  await program.exited;
});

test('refusals at the door are told, but a flood of them is not', async () => {
  const program = start();
  const origin = await program.open();
  for (let i = 0; i < 25; i += 1) await fetch(origin);
  expect(program.warned).toHaveLength(2);
  expect(program.warned[1]).toBe('已拒绝 10 个不明来源的本机请求，最近一个的原因：没有本次启动的凭证。');
  program.say({ kind: 'close' });
  await program.exited;
});

test('a profile that another process has open is waited for', async () => {
  const profileDir = join(folder.path, 'profile');
  await mkdir(profileDir);
  await writeFile(join(profileDir, 'open.lock'), '');
  const { waitForProfile } = await import('../../../../main/hosts/profile-lock.ts');
  await waitForProfile(profileDir);
  await expect(waitForProfile(profileDir, 50)).rejects.toThrow('another process');
});
