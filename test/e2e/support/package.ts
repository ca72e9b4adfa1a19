import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Files of a package by path, from its root. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();

/** Paths and sums of a manifest, read the way any other program would (RFC 8493). */
const manifest = (folder: string, name: string): { path: string; sum: string }[] =>
  readFileSync(join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => ({ sum: line.slice(0, 64), path: line.slice(66) }));

/**
 * Checks a hand-over without any code of the program: sha256sum for the SHA-256 sums, OpenSSL for SM3, and that no file stands outside
 * the manifests. Returns the paths of the payload; throws at the first thing that is not as listed.
 */
export function checkPackage(folder: string): string[] {
  for (const name of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', name], { cwd: folder });
  for (const { path, sum } of [...manifest(folder, 'manifest-sm3.txt'), ...manifest(folder, 'tagmanifest-sm3.txt')]) {
    if (
      createHash('sm3')
        .update(readFileSync(join(folder, path)))
        .digest('hex') !== sum
    )
      throw new Error(`the SM3 sum of ${path} is another`);
  }
  const payload = manifest(folder, 'manifest-sha256.txt')
    .map(({ path }) => path)
    .toSorted();
  const unlisted = filesIn(folder).filter((path) => path.startsWith('data/') && !payload.includes(path));
  if (unlisted.length > 0) throw new Error(`not in the manifest: ${unlisted.join('、')}`);
  return payload;
}
