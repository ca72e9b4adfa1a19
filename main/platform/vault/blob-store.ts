import { rm, stat } from 'node:fs/promises';
import { createTurnsByName } from '../turns.ts';
import type { OnFault } from '../worker-thread.ts';
import { copySealedFile } from './copy-sealed-file.ts';
import { assertRoom } from './disk-room.ts';
import { isVaultFault } from './errors.ts';
import { wipe } from './keys.ts';
import type { Verified } from './seal-job.ts';
import { createSealPool } from './seal-pool.ts';
import type { ReadOrder, SealPool, Watch } from './seal-pool.ts';
import { openSealedFile } from './sealed-file.ts';
import type { SealedReader } from './sealed-file.ts';
import type { SealedFacts } from './sealed-format.ts';
import { moveDurably, openStoreFolder } from './store-folder.ts';
import type { Quarantined, StoreFolder } from './store-folder.ts';

/** Room left for the database, whose row is written after the file. */
const RESERVE_BYTES = 64 * 1024 * 1024;

/** `alreadyThere`: the same content is in the store and intact, so the new copy was dropped. `replaced`: it was damaged. */
export type Admitted = SealedFacts & { alreadyThere: boolean; replaced: Quarantined | null };
export type Intake = {
  /** Takes the next bytes; waits when the disk is behind. Throws what `finish` would. */
  write(chunk: Uint8Array): Promise<void>;
  /** Resolves when the content is sealed, flushed and in its place. Throws empty-file, size-mismatch, disk-full. */
  finish(): Promise<Admitted>;
  /** Drops what was written so far. */
  abort(): Promise<void>;
};
export type BlobStoreOptions = {
  profileFolder: string;
  filesKey: Uint8Array;
  /** Hears of a fault of the sealing thread that belongs to no call. */
  onFault: OnFault;
  reserveBytes?: number;
};
export type BlobStore = Awaited<ReturnType<typeof openBlobStore>>;
export type AdoptOptions = { signal?: AbortSignal; proved?: boolean };
/** What both halves of the store work with. */
type Vault = { folder: StoreFolder; pool: SealPool; filesKey: Uint8Array };

/**
 * The content store: sealed files named by the SHA-256 of their plaintext, written to incoming/, flushed, then renamed.
 * Nothing is overwritten or deleted; what does not belong goes to quarantine/. `filesKey` is the sub-key 'files' and is
 * wiped on close. Every refusal is a VaultError.
 */
export async function openBlobStore({
  profileFolder,
  filesKey,
  onFault,
  reserveBytes = RESERVE_BYTES,
}: BlobStoreOptions) {
  const vault: Vault = { folder: await openStoreFolder(profileFolder), pool: createSealPool(onFault), filesKey };
  const kept = keptContent(vault);

  async function close(): Promise<void> {
    await vault.pool.close();
    wipe(filesKey);
  }

  const { has, all, sweep, pathOf } = vault.folder;
  return { ...kept, ...takingIn(vault, kept, reserveBytes), has, all, sweep, pathOf, close };
}

type KeptContent = ReturnType<typeof keptContent>;

/** What is in the store: read, verified, taken out when damaged. */
function keptContent({ folder, pool, filesKey }: Vault) {
  const orderFor = (sha256: string): ReadOrder => ({ path: folder.pathOf(sha256), sha256, filesKey });

  /** A reader of the content, to be closed. Throws damaged. */
  function open(sha256: string): Promise<SealedReader> {
    return openSealedFile(folder.pathOf(sha256), filesKey, sha256);
  }

  /** The whole content, for what fits in memory. Throws damaged. */
  async function read(sha256: string): Promise<Buffer> {
    const reader = await open(sha256);
    try {
      return await wholeContent(reader);
    } finally {
      await reader.close();
    }
  }

  /** Reads the content whole, off the host thread, and says what is wrong with it. Throws stopped. */
  async function verify(sha256: string, watch: Watch = {}): Promise<Verified> {
    try {
      return { ok: true, bytes: await pool.verify(orderFor(sha256), watch) };
    } catch (error) {
      if (isVaultFault(error, 'damaged')) return { ok: false, damage: error.fault.damage };
      throw error;
    }
  }

  /** The SM3 of the content, hex, computed off the host thread. Throws damaged, stopped. */
  function sm3(sha256: string, watch: Watch = {}): Promise<string> {
    return pool.sm3(orderFor(sha256), watch);
  }

  /** Takes a damaged content out of the store. */
  function quarantine(sha256: string): Promise<Quarantined> {
    return folder.quarantine(folder.pathOf(sha256), 'damaged');
  }

  return { open, read, verify, sm3, quarantine };
}

/** New content: sealed to incoming/, then put in its place. */
function takingIn({ folder, pool, filesKey }: Vault, kept: KeptContent, reserveBytes: number) {
  // Two intakes of the same content must not race for its place.
  const inTurn = createTurnsByName();

  /** Seals a file of the host. Throws file-unreadable, file-changed, empty-file, disk-full, stopped. */
  async function sealFile(path: string, watch: Watch = {}): Promise<Admitted> {
    const target = folder.newIncoming();
    return admit(target, pool.sealPath({ target, filesKey, reserveBytes }, path, watch));
  }

  /** Starts taking a stream in. `expectedBytes`, where known, is held to. Throws disk-full at once when they do not fit. */
  async function openIntake({ expectedBytes }: { expectedBytes?: number } = {}): Promise<Intake> {
    await assertRoom(folder.root, expectedBytes ?? 0, reserveBytes);
    const target = folder.newIncoming();
    const stream = pool.sealStream({ target, filesKey, reserveBytes }, expectedBytes);
    return { write: stream.write, abort: stream.abort, finish: () => admit(target, stream.finish()) };
  }

  /** Puts a sealed file in its place, which makes it findable; a copy already there is proved before it is relied on. */
  async function admit(target: string, sealing: Promise<SealedFacts>): Promise<Admitted> {
    const sealed = await sealing.catch(async (error: unknown) => {
      await rm(target, { force: true });
      throw error;
    });
    return inTurn(sealed.sha256, async () => {
      const present = await folder.has(sealed.sha256);
      if (present && (await kept.verify(sealed.sha256)).ok) {
        await rm(target);
        return { ...sealed, alreadyThere: true, replaced: null };
      }
      const replaced = present ? await kept.quarantine(sealed.sha256) : null;
      await moveDurably(target, folder.pathOf(sealed.sha256));
      return { ...sealed, alreadyThere: false, replaced };
    });
  }

  /** Whether the content is there, of the right size or, `proved`, read whole; what is there and is not right goes to quarantine. */
  async function isThere(sha256: string, from: string, proved: boolean, watch: Watch): Promise<boolean> {
    if (!(await folder.has(sha256))) return false;
    const sound = proved
      ? (await kept.verify(sha256, watch)).ok
      : (await stat(folder.pathOf(sha256))).size === (await stat(from)).size;
    if (!sound) await kept.quarantine(sha256);
    return sound;
  }

  /**
   * Takes in a content that another store of the same key has sealed: copied as it is, flushed, read back whole, then put in its
   * place. What is there already is compared by size, with `proved` read whole. Throws damaged (the copy is not kept), unreadable,
   * disk-full, stopped.
   */
  function adopt(sha256: string, from: string, { signal, proved = false }: AdoptOptions = {}): Promise<void> {
    const watch = signal === undefined ? {} : { signal };
    return inTurn(sha256, async () => {
      if (await isThere(sha256, from, proved, watch)) return;
      const target = folder.newIncoming();
      try {
        await copySealedFile(from, target, signal);
        await pool.verify({ path: target, sha256, filesKey }, watch);
      } catch (error) {
        await rm(target, { force: true });
        throw error;
      }
      await moveDurably(target, folder.pathOf(sha256));
    });
  }

  return { sealFile, openIntake, adopt };
}

async function wholeContent(reader: SealedReader): Promise<Buffer> {
  const content = Buffer.allocUnsafeSlow(reader.bytes);
  let index = 0;
  for await (const part of reader.range(0, reader.bytes)) {
    content.set(part, index);
    index += part.length;
  }
  return content;
}
