import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolderAtOnce } from '../durable.ts';
import { errorCode } from '../files.ts';

export interface RotatingFileOptions {
  /** A file that would grow past this is followed by the next one. */
  fileBytes?: number;
  /** How many files stay; the oldest go. */
  files?: number;
}

export type RotatingFile = ReturnType<typeof createRotatingFile>;

const NAME = /^\d{8}\.log$/;

/**
 * Lines in files of a bounded size, `00000001.log` and on. A line is on the disk when `append` returns: it is written at
 * once, because its writer may be a program about to end.
 */
export function createRotatingFile(folder: string, { fileBytes = 256 * 1024, files = 4 }: RotatingFileOptions = {}) {
  const names = (): string[] =>
    readdirSync(folder)
      .filter((name) => NAME.test(name))
      .toSorted();

  /** Appends one line of ASCII, durably. */
  function append(line: string): void {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const newest = names().at(-1);
    if (newest === undefined || !appendTo(newest, line)) appendTo(nameAfter(newest), line);
  }

  /** False when the line has no room in the file. */
  function appendTo(name: string, line: string): boolean {
    const file = openSync(join(folder, name), 'a+', 0o600);
    try {
      const { size } = fstatSync(file);
      if (size > 0 && size + line.length > fileBytes) return false;
      writeSync(file, `${endsTorn(file, size) ? '\n' : ''}${line}\n`);
      fsyncSync(file);
      if (size === 0) begun();
      return true;
    } finally {
      closeSync(file);
    }
  }

  function begun(): void {
    for (const old of names().slice(0, -files)) rmSync(join(folder, old));
    syncFolderAtOnce(folder);
  }

  /** All lines, the newest first; one that a power cut tore is a line too, and up to the reader to leave out. */
  async function* newestFirst(): AsyncGenerator<string, void, void> {
    let found: string[] = [];
    try {
      found = names();
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
    for (const name of found.toReversed())
      yield* (await readFile(join(folder, name), 'latin1')).split('\n').toReversed();
  }

  /** Puts another line in the place of each. All at once: a line that is appended in between would be lost. */
  function rewrite(change: (line: string) => string): void {
    if (!existsSync(folder)) return;
    for (const name of names()) {
      const lines = readFileSync(join(folder, name), 'latin1').split('\n');
      const temporary = join(folder, 'rewriting');
      writeFileSync(temporary, lines.map((line) => (line === '' ? '' : change(line))).join('\n'), {
        mode: 0o600,
        flush: true,
      });
      renameSync(temporary, join(folder, name));
    }
    syncFolderAtOnce(folder);
  }

  return { append, newestFirst, rewrite };
}

const nameAfter = (name = '0'): string => `${String(Number.parseInt(name, 10) + 1).padStart(8, '0')}.log`;

/** Whether the last line was cut off: the next one must not be joined to it. */
function endsTorn(file: number, size: number): boolean {
  const last = Buffer.alloc(1);
  return size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last.toString('latin1') !== '\n';
}
