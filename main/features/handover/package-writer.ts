import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { ZipWriter } from '@zip.js/zip.js';
import { createSm3 } from '../../platform/vault/sm3.ts';
import { renamePatiently, syncFolder } from '../../platform/durable.ts';
import { fileExists } from '../../platform/files.ts';

/** Hashes of one file of the package as it was written. */
export interface Written {
  path: string;
  bytes: number;
  sha256: string;
  sm3: string;
}

/**
 * Where a package goes. Everything is written under a `.未完成` name and gets its own name only when it has been read back,
 * so a package that carries its name is whole.
 */
export interface PackageWriter {
  add: (name: string, content: AsyncIterable<Uint8Array>) => Promise<Written>;
  /** Ends the writing; resolves with where the package stands for now, to be read back. */
  finish: () => Promise<string>;
  /** Gives the package its name; resolves with it. */
  publish: () => Promise<string>;
  abort: () => Promise<void>;
}

export const unfinishedMark = '.未完成';

/** Refuses to write over anything that is there. */
export class TargetExists extends Error {
  readonly target: string;
  constructor(target: string) {
    super('target exists');
    this.target = target;
  }
}

/** Passes content through while counting and hashing it twice. */
async function* hashed(
  content: AsyncIterable<Uint8Array>,
  done: (hashes: Omit<Written, 'path'>) => void,
): AsyncGenerator<Uint8Array> {
  const sha256 = createHash('sha256');
  const sm3 = await createSm3();
  let bytes = 0;
  for await (const part of content) {
    sha256.update(part);
    sm3.update(part);
    bytes += part.length;
    yield part;
  }
  done({ bytes, sha256: sha256.digest('hex'), sm3: sm3.digest() });
}

async function addHashed(
  name: string,
  content: AsyncIterable<Uint8Array>,
  write: (content: AsyncIterable<Uint8Array>) => Promise<unknown>,
): Promise<Written> {
  let written: Written | undefined;
  await write(
    hashed(content, (hashes) => {
      written = { path: name, ...hashes };
    }),
  );
  if (!written) throw new Error('the content was not read to its end');
  return written;
}

async function publish(unfinished: string, target: string): Promise<string> {
  await renamePatiently(unfinished, target);
  await syncFolder(path.dirname(target));
  return target;
}

export async function folderWriter(parent: string, name: string): Promise<PackageWriter> {
  const target = path.join(parent, name);
  const unfinished = target + unfinishedMark;
  if (await fileExists(target)) throw new TargetExists(target);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  return {
    add: (file, content) =>
      addHashed(file, content, async (parts) => {
        const filePath = path.join(unfinished, ...file.split('/'));
        await mkdir(path.dirname(filePath), { recursive: true, mode: 0o700 });
        const handle = await open(filePath, 'wx', 0o600);
        try {
          for await (const part of parts) await handle.writeFile(part);
          await handle.sync();
        } finally {
          await handle.close();
        }
      }),
    finish: async () => unfinished,
    publish: () => publish(unfinished, target),
    abort: () => rm(unfinished, { recursive: true, force: true }),
  };
}

/** One file instead of a folder; stored without compression, so that recordings stay what they are and writing stays quick. */
export async function zipWriter(parent: string, name: string): Promise<PackageWriter> {
  const target = path.join(parent, `${name}.zip`);
  const unfinished = target + unfinishedMark;
  if (await fileExists(target)) throw new TargetExists(target);
  await rm(unfinished, { force: true });
  const file = createWriteStream(unfinished, { mode: 0o600, flush: true });
  const zip = new ZipWriter(Writable.toWeb(file) as WritableStream, { level: 0, zip64: true, useWebWorkers: false });
  return {
    add: (entry, content) =>
      addHashed(entry, content, (parts) =>
        zip.add(`${name}/${entry}`, Readable.toWeb(Readable.from(parts)) as ReadableStream),
      ),
    finish: async () => {
      await zip.close();
      return unfinished;
    },
    publish: () => publish(unfinished, target),
    abort: async () => {
      file.destroy();
      await rm(unfinished, { force: true });
    },
  };
}
