import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

/** A process and the words it was started with. */
export interface Running {
  pid: number;
  words: string;
}

/** A process and all that it started, and they again, in the order they are found. Linux. */
export function familyOf(pid: number): Running[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = /^\d+ \(.*\) \S (\d+)/s.exec(readIfAlive(`/proc/${name}/stat`))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const family = [pid];
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family.map((member) => ({
    pid: member,
    words: readIfAlive(`/proc/${member}/cmdline`).replaceAll('\0', ' ').trim(),
  }));
}

/** What a file of `/proc` holds; nothing when its process has ended. */
export function readIfAlive(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const WINDOW_BYTES = 32 * 1024 * 1024;

/** Which of the needles stand somewhere in the writable memory of a process; none in one that has ended. Linux, as the same person or root. */
export function foundInMemory(pid: number, needles: ReadonlyMap<string, Buffer>): Set<string> {
  const found = new Set<string>();
  const longest = Math.max(...[...needles.values()].map(({ length }) => length));
  if (!existsSync(`/proc/${pid}/mem`)) return found;
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const window = Buffer.alloc(WINDOW_BYTES);
  try {
    for (const [from, to] of writableRanges(pid)) {
      for (let start = from; start < to; start += WINDOW_BYTES - longest) {
        const bytes = readAt(memory, window, start, Math.min(WINDOW_BYTES, to - start));
        for (const [name, needle] of needles) if (!found.has(name) && bytes.includes(needle)) found.add(name);
      }
    }
  } finally {
    closeSync(memory);
  }
  return found;
}

function writableRanges(pid: number): [from: number, to: number][] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line): [number, number][] => {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      return from === undefined || to === undefined ? [] : [[Number.parseInt(from, 16), Number.parseInt(to, 16)]];
    });
}

/** What cannot be read (a range of a device, or one given back meanwhile) holds nothing of ours. */
function readAt(memory: number, window: Buffer, start: number, length: number): Buffer {
  try {
    return window.subarray(0, readSync(memory, window, 0, length, start));
  } catch {
    return window.subarray(0, 0);
  }
}
