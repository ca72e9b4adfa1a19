import type { Socket } from 'node:net';
import { expect, test, vi } from 'vitest';
import { keepWorkstation, type KeeperOptions } from '../../../../main/hosts/workstation/keeper.ts';
import type { FromWorkstation, Line, ToWorkstation } from '../../../../main/hosts/workstation/messages.ts';

/** A process that the test plays. */
function createProcess() {
  const posted: [ToWorkstation, Socket | undefined][] = [];
  let hear: (message: FromWorkstation) => void = () => undefined;
  let gone: () => void = () => undefined;
  const line: Line<ToWorkstation, FromWorkstation> = {
    post: (message, connection) => void posted.push([message, connection]),
    onMessage: (listener) => void (hear = listener),
    onGone: (listener) => void (gone = listener),
  };
  return { line, posted, say: (message: FromWorkstation) => hear(message), die: () => gone() };
}

function keep(changes: Partial<KeeperOptions> = {}) {
  const processes: ReturnType<typeof createProcess>[] = [];
  const told = { door: vi.fn(), ended: vi.fn(), death: vi.fn() };
  const keeper = keepWorkstation({
    start: () => {
      const process = createProcess();
      processes.push(process);
      return process.line;
    },
    order: {
      folders: { profileDir: '/p', pageDir: '/q', resourcesDir: '/r', fontsDir: '/f' },
      entrance: { authority: '127.1.2.3:4' },
      session: 'secret',
    },
    desktop: { kind: 'headless' },
    onDoor: told.door,
    onEnded: told.ended,
    onDeath: told.death,
    ...changes,
  });
  const at = (index: number) => {
    const found = processes[index];
    if (found === undefined) throw new Error(`there is no process ${index}`);
    return found;
  };
  return { keeper, processes, at, told };
}

const connection = (name: string): Socket => ({ name }) as unknown as Socket;
const left = {
  personId: '018f0000-0000-7000-8000-000000000000',
  field: null,
  caret: null,
  unsaved: null,
  address: null,
};

test('the profile for practice stays the one that is opened until somebody leaves it', () => {
  const { at } = keep();
  const session = { because: null, place: null };
  const opened = (index: number) => at(index).posted[0]?.[0];
  expect(opened(0)).toMatchObject({ kind: 'open', order: { opens: 'office' } });
  at(0).say({ kind: 'ended', session, opens: 'practice' });
  expect(opened(1)).toMatchObject({ kind: 'open', order: { opens: 'practice' } });
  // Locked in practice.
  at(1).say({ kind: 'ended', session });
  expect(opened(2)).toMatchObject({ kind: 'open', order: { opens: 'practice' } });
  at(2).say({ kind: 'ended', session, opens: 'office' });
  expect(opened(3)).toMatchObject({ kind: 'open', order: { opens: 'office' } });
});

test('a session that has ended gives way to the next process, which is told of it', () => {
  const { keeper, processes, at, told } = keep();
  keeper.connect(connection('first'));
  at(0).say({ kind: 'ended', session: { because: null, place: left } });
  expect(processes).toHaveLength(2);
  expect(told.ended).toHaveBeenCalledOnce();
  keeper.connect(connection('second'));
  expect(at(0).posted.map(([{ kind }]) => kind)).toEqual(['open', 'connection']);
  expect(at(1).posted[0]?.[0]).toMatchObject({ kind: 'open', order: { before: { because: null, place: left } } });
  expect(at(1).posted[1]).toEqual([{ kind: 'connection' }, { name: 'second' }]);
  // Its own end is no fault.
  at(0).die();
  expect(processes).toHaveLength(2);
  expect(told.death).not.toHaveBeenCalled();
});

test('a process that dies is told of, and the next one says why everything is locked', () => {
  const { at, told } = keep();
  at(0).die();
  expect(told.death).toHaveBeenCalledOnce();
  expect(told.ended).toHaveBeenCalledOnce();
  const before = { because: { code: 'process-died' }, place: null };
  expect(at(1).posted[0]?.[0]).toMatchObject({ kind: 'open', order: { before } });
});

test('processes that die one after the other are not started for ever', async () => {
  const { keeper, processes, at } = keep();
  for (const index of [0, 1, 2]) at(index).die();
  expect(processes).toHaveLength(3);
  await expect(keeper.failed).rejects.toThrow('again and again');
  await expect(keeper.loaded).rejects.toThrow('died');
  await keeper.close();
});

test('closing waits for the process, and starts no other', async () => {
  const { keeper, processes, at } = keep();
  at(0).say({ kind: 'loaded' });
  await keeper.loaded;
  const closing = keeper.close();
  expect(at(0).posted.at(-1)?.[0]).toEqual({ kind: 'close' });
  const settled = vi.fn();
  void closing.then(settled);
  at(0).say({ kind: 'ended', session: { because: null, place: left } });
  await Promise.resolve();
  expect(settled).not.toHaveBeenCalled();
  at(0).die();
  await closing;
  expect(processes).toHaveLength(1);
});

test('what is printed comes to the window: a file with its bytes, or word that the page has laid it out', async () => {
  const desktop = {
    kind: 'electron' as const,
    printers: async () => ({ names: ['office'], usual: null }),
    print: vi.fn(async () => {}),
    printPage: vi.fn(async () => {}),
  };
  const { at } = keep({ desktop });
  const page = { printer: 'office', bothSides: true, medium: 'A4' as const };
  const file = { ...page, copies: 2, pages: [1] };
  at(0).say({ kind: 'ask', id: 1, what: 'printers', words: '' });
  at(0).say({ kind: 'ask', id: 2, what: 'printPage', words: page });
  at(0).say({ kind: 'ask', id: 3, what: 'print', words: { ...file, pdf: Buffer.from('%PDF').toString('base64') } });
  await vi.waitFor(() => expect(at(0).posted).toHaveLength(4));
  expect(at(0).posted.map(([message]) => message)).toContainEqual({
    kind: 'answer',
    id: 1,
    answer: { names: ['office'], usual: null },
  });
  expect(desktop.printPage).toHaveBeenCalledWith(page);
  expect(desktop.print).toHaveBeenCalledWith({ ...file, pdf: Buffer.from('%PDF') });
});

test('what the workstation asks of the window is answered, faults too', async () => {
  const desktop = {
    kind: 'electron' as const,
    chooseFolder: async (title: string) => (title === '选择' ? '/chosen' : undefined),
    revealFolder: async () => Promise.reject(new Error('no file manager')),
    protectScreen: vi.fn(async () => {}),
  };
  const { at } = keep({ desktop });
  expect(at(0).posted[0]?.[0]).toMatchObject({
    order: { desktop: { kind: 'electron', asks: ['chooseFolder', 'revealFolder', 'protectScreen'] } },
  });
  at(0).say({ kind: 'ask', id: 1, what: 'chooseFolder', words: '选择' });
  at(0).say({ kind: 'ask', id: 2, what: 'chooseFolder', words: '取消' });
  at(0).say({ kind: 'ask', id: 3, what: 'revealFolder', words: '/x' });
  at(0).say({ kind: 'ask', id: 4, what: 'protectScreen', words: true });
  await vi.waitFor(() => expect(at(0).posted).toHaveLength(5));
  expect(desktop.protectScreen).toHaveBeenCalledWith(true);
  const answers = at(0).posted.flatMap(([message]) => (message.kind === 'answer' ? [message] : []));
  expect(answers.toSorted((one, other) => one.id - other.id)).toEqual([
    { kind: 'answer', id: 1, answer: '/chosen' },
    { kind: 'answer', id: 2 },
    { kind: 'answer', id: 3, fault: 'Error: no file manager' },
    { kind: 'answer', id: 4 },
  ]);
});
