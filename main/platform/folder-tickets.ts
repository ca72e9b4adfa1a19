import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { FolderList, FolderTicket } from '../../shared/contract/desktop.ts';
import { listFolders } from './folder-list.ts';
import { isWithin } from './files.ts';
import { notFound, RefusalError } from './refusal-error.ts';

/** Folders outside the profile by ticket: the page never names a folder on disk itself (tickets, not paths). */
export interface FolderTickets {
  ticketFor: (folder: string) => Promise<FolderTicket>;
  proposed: () => Promise<FolderTicket>;
  /** The folders in a folder, to choose from. */
  list: (within: string | null) => Promise<FolderList>;
  /** The folder of a ticket. */
  of: (ticket: string) => string;
}

/** @param isClosed there is no folder outside for this profile: it is the one for practice */
export function createFolderTickets(profileDir: string, isClosed = false): FolderTickets {
  const known = new Map<string, string>();
  const refuseClosed = (): void => {
    if (isClosed) throw new RefusalError({ code: 'practice' });
  };

  async function ticketFor(folder: string): Promise<FolderTicket> {
    refuseClosed();
    if (!path.isAbsolute(folder)) throw new RefusalError({ code: 'folder', why: 'not-absolute', folder });
    const resolved = path.resolve(folder);
    if (isWithin(profileDir, resolved)) throw new RefusalError({ code: 'folder', why: 'inside-profile', folder });
    const found = await stat(resolved).catch(() => undefined);
    if (!found?.isDirectory()) throw new RefusalError({ code: 'folder', why: 'missing', folder });
    // A link may lead in by another name.
    if (isWithin(await realpath(profileDir), await realpath(resolved)))
      throw new RefusalError({ code: 'folder', why: 'inside-profile', folder });
    await access(resolved, constants.W_OK).catch(() => {
      throw new RefusalError({ code: 'folder', why: 'not-writable', folder });
    });
    const ticket = randomBytes(18).toString('base64url');
    known.set(ticket, resolved);
    return { ticket, shown: resolved };
  }

  return {
    ticketFor,
    proposed: async () => {
      refuseClosed();
      const folder = path.join(homedir(), '案卷移送');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return ticketFor(folder);
    },
    list: async (within) => {
      refuseClosed();
      return listFolders(profileDir, within);
    },
    of: (ticket) => {
      const folder = known.get(ticket);
      if (folder === undefined) throw notFound('folder');
      return folder;
    },
  };
}
