import { access, chmod, stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';

/** Whether anything lies under this path. */
export const fileExists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** What the system or a library calls an error, such as ENOENT; '' for one without a code. */
export const errorCode = (error: unknown): string => {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
};

export type WhyUnreadable = 'too-many-files' | 'in-use' | 'not-permitted';

const unreadable: Readonly<Record<string, WhyUnreadable>> = {
  EMFILE: 'too-many-files',
  ENFILE: 'too-many-files',
  ENOMEM: 'too-many-files',
  EAGAIN: 'too-many-files',
  EBUSY: 'in-use',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
};

/** Why the system would not give out a file that may be quite sound; undefined for any other error. */
export const whyUnreadable = (error: unknown): WhyUnreadable | undefined => unreadable[errorCode(error)];

/** Whether a path is the folder itself or lies below it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** Takes from everybody but its owner what they may do with a file or folder; what is not there, or not ours to change, is left as it is. */
export async function keepPrivate(path: string): Promise<void> {
  // Windows has no modes; there the rights of the folder above hold.
  if (process.platform === 'win32') return;
  const found = await stat(path).catch(() => undefined);
  if (found && (found.mode & 0o077) !== 0) await chmod(path, found.mode & 0o700).catch(() => undefined);
}
