import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { emptyHead, type Head } from '../../platform/audit/chain.ts';
import { type Finding, ofOffice } from '../../platform/audit/finding.ts';
import { renamePatiently, syncFolder } from '../../platform/durable.ts';
import { fileExists } from '../../platform/files.ts';
import { copySealedFile } from '../../platform/vault/copy-sealed-file.ts';
import { isVaultFault } from '../../platform/vault/errors.ts';
import { damageSentence } from '../../platform/vault/vault-refusals.ts';
import type { KeyedDatabase } from '../../platform/store/open.ts';
import { copyDatabase } from './copy-database.ts';
import type { BackupSource, CopiedFiles, Making } from './make-backup.ts';

export interface ByteTools {
  profileDir: string;
  office: KeyedDatabase;
  /** The database of the cases, which nobody has open in this session. */
  contentFile: string;
  /** Where the head of its chain was anchored at the last lock. */
  anchorFile: string;
}

/**
 * The source of a backup for who has no key to the cases: their database and the sealed files byte for byte, each read back. Whether they are
 * sound shows when somebody with the key verifies or rehearses.
 */
export const byteSource = (tools: ByteTools): BackupSource => ({
  copyDatabases: async (snapshot, signal) => {
    // What a crash left in the WAL belongs to the database.
    for (const file of [tools.contentFile, `${tools.contentFile}-wal`])
      if (await fileExists(file)) await copyBytes(file, path.join(snapshot, path.basename(file)), signal);
    await copyDatabase(tools.office, snapshot, signal);
    return anchoredHead(tools.anchorFile);
  },
  copyFiles: (root, making) => copyFiles(tools.profileDir, root, making),
  done: '全部备份，并已逐份读回比对',
});

/** As the anchor says, which nobody here can prove; none where it is gone, which the next log-in to the cases tells. */
const anchoredHead = (file: string): Promise<Head> =>
  readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Head,
    () => emptyHead,
  );

/** A sealed file in its place, relative to the vault. */
const sealedName = /^([0-9a-f]{2})[/\\]\1[0-9a-f]{62}$/;

async function copyFiles(profileDir: string, root: string, { report, signal }: Making): Promise<CopiedFiles> {
  const [from, to] = [path.join(profileDir, 'vault'), path.join(root, 'vault')];
  const names = (await readdir(from, { recursive: true })).filter((name) => sealedName.test(name)).toSorted();
  const faults: Finding[] = [];
  let bytes = 0;
  for (const [index, name] of names.entries()) {
    signal.throwIfAborted();
    const step = `备份第 ${index + 1} 份材料，共 ${names.length} 份`;
    report({ done: index, total: names.length, step, faults: [...faults] });
    const fault = await copyFile(path.join(from, name), path.join(to, name), signal);
    if (fault === null) bytes += (await stat(path.join(to, name))).size;
    else faults.push(ofOffice(`有一份材料没有备份：${fault}（编号 ${path.basename(name).slice(0, 12)}）。`));
  }
  return { files: names.length - faults.length, bytes, faults };
}

/** Copies what is not there yet, or is there in another length; resolves with what is wrong with the file in our own vault, null when it is copied. */
async function copyFile(from: string, to: string, signal: AbortSignal): Promise<string | null> {
  const { size } = await stat(from);
  const there = await stat(to).catch(() => undefined);
  if (there?.size === size) return null;
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  try {
    await copyBytes(from, to, signal);
    return null;
  } catch (error) {
    if (isVaultFault(error, 'damaged')) return damageSentence(error.fault.damage);
    throw error;
  }
}

/** Under a name of its own until it was read back. */
async function copyBytes(from: string, to: string, signal: AbortSignal): Promise<void> {
  const beside = `${to}.new`;
  await rm(beside, { force: true });
  await copySealedFile(from, beside, signal);
  if ((await hashOf(from)) !== (await hashOf(beside)))
    throw new Error(`the copy of ${path.basename(to)} reads otherwise`);
  await renamePatiently(beside, to);
  await syncFolder(path.dirname(to));
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
