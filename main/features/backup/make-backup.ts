import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LastBackup } from '../../../shared/contract/backup.ts';
import { plain } from '../../../shared/contract/sentences.ts';
import type { Job } from '../../../shared/contract/supervision.ts';
import { type Finding, ofOffice } from '../../platform/audit/finding.ts';
import { anchorCode, type Head } from '../../platform/audit/chain.ts';
import { writeDurably } from '../../platform/durable.ts';
import type { FolderTickets } from '../../platform/folder-tickets.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { refusalOfFolder } from '../../platform/system-refusals.ts';
import type { SchemaName } from '../../platform/store/schema.ts';
import { settingTable } from '../../platform/store/tables/staff.ts';
import { type BlobStore, openBlobStore } from '../../platform/vault/blob-store.ts';
import { isVaultFault } from '../../platform/vault/errors.ts';
import { KEYRING_NAMES } from '../../platform/vault/keyring-pair.ts';
import { deriveKey, type VaultKey } from '../../platform/vault/keys.ts';
import { damageSentence, refusalOfVault } from '../../platform/vault/vault-refusals.ts';
import { workerUrl } from '../../platform/worker-url.ts';
import { emitChanged, type FeatureContext, nowOf, type OfficeContext } from '../context.ts';
import type { JobFailure, Jobs, Progress } from '../jobs.ts';
import { backupRootIn, beginSnapshot, finishSnapshot } from './backup-folder.ts';
import type { CopyNews, CopyOrder } from './copy-database-worker.ts';

export interface BackupTools {
  profileDir: string;
  databases: Record<SchemaName, { file: string; keyHex: () => string }>;
  vaultKey: VaultKey;
  blobs: BlobStore;
  jobs: Jobs;
  folderTickets: FolderTickets;
  /** Every sealed file that a row names, by the SHA-256 of its content. */
  knownFiles: () => readonly { sha256: string }[];
}

/** One backup under way. */
interface Making {
  folder: string;
  report: (progress: Progress) => void;
  signal: AbortSignal;
}

const settingKey = 'lastBackup';

/** 备份: the state of the database, the keys as they are wrapped, and every sealed file the folder does not hold yet. */
export const createBackups = (context: FeatureContext, tools: BackupTools) => ({
  start: (folderTicket: string) => startBackup(context, tools, tools.folderTickets.of(folderTicket)),
  stop: () => tools.jobs.stop('backup'),
  last: () => ({ backup: lastBackup(context.office), job: lastJob(tools.jobs) }),
});
export type Backups = ReturnType<typeof createBackups>;

export function lastBackup({ store }: Pick<OfficeContext, 'store' | 'of'>): LastBackup | null {
  const row = store.get<{ value: string }>('select value from setting where key = ?', settingKey);
  return row ? (JSON.parse(row.value) as LastBackup) : null;
}

/** Since when there has been no new backup: since the last one, or since the first record of the office. */
export function withoutBackupSince(office: Pick<OfficeContext, 'store' | 'of'>): string {
  const first = office.store.get<{ at: string }>('select at from audit order by seq limit 1');
  return lastBackup(office)?.madeAt ?? first?.at ?? '';
}

function lastJob(jobs: Jobs): Job | null {
  const job = jobs.latest("kind = 'backup'");
  return job ? jobs.get(job.id) : null;
}

function startBackup(context: FeatureContext, tools: BackupTools, folder: string): Promise<Job> {
  return tools.jobs.start({
    kind: 'backup',
    caseId: null,
    subject: '备份',
    failure: failureIn(folder),
    work: async (report, signal) => {
      await makeBackup(context, tools, { folder, report, signal });
      return null;
    },
  });
}

/** The database first: every file that its state names is in the vault by then, and none ever goes. */
async function makeBackup(context: FeatureContext, tools: BackupTools, making: Making): Promise<void> {
  const madeAt = nowOf(context);
  const root = backupRootIn(making.folder, tools.vaultKey);
  const snapshot = await beginSnapshot(root, madeAt);
  making.report({ done: 0, total: 1, step: '复制并核对数据库' });
  const head = await copyDatabase(tools.databases.content, snapshot, making.signal);
  // After that of the cases, so that it has everybody they name.
  await copyDatabase(tools.databases.office, snapshot, making.signal);
  await copyKeyring(tools.profileDir, snapshot);
  const { files, bytes, faults } = await copyFiles(tools, root, making);
  const manifest = { version: 1 as const, madeAt, anchor: anchorCode(head), entries: head.seq, files, bytes };
  await finishSnapshot(snapshot, manifest);
  await record(context.office, { ...manifest, folder: making.folder }, faults);
  making.report({
    done: 1,
    total: 1,
    step: faults.length === 0 ? '全部备份，并已读回核对' : `有${faults.length}份材料没有备份`,
    faults,
  });
}

async function copyDatabase(
  { file, keyHex }: { file: string; keyHex: () => string },
  snapshot: string,
  signal: AbortSignal,
): Promise<Head> {
  const order: CopyOrder = { from: file, to: path.join(snapshot, path.basename(file)), keyHex: keyHex() };
  const worker = new Worker(workerUrl('features/backup/copy-database-worker'), { workerData: order });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop);
  let news: CopyNews | undefined;
  worker.on('message', (told: CopyNews) => {
    news = told;
  });
  await once(worker, 'exit');
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (news?.kind === 'copied') return news.head;
  throw Object.assign(new Error('the database was not copied'), { code: news?.code ?? '' });
}

/** The keys as they are wrapped on the disk; whoever may log in at the time of the backup may restore it. */
async function copyKeyring(profileDir: string, snapshot: string): Promise<void> {
  for (const name of KEYRING_NAMES) {
    const text = await readFile(path.join(profileDir, name), 'utf8');
    await writeDurably(path.join(snapshot, name), text);
    if ((await readFile(path.join(snapshot, name), 'utf8')) !== text)
      throw new Error(`the copy of ${name} reads otherwise`);
  }
}

async function copyFiles(
  { knownFiles, blobs, vaultKey }: BackupTools,
  root: string,
  { report, signal }: Making,
): Promise<{ files: number; bytes: number; faults: Finding[] }> {
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

async function record(context: OfficeContext, backup: LastBackup & { version: 1 }, faults: Finding[]): Promise<void> {
  const { version: _, ...value } = backup;
  await context.store.unit.run(async (tx) => {
    await tx.upsert(settingTable, { key: settingKey, value, updatedAt: value.madeAt }, ['key']);
    context.audit.append({ verb: '备份', what: value.folder, detail: { ...value, faults } });
  });
  emitChanged(context, ['backup']);
}

const failureIn = (folder: string): JobFailure => ({
  sentence: (error) => {
    const known = refusalOfFolder(refusalOfVault(error, '备份'), folder);
    return known instanceof RefusalError ? plain(known.refusal) : null;
  },
  unforeseen: '备份没有完成，请检查存放备份的磁盘，再做一次；已经备份的材料不会重复复制。',
});
