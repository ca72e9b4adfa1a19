import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { once } from 'node:events';
import { lstat, mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { tryLock } from 'fs-native-extensions';
import { removeUnfinishedWrites } from '../platform/durable.ts';
import { errorCode, keepPrivate } from '../platform/files.ts';

const LOCK_NAME = 'host.lock';
/** Held by the process that has the profile open, which may outlive its host for a moment. */
const OPEN_LOCK_NAME = 'open.lock';
const KNOCK_PATIENCE_MS = 5000;

export type ProfileHold =
  | { held: true; release: () => Promise<void> }
  /** Another host has the profile (`in-use`), or nobody could have it (`impossible`); `sentence` says it to the person. */
  | { held: false; why: 'in-use' | 'impossible'; sentence: string };

/**
 * Takes the profile folder for this process, so that two programs never write to one database. The lock is one of the operating system
 * on `host.lock`: it ends with its process, however that ends, and what the file holds is never read. The file is never removed,
 * because a start that still had the removed one open would hold the profile beside another. What a killed holder had not finished writing
 * goes.
 * @param onSecondStart raises the window; false when there is none to raise.
 */
export async function holdProfile(profileDir: string, onSecondStart: () => boolean): Promise<ProfileHold> {
  let lock: number | undefined;
  try {
    await mkdir(profileDir, { recursive: true, mode: 0o700 });
    await keepPrivate(profileDir);
    lock = openLock(profileDir);
    const address = addressOf(lock);
    if (!takes(lock)) {
      closeSync(lock);
      lock = undefined;
      return { held: false, why: 'in-use', sentence: sentenceOfHolder(await knock(address)) };
    }
    await removeUnfinishedWrites(profileDir);
    return { held: true, release: await listen(lock, address, onSecondStart) };
  } catch (error) {
    if (lock !== undefined) closeSync(lock);
    const found = await lstat(join(profileDir, LOCK_NAME)).catch(() => undefined);
    // Each system has its own code for opening a folder or a link as a file.
    const code = found !== undefined && !found.isFile() ? 'no file' : errorCode(error);
    return { held: false, why: 'impossible', sentence: sentenceOf(code, profileDir) };
  }
}

/**
 * Waits until no other process has this profile open and keeps it from then on to the end of this process: after a session, and after a host
 * was killed, the process before still closes its files.
 * @throws Error when the other process does not end within `patienceMs`
 */
export async function waitForProfile(profileDir: string, patienceMs = 20_000): Promise<void> {
  await mkdir(profileDir, { recursive: true, mode: 0o700 });
  const lock = openLock(profileDir, OPEN_LOCK_NAME);
  const end = performance.now() + patienceMs;
  while (!takes(lock)) {
    if (performance.now() > end) throw new Error('another process has the profile open');
    await pause(10);
  }
}

/** A plain descriptor: a FileHandle would be closed, and the lock with it, when nobody refers to it any more. */
function openLock(profileDir: string, name = LOCK_NAME): number {
  const { O_RDWR, O_CREAT, O_NOFOLLOW = 0 } = constants as Partial<typeof constants> & typeof constants;
  return openSync(join(profileDir, name), O_RDWR | O_CREAT | O_NOFOLLOW, 0o600);
}

/** Takes the lock if nobody has it. The library knows the word of Linux for a lock that is taken, Windows says EBUSY. */
function takes(lock: number): boolean {
  try {
    return tryLock(lock);
  } catch (error) {
    if (errorCode(error) === 'EBUSY') return false;
    throw error;
  }
}

/**
 * Where the holder listens for second starts. It follows from the lock itself, so that no text has to be believed, and a profile reached by
 * another path, or moved meanwhile, has the same one. Not in the profile: the path of a Unix socket ends at about 100 bytes.
 */
function addressOf(lock: number): string {
  const { dev, ino } = fstatSync(lock, { bigint: true });
  const name = `case-host-${dev}-${ino}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(process.env['XDG_RUNTIME_DIR'] || tmpdir(), `${name}-${process.getuid?.()}`);
}

/** Listens for second starts; without a socket the profile is held all the same, and a second start raises no window. */
async function listen(lock: number, address: string, onSecondStart: () => boolean): Promise<() => Promise<void>> {
  await removeDeadSocket(address);
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(onSecondStart() ? RAISED : RUNNING);
  });
  const listening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(address, () => resolve(true));
  });
  return async () => {
    // Before the lock goes: the next holder listens at the same address.
    if (listening) await stopListening(server);
    closeSync(lock);
  };
}

async function stopListening(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

/** The socket of a killed holder. Call only while the profile is held; what is no socket of ours is left alone. */
async function removeDeadSocket(address: string): Promise<void> {
  const found = await lstat(address).catch(() => undefined);
  if (found?.isSocket() === true && found.uid === process.getuid?.()) await rm(address, { force: true });
}

const RAISED = 'raised';
const RUNNING = 'running';
type Answer = typeof RAISED | typeof RUNNING | 'busy' | 'unknown';

/** Tells the holder of the lock about this start; `unknown` when nobody listens who could raise a window. */
async function knock(address: string): Promise<Answer> {
  const socket = connect(address);
  try {
    await once(socket, 'connect');
  } catch {
    return 'unknown';
  }
  socket.setTimeout(KNOCK_PATIENCE_MS, () => socket.destroy(new Error('no answer')));
  const answer = await text(socket).catch(() => 'busy');
  return answer === RAISED || answer === RUNNING || answer === 'busy' ? answer : 'unknown';
}

function sentenceOfHolder(answer: Answer): string {
  switch (answer) {
    case 'raised':
      return '案卷工作站已经打开，已切换到它的窗口。';
    case 'busy':
      return '案卷工作站已经在运行，但它现在没有回应。请等它忙完，或在系统里结束它之后再打开。';
    case 'running':
      return '案卷工作站已经在运行，不能重复启动。';
    case 'unknown':
      return '案卷工作站已经在运行，不能重复启动。请使用已经打开的窗口；找不到窗口时，请注销电脑后重新登录，再打开一次。';
  }
}

/** Why the profile cannot be held, and what to do; the folder's path is what the person needs to find it. */
function sentenceOf(code: string, profileDir: string): string {
  const unchanged = '资料没有改动。';
  switch (code) {
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return `资料文件夹不能写入：${profileDir}。它可能是只读的，或者属于电脑的另一个用户。请让管理电脑的人给当前用户读写这个文件夹的权限；资料在光盘或只读的盘上时，请把整个文件夹复制到本机硬盘再打开。${unchanged}`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `资料文件夹的位置上不是文件夹：${profileDir}。请把占用这个名字的文件改名后重新打开。${unchanged}`;
    case 'ENOENT':
      return `资料文件夹所在的位置找不到：${profileDir}。请接好存放资料的磁盘后重新打开。${unchanged}`;
    case 'no file':
      return `资料文件夹里的“${LOCK_NAME}”不是普通文件：${join(profileDir, LOCK_NAME)}。它只用来防止重复启动，不含资料；请把它改名或移走后重新打开。${unchanged}`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `资料文件夹所在的磁盘已满，没有打开：${profileDir}。请清出空间后重新打开。${unchanged}`;
    case 'ENOLCK':
    case 'ENOSYS':
    case 'ENOTSUP':
    case 'EOPNOTSUPP':
    case 'EINVAL':
      return `资料文件夹所在的磁盘不能防止两台电脑同时写入，例如网络盘：${profileDir}。请把整个文件夹移到本机硬盘上再打开。${unchanged}`;
    default:
      return `资料文件夹没有打开：${profileDir}（系统错误代码 ${code}）。请重新打开；仍然不行时，请把这个代码告诉系统管理员。${unchanged}`;
  }
}
