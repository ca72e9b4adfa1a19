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

/** Whether a path is the folder itself or lies below it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
