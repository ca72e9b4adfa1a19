import type { Socket } from 'node:net';
import type { Desktop, EndedSession, Opens } from '../../platform/host.ts';
import type { Answer, FromWorkstation, Line, OpenOrder, Question, ToWorkstation, Words } from './messages.ts';

export interface KeeperOptions {
  /** Starts a process for the workstation. */
  start: () => Line<ToWorkstation, FromWorkstation>;
  order: Omit<OpenOrder, 'before' | 'desktop' | 'opens'>;
  desktop: Desktop;
  /** The door of the first process, and of each that takes its place, is at `origin`. */
  onDoor: (origin: string) => void;
  /** A session has ended and its process with it: the page has to go too. */
  onEnded: () => void;
  /** The process ended without being asked. */
  onDeath: () => void;
}

export interface Keeper {
  /** Settles when the first workstation answers; rejects when it could not start. */
  loaded: Promise<void>;
  /** Rejects when processes die one after the other, and no more are started. */
  failed: Promise<never>;
  /** Gives a connection of the page to the workstation, now or as soon as there is one. */
  connect: (connection: Socket) => void;
  lock: () => void;
  /** Ends the workstation in order. */
  close: () => Promise<void>;
}

/** A process that dies again and again is not helped by being started again. */
const DEATHS = { most: 3, withinMs: 60_000 };

/** Keeps one process with a workstation running; when a session ends, or the process dies, the next one takes its place. */
export function keepWorkstation(options: KeeperOptions): Keeper {
  const { order, desktop, onDoor, onEnded, onDeath } = options;
  const loaded = Promise.withResolvers<void>();
  const failed = Promise.withResolvers<never>();
  const closed = Promise.withResolvers<void>();
  for (const { promise } of [loaded, failed]) promise.catch(() => undefined);
  let current: Line<ToWorkstation, FromWorkstation> | null = null;
  /** Connections that came while there was no process. */
  let waiting: Socket[] = [];
  let isClosing = false;
  let opens: Opens = 'office';
  const diesTooOften = createDeathCount();

  function next(before: EndedSession | null): void {
    const line = options.start();
    current = line;
    line.onMessage((message) => {
      if (message.kind === 'door') onDoor(message.origin);
      else if (message.kind === 'loaded') loaded.resolve();
      else if (message.kind === 'not-loaded') loaded.reject(new Error('the workstation could not be loaded'));
      else if (message.kind === 'ask') void answer(line, desktop, message);
      else replace(line, message.session, message.opens);
    });
    line.onGone(() => {
      if (isClosing) closed.resolve();
      else if (current === line) afterDeath(line);
    });
    line.post({ kind: 'open', order: { ...order, desktop: toldOf(desktop), opens, before } });
    for (const connection of waiting) line.post({ kind: 'connection' }, connection);
    waiting = [];
  }

  /** The one that has ended answers what is under way and gets nothing new. */
  function replace(line: Line<ToWorkstation, FromWorkstation>, before: EndedSession, wanted: Opens = opens): void {
    if (current !== line || isClosing) return;
    opens = wanted;
    next(before);
    onEnded();
  }

  function afterDeath(line: Line<ToWorkstation, FromWorkstation>): void {
    onDeath();
    if (diesTooOften()) {
      current = null;
      loaded.reject(new Error('the process of the workstation died'));
      failed.reject(new Error('the process of the workstation died again and again'));
    } else replace(line, { because: { code: 'process-died' }, place: null });
  }

  next(null);
  return {
    loaded: loaded.promise,
    failed: failed.promise,
    connect: (connection) => {
      if (current === null) waiting.push(connection);
      else current.post({ kind: 'connection' }, connection);
    },
    lock: () => current?.post({ kind: 'lock' }),
    close: async () => {
      isClosing = true;
      if (current === null) return;
      current.post({ kind: 'close' });
      await closed.promise;
    },
  };
}

/** Called at each death; whether it was one too many. */
function createDeathCount(): () => boolean {
  let deaths: number[] = [];
  return () => {
    const now = performance.now();
    deaths = [...deaths.filter((moment) => now - moment < DEATHS.withinMs), now];
    return deaths.length >= DEATHS.most;
  };
}

const toldOf = (desktop: Desktop): OpenOrder['desktop'] => ({
  kind: desktop.kind,
  asks: (['chooseFolder', 'revealFolder', 'protectScreen', 'printers', 'print', 'printPage'] as const).filter(
    (what) => desktop[what] !== undefined,
  ),
});

async function answer(
  line: Line<ToWorkstation, FromWorkstation>,
  desktop: Desktop,
  { id, what, words }: Extract<FromWorkstation, { kind: 'ask' }>,
): Promise<void> {
  try {
    const said = await askOf(desktop, what, words);
    line.post({ kind: 'answer', id, ...(said !== undefined && { answer: said }) });
  } catch (fault) {
    line.post({ kind: 'answer', id, fault: String(fault) });
  }
}

async function askOf(desktop: Desktop, what: Question, words: Words): Promise<Answer | undefined> {
  switch (what) {
    case 'chooseFolder':
      return desktop.chooseFolder?.(String(words));
    case 'revealFolder':
      await desktop.revealFolder?.(String(words));
      return undefined;
    case 'protectScreen':
      await desktop.protectScreen?.(words === true);
      return undefined;
    case 'printers':
      return desktop.printers?.();
    case 'print':
      if (typeof words === 'object' && 'pdf' in words)
        await desktop.print?.({ ...words, pdf: Buffer.from(words.pdf, 'base64') });
      return undefined;
    case 'printPage':
      if (typeof words === 'object') await desktop.printPage?.(words);
      return undefined;
  }
}
