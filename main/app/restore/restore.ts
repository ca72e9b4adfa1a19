import path from 'node:path';
import type { RestoreProgress, Snapshot } from '../../../shared/contract/backup.ts';
import { plain } from '../../../shared/contract/sentences.ts';
import { copyDurably } from '../../platform/durable.ts';
import { fileExists, isWithin } from '../../platform/files.ts';
import type { WorkstationOptions } from '../../platform/host.ts';
import { notFound, RefusalError } from '../../platform/refusal-error.ts';
import { refusalOfFolder, refusalOfSystem } from '../../platform/system-refusals.ts';
import { openBlobStore } from '../../platform/vault/blob-store.ts';
import { isVaultFault } from '../../platform/vault/errors.ts';
import { createKeyring } from '../../platform/vault/keyring.ts';
import { KEYRING_NAMES } from '../../platform/vault/keyring-pair.ts';
import { deriveKey, wipe } from '../../platform/vault/keys.ts';
import { wipeKeys } from '../../platform/vault/unlocked-keys.ts';
import { openSealedFile } from '../../platform/vault/sealed-file.ts';
import { sealedPath } from '../../platform/vault/store-folder.ts';
import { damageSentence, refusalOfVault } from '../../platform/vault/vault-refusals.ts';
import { snapshotsIn, type StoredSnapshot } from '../../features/backup/backup-folder.ts';
import type { Report } from '../error-log.ts';
import { anchorOf, officeAnchorOf } from '../session/first-start.ts';
import type { Session } from '../session/session.ts';
import { checkedDatabases, openBackup, type OpenedBackup } from './opened-backup.ts';
import { beginStaging, markReady, putInPlace } from './restored-profile.ts';

export interface RestoreTools {
  profileDir: string;
  now: () => Date;
  session: Pick<Session, 'mayBeReplaced' | 'whileLocked' | 'unlock' | 'profile'>;
  desktop: WorkstationOptions['desktop'];
  report: Report;
}

interface Chosen {
  folder: string;
  snapshotId: string;
  personId: string;
  password: string;
}

/** Tells how far it is: a step with its share of the whole, and every sentence of what was found wrong. */
interface Steps {
  at: (step: string, done: number, total: number) => void;
  fault: (sentence: string) => void;
}

const idle: RestoreProgress = { state: 'idle', step: '', done: 0, total: 0, faults: [] };

/** 恢复 from a backup into an empty place or a damaged profile, and the rehearsal that proves it beforehand. */
export function createRestore(tools: RestoreTools) {
  let progress = idle;

  async function refuseOverProfile(): Promise<void> {
    if (!(await tools.session.mayBeReplaced())) throw new RefusalError({ code: 'profile-exists' });
  }

  /** Proves the password and begins; the page asks `progress` from then on. */
  async function begin(
    chosen: Chosen,
    state: 'rehearsing' | 'restoring',
    work: (backup: OpenedBackup, steps: Steps) => Promise<void>,
  ): Promise<void> {
    if (['rehearsing', 'restoring'].includes(progress.state)) throw new RefusalError({ code: 'busy', what: '恢复' });
    await refuseOverProfile();
    const backup = await openBackup(await snapshotOf(chosen), chosen);
    progress = { ...idle, state, step: '准备' };
    const steps: Steps = {
      at: (step, done, total) => (progress = { ...progress, step, done, total }),
      fault: (sentence) => (progress = { ...progress, faults: [...progress.faults, sentence] }),
    };
    const end = (last: RestoreProgress['state']) => (progress = { ...progress, state: last });
    void work(backup, steps)
      .then(() => end(state === 'rehearsing' ? 'rehearsed' : 'restored'))
      .catch((error: unknown) => {
        steps.fault(sentenceOf(error, tools.report));
        end('failed');
      })
      .finally(() => wipeKeys(backup.keys));
  }

  return {
    chooseFolder: async () => ({ folder: (await tools.desktop.chooseFolder?.('选择备份所在的文件夹')) ?? null }),
    find: async (folder: string) => {
      await refuseOverProfile();
      return find(tools.profileDir, folder);
    },
    rehearse: (chosen: Chosen) => begin(chosen, 'rehearsing', rehearse),
    run: (chosen: Chosen) => begin(chosen, 'restoring', (backup, steps) => restore(tools, backup, chosen, steps)),
    progress: () => progress,
  };
}
export type Restore = ReturnType<typeof createRestore>;

/** The states in a folder, with who could log in at the time. */
async function find(profileDir: string, folder: string): Promise<Snapshot[]> {
  if (!path.isAbsolute(folder)) throw new RefusalError({ code: 'folder', why: 'not-absolute', folder });
  if (isWithin(profileDir, folder)) throw new RefusalError({ code: 'folder', why: 'inside-profile', folder });
  const found = await snapshotsIn(folder).catch((error: unknown) => {
    throw refusalOfFolder(error, folder);
  });
  return Promise.all(
    found.map(async ({ id, madeAt, anchor, entries, files, bytes, folder: snapshot }) => {
      const people = await createKeyring(snapshot)
        .people()
        .catch(() => []);
      return {
        id,
        madeAt,
        anchor,
        entries,
        files,
        bytes,
        people: people.map((person) => ({ personId: person.id, name: person.name })),
      };
    }),
  );
}

async function snapshotOf({ folder, snapshotId }: Chosen): Promise<StoredSnapshot> {
  const found = (await snapshotsIn(folder)).find(({ id }) => id === snapshotId);
  if (found === undefined) throw notFound('folder');
  return found;
}

/** Reads and proves everything; writes nothing. */
async function rehearse({ snapshot, keys, vaultKey, files }: OpenedBackup, { at, fault }: Steps): Promise<void> {
  at('核对数据库和记录链', 0, files.length + 1);
  tell(await checkedDatabases(snapshot.folder, keys), fault);
  const filesKey = deriveKey(vaultKey, 'files');
  try {
    for (const [index, { sha256 }] of files.entries()) {
      at(`核对第 ${index + 1} 份材料，共 ${files.length} 份`, index + 1, files.length + 1);
      const damage = await damageOf(sealedPath(path.join(snapshot.root, 'vault'), sha256), filesKey, sha256);
      if (damage !== null) fault(lost(sha256, damage));
    }
  } finally {
    wipe(filesKey);
  }
  at('预演完成', files.length + 1, files.length + 1);
}

const unreadable = '数据库无法读完，已经损坏，请换一次备份。';

function tell({ fault, isWhole }: Awaited<ReturnType<typeof checkedDatabases>>, say: Steps['fault']): void {
  if (!isWhole) say(unreadable);
  else if (fault !== null) say(fault);
}

/** Told before log-in, so without what the material is called. */
const lost = (sha256: string, damage: string): string =>
  `有一份材料恢复不了：备份里的${damage}（编号 ${sha256.slice(0, 12)}）。恢复以后做一次“验证”，会指出是哪一份。`;

async function damageOf(file: string, filesKey: Uint8Array, sha256: string): Promise<string | null> {
  try {
    const reader = await openSealedFile(file, filesKey, sha256);
    try {
      await reader.verify();
    } finally {
      await reader.close();
    }
    return null;
  } catch (error) {
    if (isVaultFault(error, 'damaged')) return damageSentence(error.fault.damage);
    throw error;
  }
}

/** The sealed files first, where they disturb nothing; then database, anchor and keys, prepared whole and put in place together. */
async function restore(tools: RestoreTools, backup: OpenedBackup, chosen: Chosen, { at, fault }: Steps): Promise<void> {
  const { profileDir, now, session } = tools;
  const { snapshot, keys, vaultKey, head, officeHead } = backup;
  const staging = await beginStaging(profileDir);
  await copyFiles(profileDir, backup, { at, fault });
  at('恢复并核对数据库', 0, 1);
  // One made without a key to the cases holds their WAL as it was; one from before has no office database.
  for (const name of ['database.db', 'database.db-wal', 'office.db', ...KEYRING_NAMES]) {
    const from = path.join(snapshot.folder, name);
    if (await fileExists(from)) await copyDurably(from, path.join(staging, name));
  }
  // What somebody wrote past the program is no reason to lose the rest; a file that cannot be read is.
  const checked = await checkedDatabases(staging, keys);
  if (!checked.isWhole) throw new RefusalError({ code: 'damaged', name: '备份的数据库', what: unreadable });
  tell(checked, fault);
  const anchored = { moment: snapshot.madeAt, locked: true };
  await anchorOf(staging, vaultKey).write({ ...head, ...anchored });
  if (officeHead) await officeAnchorOf(staging, keys.officeKey).write({ ...officeHead, ...anchored });
  await session.whileLocked(async () => {
    await markReady(profileDir, `before-restore-${now().getTime()}`);
    await putInPlace(profileDir);
  });
  await session.unlock(chosen.personId, chosen.password);
  const { id, madeAt, anchor, entries } = snapshot;
  await session.profile()?.note({
    verb: '从备份恢复',
    what: madeAt,
    detail: { snapshot: id, madeAt, anchor, entries, from: chosen.folder },
  });
  at('恢复完成', 1, 1);
}

async function copyFiles(
  profileDir: string,
  { snapshot, vaultKey, files }: OpenedBackup,
  { at, fault }: Steps,
): Promise<void> {
  const blobs = await openBlobStore({
    profileFolder: profileDir,
    filesKey: deriveKey(vaultKey, 'files'),
    onFault: () => undefined,
  });
  try {
    for (const [index, { sha256 }] of files.entries()) {
      at(`恢复第 ${index + 1} 份材料，共 ${files.length} 份`, index, files.length);
      try {
        await blobs.adopt(sha256, sealedPath(path.join(snapshot.root, 'vault'), sha256), { proved: true });
      } catch (error) {
        if (!isVaultFault(error, 'damaged')) throw error;
        fault(lost(sha256, damageSentence(error.fault.damage)));
      }
    }
  } finally {
    await blobs.close();
  }
}

function sentenceOf(error: unknown, report: Report): string {
  const known = refusalOfSystem(refusalOfVault(error, '备份'));
  if (known instanceof RefusalError) return plain(known.refusal);
  return `恢复没有完成，原来的内容没有改动。请检查存放备份的磁盘，再试一次。错误编号 ${report(error, 'job', 'restore')}。`;
}
