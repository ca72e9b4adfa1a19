import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { workerUrl } from '../../../main/platform/worker-url.ts';

it('points to the source file when run from source', () => {
  const url = workerUrl('platform/vault/seal-worker');
  expect(url.href.endsWith('/main/platform/vault/seal-worker.ts')).toBe(true);
  expect(existsSync(url)).toBe(true);
});

it.each(['file:///app/out/main/browser.js', 'file:///app/out/main/chunks/worker-url-Ab1.js'])(
  'points into out/main/ when bundled as %s',
  (moduleUrl) => {
    expect(workerUrl('platform/vault/seal-worker', moduleUrl).href).toBe('file:///app/out/main/seal-worker.js');
  },
);
