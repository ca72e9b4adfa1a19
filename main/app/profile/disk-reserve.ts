import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileExists } from '../../platform/files.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { refusalOfDatabase } from '../../platform/store/database-refusals.ts';
import { refusalOfSystem } from '../../platform/system-refusals.ts';
import { freeBytes } from '../../platform/vault/disk-room.ts';
import { writeDurably } from '../../platform/durable.ts';

/** Room kept for a log-in on a full disk: without a WAL and a first entry nobody could come in to clear up, or to back up. */
const RESERVE_BYTES = 8 * 1024 * 1024;
/** Nothing is kept back on a disk that is nearly full already. */
const ROOM_BYTES = 8 * RESERVE_BYTES;

const reserveOf = (profileDir: string): string => path.join(profileDir, 'disk-reserve');

/** Keeps the room back, where there is enough. */
export async function keepReserve(profileDir: string): Promise<void> {
  if ((await fileExists(reserveOf(profileDir))) || (await freeBytes(profileDir)) < ROOM_BYTES) return;
  await writeDurably(reserveOf(profileDir), '0'.repeat(RESERVE_BYTES));
}

/** Opens a profile; on a full disk with the room that was kept back, and says so in a sentence. */
export async function openWithReserve<Profile extends { notices: string[] }>(
  profileDir: string,
  open: () => Promise<Profile>,
): Promise<Profile> {
  try {
    return await open();
  } catch (error) {
    if (!(await isFull(error, profileDir)) || !(await fileExists(reserveOf(profileDir)))) throw error;
    await rm(reserveOf(profileDir));
    const profile = await open();
    return { ...profile, notices: [usedUp, ...profile.notices] };
  }
}

const usedUp =
  '存放案卷库的磁盘已满，本次登录动用了预留的空间，余下的只够少量填写。请马上清理磁盘，再做一次备份；磁盘有空间以后会重新预留。';

/** SQLite calls it a fault of the disk when there is no room for the memory it shares. */
async function isFull(error: unknown, profileDir: string): Promise<boolean> {
  const known = refusalOfSystem(refusalOfDatabase(error));
  if (!(known instanceof RefusalError) || known.refusal.code !== 'not-saved') return false;
  return (
    known.refusal.why === 'full' || (known.refusal.why === 'disk' && (await freeBytes(profileDir)) < RESERVE_BYTES)
  );
}
