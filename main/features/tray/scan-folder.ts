import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { intakeChunkBytes } from '../../../shared/contract/evidence.ts';
import type { ScanFolder } from '../../../shared/contract/tray.ts';
import type { FolderTickets } from '../../platform/folder-tickets.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { readSetting } from '../../platform/store/settings.ts';
import { settingTable } from '../../platform/store/tables/staff.ts';
import { emitChanged, type FeatureContext, nowOf } from '../context.ts';
import type { Intakes } from '../evidence/intake.ts';
import type { TrayFiles } from './tray-files.ts';

interface NamedFolder {
  folder: string;
  namedAt: string;
}

interface FoundFile {
  name: string;
  bytes: number;
  /** Milliseconds since 1970. */
  changedAt: number;
}

const KEY = 'scanFolder';
const LOOK_MS = 3_000;
const SCANS = /\.(jpe?g|png|tiff?|webp|pdf)$/i;

/**
 * The folder into which the office's scanner writes. While somebody is logged in, what appears there is taken into 收件 as soon as it has
 * been written to its end; nothing in it is ever changed or removed.
 */
export function createScanFolder(
  context: FeatureContext,
  { files, intakes, folderTickets }: { files: TrayFiles; intakes: Intakes; folderTickets: FolderTickets },
) {
  const stopper = new AbortController();
  const watch = createWatch(context, async (folder, file) => takeIn({ files, intakes }, folder, file));
  let watching: Promise<void> = Promise.resolve();

  async function keepLooking(): Promise<void> {
    while (!stopper.signal.aborted) {
      await watch.look().catch((error: unknown) => void context.report(error, 'job', 'tray.folder'));
      await pause(LOOK_MS, undefined, { signal: stopper.signal, ref: false }).catch(() => undefined);
    }
  }

  return {
    read: (): ScanFolder | null => {
      const named = namedFolder(context);
      return named === null ? null : { ...named, isThere: watch.isThere() };
    },
    name: async (folderTicket: string): Promise<void> => {
      const named = { folder: folderTickets.of(folderTicket), namedAt: nowOf(context) };
      await context.store.unit.run(async (tx) => {
        await tx.upsert(settingTable, { key: KEY, value: named, updatedAt: named.namedAt }, ['key']);
        context.audit.append({ verb: '指定扫描仪文件夹', what: named.folder });
      });
      emitChanged(context, ['tray']);
    },
    drop: async (): Promise<void> => {
      const named = namedFolder(context);
      if (named === null) return;
      await context.store.unit.run(async (tx) => {
        await tx.delete(settingTable, { key: KEY });
        context.audit.append({ verb: '停用扫描仪文件夹', what: named.folder });
      });
      emitChanged(context, ['tray']);
    },
    start: (): void => {
      watching = keepLooking();
    },
    close: async (): Promise<void> => {
      stopper.abort();
      await watching;
    },
  };
}

const namedFolder = ({ store }: Pick<FeatureContext, 'store'>): NamedFolder | null => readSetting(store.db, KEY);

/** Looks into the folder; a file is taken in when it did not change between two looks. */
function createWatch(context: FeatureContext, take: (folder: string, file: FoundFile) => Promise<void>) {
  let before = new Map<string, string>();
  /** What was tried as it is now and is no scan: it is read again only when it changes. */
  const tried = new Map<string, string>();
  let isThere = true;

  async function look(): Promise<void> {
    const named = namedFolder(context);
    if (named === null) return;
    const found = await scansIn(named.folder);
    isThere = found !== null;
    const now = new Map((found ?? []).map((file) => [file.name, stateOf(file)]));
    const settled = (found ?? []).filter((file) => before.get(file.name) === stateOf(file));
    before = now;
    for (const file of settled) {
      if (tried.get(file.name) === stateOf(file) || isTaken(context, file)) continue;
      tried.set(file.name, stateOf(file));
      await take(named.folder, file);
    }
  }

  return { look, isThere: () => isThere };
}

const stateOf = ({ bytes, changedAt }: FoundFile): string => `${bytes} ${changedAt}`;

/** Null where the folder cannot be read, a share that is away, say. */
async function scansIn(folder: string): Promise<FoundFile[] | null> {
  try {
    const names = (await readdir(folder)).filter((name) => SCANS.test(name) && !name.startsWith('.'));
    const found = await Promise.all(
      names.map(async (name) => {
        const state = await stat(path.join(folder, name)).catch(() => undefined);
        return state?.isFile() && state.size > 0
          ? [{ name, bytes: state.size, changedAt: Math.round(state.mtimeMs) }]
          : [];
      }),
    );
    return found.flat().toSorted((a, b) => a.changedAt - b.changedAt);
  } catch {
    return null;
  }
}

const isTaken = ({ store }: FeatureContext, { name, bytes, changedAt }: FoundFile): boolean =>
  store.get(
    'select 1 from tray_file where "fileName" = ? and bytes = ? and "changedAt" = ?',
    name,
    bytes,
    changedAt,
  ) !== undefined;

async function takeIn(
  { files, intakes }: { files: TrayFiles; intakes: Intakes },
  folder: string,
  { name, bytes, changedAt }: FoundFile,
): Promise<void> {
  const file = await open(path.join(folder, name));
  try {
    const { intakeId } = await files.begin({ fileName: name, bytes, mime: '' }, { origin: '文件夹', changedAt });
    let chunks = 0;
    for await (const chunk of file.createReadStream({ highWaterMark: intakeChunkBytes })) {
      await intakes.write(intakeId, chunks, chunk as Uint8Array);
      chunks += 1;
    }
    await files.finish({ intakeId, chunks });
  } catch (error) {
    // No scan, or changed while it was read: it is looked at again when it changes.
    if (!(error instanceof RefusalError)) throw error;
  } finally {
    await file.close();
  }
}
