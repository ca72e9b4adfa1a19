import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveStaticFiles, type StaticFiles } from '../../../../main/app/http/static-files.ts';
import { temporaryFolder } from '../../../support/profile.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let files: StaticFiles;

beforeAll(async () => {
  folder = await temporaryFolder();
  const pageDir = join(folder.path, 'page');
  await mkdir(join(pageDir, 'assets'), { recursive: true });
  await mkdir(join(folder.path, 'page-other'));
  await writeFile(join(pageDir, 'index.html'), '<title>page</title>');
  await writeFile(join(pageDir, 'assets', 'main-AbCd_123.js'), 'export {}');
  await writeFile(join(pageDir, 'worker.mjs'), 'export {}');
  await writeFile(join(folder.path, 'secret.txt'), 'outside');
  await writeFile(join(folder.path, 'page-other', 'secret.txt'), 'outside, with the same prefix');
  files = serveStaticFiles(pageDir);
});
afterAll(() => folder.remove());

// A hand-made url keeps the dots that the URL parser would take away.
function get(pathname: string, method = 'GET'): Promise<Response> {
  const url = { pathname } as URL;
  return files(new Request('http://127.0.0.1/', { method }), url);
}

test('every screen of the page is the same page', async () => {
  for (const path of ['/', '/index.html', '/cases/open'])
    expect(await (await get(path)).text()).toBe('<title>page</title>');
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/../page-other/secret.txt',
  '/%00.js',
  '/%zz.js',
  '/assets.js',
])('never leaves the page folder: %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test('only assets named by their content may be kept', async () => {
  const hashed = await get('/assets/main-AbCd_123.js');
  expect(hashed.headers.get('cache-control')).toContain('immutable');
  expect(hashed.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  const plain = await get('/worker.mjs');
  expect(plain.headers.get('cache-control')).toBeNull();
  expect(await plain.text()).toBe('export {}');
});

test('the page is read only', async () => {
  expect((await get('/', 'POST')).status).toBe(405);
});
