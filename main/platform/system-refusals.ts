import type { Refusal } from '../../shared/contract/refusals.ts';
import { errorCode, whyUnreadable } from './files.ts';
import { RefusalError } from './refusal-error.ts';

const notSaved: Readonly<Record<string, Extract<Refusal, { code: 'not-saved' }>['why']>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read-only',
};

const ofFolder: Readonly<Record<string, Extract<Refusal, { code: 'folder' }>['why']>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENXIO: 'missing',
  EIO: 'missing',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOSPC: 'full',
  EDQUOT: 'full',
};

/** What an error of the file system means to the clerk who chose this folder; other errors pass. */
export function refusalOfFolder(error: unknown, folder: string): unknown {
  const why = ofFolder[errorCode(error)];
  return why === undefined ? error : new RefusalError({ code: 'folder', why, folder });
}

/** What an error of the file system inside the profile means to the clerk; other errors pass. */
export function refusalOfSystem(error: unknown): unknown {
  const why = notSaved[errorCode(error)];
  if (why !== undefined) return new RefusalError({ code: 'not-saved', why });
  const unreadable = whyUnreadable(error);
  return unreadable === undefined ? error : new RefusalError({ code: 'unreadable', name: '案卷库', why: unreadable });
}
