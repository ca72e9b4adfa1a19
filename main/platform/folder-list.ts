import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import path from 'node:path';
import type { FolderList } from '../../shared/contract/desktop.ts';
import { errorCode, fileExists, isWithin } from './files.ts';
import { RefusalError } from './refusal-error.ts';

type Folder = FolderList['folders'][number];

/** A folder of a court's stick holds dozens; whoever has more types the name. */
const MOST = 2000;

/**
 * The folders in a folder, for windows that have no folder dialog of their own: names of folders, never of files, and nothing of the
 * profile. Without a folder: where to begin.
 */
export async function listFolders(profileDir: string, folder: string | null): Promise<FolderList> {
  if (folder === null) return { shown: null, above: null, folders: await beginnings(), isCut: false };
  if (!path.isAbsolute(folder)) throw new RefusalError({ code: 'folder', why: 'not-absolute', folder });
  const at = path.resolve(folder);
  if (isWithin(profileDir, at)) throw new RefusalError({ code: 'folder', why: 'inside-profile', folder });
  const entries = await readdir(at, { withFileTypes: true }).catch((error: unknown) => {
    const why = ['EACCES', 'EPERM'].includes(errorCode(error)) ? 'not-readable' : 'missing';
    throw new RefusalError({ code: 'folder', why, folder });
  });
  const named = entries.filter(isShown).map((entry) => ({ entry, name: entry.name, path: path.join(at, entry.name) }));
  const areFolders = await Promise.all(named.map((found) => isFolder(found.entry, found.path)));
  const folders = named
    .filter((found, index) => areFolders[index] === true && !isWithin(profileDir, found.path))
    .map(({ name, path: place }) => ({ name, path: place }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  const above = path.dirname(at);
  return {
    shown: at,
    above: above === at ? null : above,
    folders: folders.slice(0, MOST),
    isCut: folders.length > MOST,
  };
}

/** What begins with a dot is kept out of sight by every file manager. */
const isShown = ({ name }: Dirent): boolean => !name.startsWith('.');

const isFolder = async (entry: Dirent, place: string): Promise<boolean> =>
  entry.isSymbolicLink() ? ((await stat(place).catch(() => undefined))?.isDirectory() ?? false) : entry.isDirectory();

/** The home of the person, what is plugged in, and the disks. */
async function beginnings(): Promise<Folder[]> {
  const home = { name: `${userInfo().username} 的文件夹`, path: homedir() };
  return process.platform === 'win32'
    ? [home, ...(await drives())]
    : [home, ...(await plugged()), { name: '本机磁盘', path: '/' }];
}

async function drives(): Promise<Folder[]> {
  const letters = Array.from({ length: 24 }, (_, index) => `${String.fromCodePoint(0x43 + index)}:`);
  const found = await Promise.all(letters.map((letter) => fileExists(`${letter}\\`)));
  return letters.filter((_, index) => found[index]).map((letter) => ({ name: `${letter} 盘`, path: `${letter}\\` }));
}

/** Where Linux desktops mount sticks and discs. */
async function plugged(): Promise<Folder[]> {
  const { username } = userInfo();
  const roots = [`/media/${username}`, `/run/media/${username}`, '/mnt'];
  const names = await Promise.all(roots.map((root) => readdir(root).catch(() => [])));
  return roots.flatMap((root, index) =>
    (names[index] ?? []).map((name) => ({ name: `移动介质 ${name}`, path: path.join(root, name) })),
  );
}
