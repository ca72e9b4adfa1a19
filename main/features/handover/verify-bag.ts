import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { BlobReader, type FileEntry, ZipReader } from '@zip.js/zip.js';
import { createSm3 } from '../../platform/vault/sm3.ts';

/** Reads a package: its file names, and each file's bytes. */
interface Source {
  names: string[];
  read: (name: string) => AsyncIterable<Uint8Array>;
  close: () => Promise<void>;
}

/**
 * Reads a written package back from the disk and compares every file with both manifests of its kind. Resolves with sentences of what
 * is wrong; none when it is whole.
 */
export async function verifyBag(packagePath: string, checked: (name: string) => void = () => {}): Promise<string[]> {
  const source = (await stat(packagePath)).isDirectory()
    ? await folderSource(packagePath)
    : await zipSource(packagePath);
  try {
    const payload = source.names.filter((name) => name.startsWith('data/'));
    const tags = source.names.filter((name) => !name.startsWith('data/') && !name.startsWith('tagmanifest-'));
    return [
      ...(await faultsOf(source, 'manifest', payload, checked)),
      ...(await faultsOf(source, 'tagmanifest', tags, () => undefined)),
    ];
  } finally {
    await source.close();
  }
}

/** Compares the files that are there with both manifests of this name. */
async function faultsOf(
  source: Source,
  manifest: string,
  present: readonly string[],
  checked: (name: string) => void,
): Promise<string[]> {
  const faults: string[] = [];
  const sha256 = await manifestOf(source, `${manifest}-sha256.txt`);
  const sm3 = await manifestOf(source, `${manifest}-sm3.txt`);
  const actualNames = new Map(present.map((name) => [composed(name), name]));
  for (const name of new Set([...sha256.keys(), ...sm3.keys(), ...actualNames.keys()])) {
    const actualName = actualNames.get(name);
    if (!sha256.has(name) && !sm3.has(name)) faults.push(`多出清单里没有的文件：${name}`);
    else if (actualName === undefined) faults.push(`缺少文件：${name}`);
    else {
      const actual = await hashesOf(source.read(actualName));
      if (actual.sha256 !== sha256.get(name) || actual.sm3 !== sm3.get(name)) faults.push(`文件与清单不符：${name}`);
    }
    checked(name);
  }
  // Two files whose names differ in their form only: one of them is not on the list.
  const twins = present.filter((name) => actualNames.get(composed(name)) !== name);
  return [...faults, ...twins.map((name) => `多出清单里没有的文件：${name}`)];
}

/** Some file systems give a name back decomposed (e + ´ for é); it is the same name. */
const composed = (name: string): string => name.normalize('NFC');

async function hashesOf(content: AsyncIterable<Uint8Array>): Promise<{ sha256: string; sm3: string }> {
  const sha256 = createHash('sha256');
  const sm3 = await createSm3();
  for await (const part of content) {
    sha256.update(part);
    sm3.update(part);
  }
  return { sha256: sha256.digest('hex'), sm3: sm3.digest() };
}

async function manifestOf(source: Source, name: string): Promise<Map<string, string>> {
  const parts: Uint8Array[] = [];
  for await (const part of source.read(name)) parts.push(part);
  const lines = Buffer.concat(parts).toString('utf8').split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const index = line.indexOf('  ');
      return [
        composed(line)
          .slice(index + 2)
          .replaceAll('%0A', '\n')
          .replaceAll('%0D', '\r')
          .replaceAll('%25', '%'),
        line.slice(0, index),
      ];
    }),
  );
}

async function folderSource(folder: string): Promise<Source> {
  const found = await readdir(folder, { recursive: true });
  const names: string[] = [];
  for (const name of found)
    if ((await stat(path.join(folder, name))).isFile()) names.push(name.split(path.sep).join('/'));
  return { names, read: (name) => createReadStream(path.join(folder, ...name.split('/'))), close: async () => {} };
}

/** The one folder a zipped package lies in. */
export const rootOf = (entries: { filename: string }[]): string => `${entries[0]?.filename.split('/')[0] ?? ''}/`;

async function zipSource(file: string): Promise<Source> {
  const zip = new ZipReader(new BlobReader(await openAsBlob(file)), { useWebWorkers: false });
  const found = await zip.getEntries();
  const root = rootOf(found);
  const entries = new Map<string, FileEntry>();
  for (const entry of found)
    if (!entry.directory && entry.filename.startsWith(root)) entries.set(entry.filename.slice(root.length), entry);
  const read = (name: string): AsyncIterable<Uint8Array> => {
    const entry = entries.get(name);
    if (!entry) return createReadStream(path.join(file, name)); // says what is missing, as for a folder
    const pipe = new TransformStream<Uint8Array, Uint8Array>();
    const written = entry.getData(pipe.writable, { checkSignature: true });
    return drained(pipe.readable, written);
  };
  return { names: [...entries.keys()], read, close: () => zip.close() };
}

async function* drained(readable: ReadableStream<Uint8Array>, written: Promise<unknown>): AsyncGenerator<Uint8Array> {
  const failed = written.then(
    () => undefined,
    (error: unknown) => error,
  );
  for await (const part of readable as unknown as AsyncIterable<Uint8Array>) yield part;
  const error = await failed;
  if (error !== undefined) throw error;
}
