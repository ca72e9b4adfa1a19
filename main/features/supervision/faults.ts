import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { faultIdSymbolsOf, type FaultRecord } from '../../../shared/faults/fault.ts';
import { momentOf } from '../../../shared/time/moments.ts';
import type { FolderTickets } from '../../platform/folder-tickets.ts';
import { refusalOfFolder } from '../../platform/system-refusals.ts';
import { writeDurably } from '../../platform/durable.ts';
import { emitChanged, nowOf, type OfficeContext } from '../context.ts';
import { errorCode } from '../../platform/files.ts';

export interface FaultTools {
  /** The newest entries of the error log that are wanted, at most `most`. */
  readFaults: (choice: { most: number; wanted: (entry: FaultRecord) => boolean }) => Promise<FaultRecord[]>;
  folderTickets: FolderTickets;
}

/** One screenful many times over; older ones are found by their id. */
const mostListed = 200;

/** The error log (故障记录) as its administrator uses it. */
export function createFaults(context: OfficeContext, { readFaults, folderTickets }: FaultTools) {
  /** The newest first; with `id`, those whose id begins so. */
  function list({ id }: { id: string }): Promise<FaultRecord[]> {
    const wanted = faultIdSymbolsOf(id);
    return readFaults({ most: mostListed, wanted: (entry) => faultIdSymbolsOf(entry.id).startsWith(wanted) });
  }

  /** Writes all entries as one text file for whoever maintains the program; the file is on the disk before the audit says so. */
  async function exportTo({ folderTicket }: { folderTicket: string }): Promise<{ file: string; entries: number }> {
    const folder = folderTickets.of(folderTicket);
    const faults = await readFaults({ most: Infinity, wanted: () => true });
    const exportedAt = nowOf(context);
    const text = `${JSON.stringify({ exportedAt, faults }, null, 2)}\n`;
    const file = await writeBeside(folder, `故障记录 ${fileTimeOf(exportedAt)}`, text).catch((error: unknown) => {
      throw refusalOfFolder(error, folder);
    });
    await context.store.unit.run(async () =>
      context.audit.append({
        verb: '导出故障记录',
        what: `${faults.length}条`,
        detail: { file, count: faults.length },
      }),
    );
    emitChanged(context, []);
    return { file, entries: faults.length };
  }

  return { list, exportTo };
}

/** `2026-03-02 1000` of the office's clock; no file name holds a colon on Windows. */
const fileTimeOf = (moment: string): string => momentOf(moment).replace('T', ' ').replaceAll(':', '');

/** Writes a new file and resolves with its path; where the name is taken, by an export of the same minute, a number follows it. */
async function writeBeside(folder: string, name: string, text: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const file = path.join(folder, `${name}${count === 1 ? '' : `（${count}）`}.json`);
    if (!(await claim(file))) continue;
    await writeDurably(file, text).catch(async (error: unknown) => {
      await rm(file, { force: true });
      throw error;
    });
    return file;
  }
}

/** Makes an empty file; false where there is one already, so that of two exports at once each gets its own. */
async function claim(file: string): Promise<boolean> {
  try {
    await (await open(file, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}
