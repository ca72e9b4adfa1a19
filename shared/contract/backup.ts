import * as z from 'zod';
import type { Role } from '../template/template.ts';
import { call, officeCall } from './base.ts';
import { Job } from './supervision.ts';

/** Days after which an office without a new backup is warned. */
export const backupDueDays = 7;

const keepers: Role[] = ['系统管理员', '档案员', '法规科'];

/** The last backup that was finished and read back. */
export const LastBackup = z.object({
  madeAt: z.string(),
  /** The folder as it was called on this machine. */
  folder: z.string(),
  /** 纸上锚点 of what it holds, and how many records that are. */
  anchor: z.string(),
  entries: z.int(),
  files: z.int(),
  bytes: z.number(),
});
export type LastBackup = z.infer<typeof LastBackup>;

/** 备份: the whole profile, encrypted as it is, to a folder or stick. */
export const backup = {
  last: officeCall({ act: '查看备份情况', roles: 'everybody', article: null }).output(
    z.object({ backup: LastBackup.nullable(), job: Job.nullable() }),
  ),
  /** Copies what the folder does not hold yet and reads it back; work goes on meanwhile. */
  start: officeCall({ act: '备份', roles: keepers, article: 48 })
    .input(z.strictObject({ folderTicket: z.string().max(64) }))
    .output(Job),
  stop: officeCall({ act: '停止备份', roles: keepers, article: 48 }).output(Job),
};

/** One state of the profile that a backup folder holds. */
export const Snapshot = z.object({
  id: z.string().max(32),
  madeAt: z.string(),
  anchor: z.string(),
  entries: z.int(),
  files: z.int(),
  bytes: z.number(),
  people: z.array(z.object({ personId: z.uuid(), name: z.string() })),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** How far a rehearsal or a restore has come; `faults` are sentences. */
export const RestoreProgress = z.object({
  state: z.enum(['idle', 'rehearsing', 'rehearsed', 'restoring', 'restored', 'failed']),
  step: z.string(),
  done: z.number(),
  total: z.number(),
  faults: z.array(z.string()),
});
export type RestoreProgress = z.infer<typeof RestoreProgress>;

const Chosen = z.strictObject({
  folder: z.string().min(1).max(1024),
  snapshotId: z.string().max(32),
  personId: z.uuid(),
  password: z.string().max(128),
});

/**
 * 恢复 before anybody can log in: only where there is no profile, or the one there is damaged. Whoever restores proves with their password
 * of the time of the backup that they may.
 */
export const restore = {
  /** The window's own folder dialog, where it has one. */
  chooseFolder: call({ act: '选择备份所在的文件夹', roles: 'anybody', article: null }).output(
    z.object({ folder: z.string().nullable() }),
  ),
  /** The states that a folder holds, the newest first. */
  find: call({ act: '查找备份', roles: 'anybody', article: null })
    .input(z.strictObject({ folder: z.string().min(1).max(1024) }))
    .output(z.array(Snapshot)),
  /** Reads everything the backup holds and proves it, without writing; `progress` tells how it goes. */
  rehearse: call({ act: '预演恢复', roles: 'anybody', article: null }).input(Chosen),
  /** Puts it in the place of what is there, which is kept beside it. */
  run: call({ act: '从备份恢复', roles: 'anybody', article: null }).input(Chosen),
  progress: call({ act: '查看恢复进度', roles: 'anybody', article: null }).output(RestoreProgress),
};
