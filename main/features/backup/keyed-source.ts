import { stat } from 'node:fs/promises';
import { type Finding, ofOffice } from '../../platform/audit/finding.ts';
import { type BlobStore, openBlobStore } from '../../platform/vault/blob-store.ts';
import { isVaultFault } from '../../platform/vault/errors.ts';
import { deriveKey, type VaultKey } from '../../platform/vault/keys.ts';
import { damageSentence } from '../../platform/vault/vault-refusals.ts';
import type { KeyedDatabase } from '../../platform/store/open.ts';
import { copyDatabase } from './copy-database.ts';
import type { BackupSource, CopiedFiles, Making } from './make-backup.ts';

export interface KeyedTools {
  databases: { content: KeyedDatabase; office: KeyedDatabase };
  vaultKey: VaultKey;
  blobs: BlobStore;
  /** Every sealed file that a row names, by the SHA-256 of its content. */
  knownFiles: () => readonly { sha256: string }[];
}

/** The source of a backup for who opens the cases: every file a row names, proved with its key. */
export const keyedSource = (tools: KeyedTools): BackupSource => ({
  copyDatabases: async (snapshot, signal) => {
    const head = await copyDatabase(tools.databases.content, snapshot, signal);
    // After that of the cases, so that it has everybody they name.
    await copyDatabase(tools.databases.office, snapshot, signal);
    return head;
  },
  copyFiles: (root, making) => copyFiles(tools, root, making),
  done: '全部备份，并已读回核对',
});

async function copyFiles(
  { knownFiles, blobs, vaultKey }: KeyedTools,
  root: string,
  { report, signal }: Making,
): Promise<CopiedFiles> {
  const store = await openBlobStore({
    profileFolder: root,
    filesKey: deriveKey(vaultKey, 'files'),
    onFault: () => undefined,
  });
  const faults: Finding[] = [];
  let bytes = 0;
  const all = knownFiles();
  try {
    for (const [index, { sha256 }] of all.entries()) {
      signal.throwIfAborted();
      report({
        done: index,
        total: all.length,
        step: `备份第 ${index + 1} 份材料，共 ${all.length} 份`,
        faults: [...faults],
      });
      const fault = await copyFile(blobs, store, sha256, signal);
      if (fault === null) bytes += (await stat(store.pathOf(sha256))).size;
      else faults.push(ofOffice(`有一份材料没有备份：${fault}${namedBy(sha256)}`));
    }
  } finally {
    await store.close();
  }
  return { files: all.length - faults.length, bytes, faults };
}

/** Who makes a backup may not know the cases (第四十二条), so a file is told by the beginning of its hash. */
const namedBy = (sha256: string): string => `（编号 ${sha256.slice(0, 12)}）。做一次“验证”，会指出是哪一份。`;

/** What is wrong with the file in our own vault, which ends no backup of the others; null when it is in the backup, proved. */
async function copyFile(from: BlobStore, to: BlobStore, sha256: string, signal: AbortSignal): Promise<string | null> {
  try {
    await to.adopt(sha256, from.pathOf(sha256), { signal });
    return null;
  } catch (error) {
    if (!isVaultFault(error, 'damaged')) throw error;
    const own = await from.verify(sha256, { signal });
    if (own.ok) throw error;
    return damageSentence(own.damage);
  }
}
