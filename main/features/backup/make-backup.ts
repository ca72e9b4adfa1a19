import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LastBackup } from '../../../shared/contract/backup.ts';
import { plain } from '../../../shared/contract/sentences.ts';
import type { Job } from '../../../shared/contract/supervision.ts';
import type { Finding } from '../../platform/audit/finding.ts';
import { anchorCode, type Head } from '../../platform/audit/chain.ts';
import { writeDurably } from '../../platform/durable.ts';
import type { FolderTickets } from '../../platform/folder-tickets.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { refusalOfFolder } from '../../platform/system-refusals.ts';
import { settingTable } from '../../platform/store/tables/staff.ts';
import { readSetting } from '../../platform/store/settings.ts';
import { KEYRING_NAMES } from '../../platform/vault/keyring-pair.ts';
import type { OfficeKey } from '../../platform/vault/keys.ts';
import { refusalOfVault } from '../../platform/vault/vault-refusals.ts';
import { emitChanged, nowOf, type OfficeContext } from '../context.ts';
import type { JobFailure, Jobs, Progress } from '../jobs.ts';
import { backupRootIn, beginSnapshot, finishSnapshot } from './backup-folder.ts';

export interface BackupTools {
  profileDir: string;
  officeKey: OfficeKey;
  jobs: Jobs;
  folderTickets: FolderTickets;
  source: BackupSource;
}

/** How databases and sealed files get into a backup: proved with their keys, or as they are by who has none (`keyed-source.ts`, `byte-source.ts`). */
export interface BackupSource {
  /** Copies one state of both databases into the folder; resolves with the head of the chain of the cases. */
  copyDatabases: (snapshot: string, signal: AbortSignal) => Promise<Head>;
  /** Copies every sealed file that `root` does not hold yet. */
  copyFiles: (root: string, making: Making) => Promise<CopiedFiles>;
  /** What is said when all went well. */
  done: string;
}
export interface CopiedFiles {
  files: number;
  bytes: number;
  faults: Finding[];
}

/** One backup under way. */
export interface Making {
  folder: string;
  report: (progress: Progress) => void;
  signal: AbortSignal;
}

const settingKey = 'lastBackup';

/** 备份: a state of the databases, the keys as they are wrapped, and every sealed file the folder does not hold yet. */
export const createBackups = (context: OfficeContext, tools: BackupTools) => ({
  start: (folderTicket: string) => startBackup(context, tools, tools.folderTickets.of(folderTicket)),
  stop: () => tools.jobs.stop('backup'),
  last: () => ({ backup: lastBackup(context), job: lastJob(tools.jobs) }),
});
export type Backups = ReturnType<typeof createBackups>;

export const lastBackup = ({ store }: Pick<OfficeContext, 'store' | 'of'>): LastBackup | null =>
  readSetting(store.db, settingKey);

/** Since when there has been no new backup: since the last one, or since the first record of the office. */
export function withoutBackupSince(office: Pick<OfficeContext, 'store' | 'of'>): string {
  const first = office.store.get<{ at: string }>('select at from audit order by seq limit 1');
  return lastBackup(office)?.madeAt ?? first?.at ?? '';
}

function lastJob(jobs: Jobs): Job | null {
  const job = jobs.latest("kind = 'backup'");
  return job ? jobs.get(job.id) : null;
}

function startBackup(context: OfficeContext, tools: BackupTools, folder: string): Promise<Job> {
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

/** The databases first: every file that their state names is in the vault by then, and none ever goes. */
async function makeBackup(context: OfficeContext, tools: BackupTools, making: Making): Promise<void> {
  const { profileDir, officeKey, source } = tools;
  const madeAt = nowOf(context);
  const root = backupRootIn(making.folder, officeKey);
  const snapshot = await beginSnapshot(root, madeAt);
  making.report({ done: 0, total: 1, step: '复制并核对数据库' });
  const head = await source.copyDatabases(snapshot, making.signal);
  await copyKeyring(profileDir, snapshot);
  const { files, bytes, faults } = await source.copyFiles(root, making);
  const manifest = { version: 1 as const, madeAt, anchor: anchorCode(head), entries: head.seq, files, bytes };
  await finishSnapshot(snapshot, manifest);
  await record(context, { ...manifest, folder: making.folder }, faults);
  making.report({
    done: 1,
    total: 1,
    step: faults.length === 0 ? source.done : `有${faults.length}份材料没有备份`,
    faults,
  });
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
