/**
 * Where a worker thread's file is: from source it lies at `main/<path>.ts`, bundled all workers lie flat in `out/main/`.
 * `path` is relative to main/ and without ending, such as 'platform/vault/seal-worker'. `moduleUrl` is only given by tests.
 */
export function workerUrl(path: string, moduleUrl: string = import.meta.url): URL {
  if (moduleUrl.endsWith('.ts')) return new URL(`../${path}.ts`, moduleUrl);
  const file = `${path.slice(path.lastIndexOf('/') + 1)}.js`;
  const inChunks = new URL('.', moduleUrl).pathname.endsWith('/chunks/');
  return new URL(inChunks ? `../${file}` : `./${file}`, moduleUrl);
}
