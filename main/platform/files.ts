import { access } from 'node:fs/promises';
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
