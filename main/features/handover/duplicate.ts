import { createReadStream, openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { BlobReader, type FileEntry, ZipReader, ZipWriter } from '@zip.js/zip.js';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { rootOf } from './verify-bag.ts';

const recordings = 'data/06_音像/';
const isKept = (name: string): boolean => !name.startsWith(recordings) || name.endsWith('_说明卡.pdf');

/**
 * Seals a duplicate of what was handed over (第四十一条: 复制留存) and resolves with its SHA-256. Recordings are left out of it:
 * their originals lie in the sealed store under the hashes the manifests name, and a second copy would only take room.
 */
export async function keepDuplicate(blobs: BlobStore, packagePath: string): Promise<string> {
  const intake = await blobs.openIntake();
  const sink = new WritableStream<Uint8Array>({ write: (part) => intake.write(part) });
  const zip = new ZipWriter(sink, { level: 0, useWebWorkers: false });
  try {
    for await (const { name, content } of (await stat(packagePath)).isDirectory()
      ? folderEntries(packagePath)
      : zipEntries(packagePath)) {
      if (isKept(name)) await zip.add(name, content());
    }
    await zip.close();
    return (await intake.finish()).sha256;
  } catch (error) {
    await intake.abort();
    throw error;
  }
}

interface Entry {
  name: string;
  content: () => ReadableStream;
}

async function* folderEntries(folder: string): AsyncGenerator<Entry> {
  for (const name of (await readdir(folder, { recursive: true })).toSorted()) {
    const file = path.join(folder, name);
    if ((await stat(file)).isFile())
      yield {
        name: name.split(path.sep).join('/'),
        content: () => Readable.toWeb(createReadStream(file)) as ReadableStream,
      };
  }
}

async function* zipEntries(file: string): AsyncGenerator<Entry> {
  const zip = new ZipReader(new BlobReader(await openAsBlob(file)), { useWebWorkers: false });
  const entries = await zip.getEntries();
  const root = rootOf(entries);
  for (const entry of entries) {
    if (!entry.directory) yield { name: entry.filename.slice(root.length), content: () => contentOf(entry) };
  }
  await zip.close();
}

function contentOf(entry: FileEntry): ReadableStream {
  const pipe = new TransformStream();
  entry.getData(pipe.writable).catch((error: unknown) => pipe.writable.abort(error));
  return pipe.readable;
}
