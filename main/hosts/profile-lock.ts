import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { link, mkdir, mkdtemp, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { errorCode } from '../platform/files.ts';

const KNOCK_PATIENCE_MS = 5000;

export type ProfileHold =
  | { held: true; release: () => Promise<void> }
  /** Another host has the profile; `answer` is the sentence it gave when it was told of this second start. */
  | { held: false; answer: string };

/**
 * Takes the profile folder for this process, so that two windows never write to one database.
 * The lock names a local socket that is already listening when the lock appears: a lock whose socket
 * does not answer was left by a killed process and is replaced.
 * @param onSecondStart raises the window; its sentence is what the second start prints.
 */
export async function holdProfile(profileDir: string, onSecondStart: () => string): Promise<ProfileHold> {
  await mkdir(profileDir, { recursive: true, mode: 0o700 });
  const lockFile = join(profileDir, 'host.lock');
  const address = await freeAddress();
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(onSecondStart());
  });
  server.listen(address);
  await once(server, 'listening');

  for (;;) {
    if (await place(lockFile, address)) {
      return {
        held: true,
        release: async () => {
          await rm(lockFile, { force: true });
          await stopListening(server, address);
        },
      };
    }
    const holder = await readFile(lockFile, 'utf8').catch(() => undefined);
    if (holder === undefined) continue;
    const answer = await knock(holder);
    if (answer !== undefined) {
      await stopListening(server, address);
      return { held: false, answer };
    }
    await removeStale(lockFile, holder);
  }
}

/** Unix socket paths end at about 100 bytes, too few for many profile folders, so the socket has its own short folder. */
async function freeAddress(): Promise<string> {
  if (process.platform === 'win32') return `\\\\.\\pipe\\case-${randomUUID()}`;
  return join(await mkdtemp(join(tmpdir(), 'case-')), 's');
}

/** Creates the lock in one step with its content; false when there is one already. */
async function place(lockFile: string, address: string): Promise<boolean> {
  const draft = `${lockFile}.${randomUUID()}`;
  await writeFile(draft, address, { mode: 0o600 });
  try {
    await link(draft, lockFile);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Tells the holder of the lock about this start; undefined when nobody listens there any more. */
async function knock(address: string): Promise<string | undefined> {
  const socket = connect(address);
  try {
    await once(socket, 'connect');
  } catch {
    return undefined;
  }
  socket.setTimeout(KNOCK_PATIENCE_MS, () => socket.destroy(new Error('no answer')));
  // Whoever accepts the connection is alive, even when it is too busy to answer.
  return text(socket).catch(() => '案卷工作站已经在运行，但它现在没有回应。请等它忙完，或在系统里结束它之后再打开。');
}

async function removeStale(lockFile: string, address: string): Promise<void> {
  const aside = `${lockFile}.${randomUUID()}`;
  try {
    await rename(lockFile, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  // A third start may have replaced the dead lock between reading and moving it; then its lock goes back.
  if ((await readFile(aside, 'utf8')) === address) await removeSocket(address);
  else await link(aside, lockFile).catch(() => undefined);
  await rm(aside, { force: true });
}

async function stopListening(server: Server, address: string): Promise<void> {
  server.close();
  await once(server, 'close');
  await removeSocket(address);
}

async function removeSocket(address: string): Promise<void> {
  if (process.platform === 'win32') return;
  await rm(address, { force: true }).catch(() => undefined);
  // Only ever an empty folder: the address may come from a file that somebody changed.
  await rmdir(dirname(address)).catch(() => undefined);
}
