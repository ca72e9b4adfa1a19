import { expect, test } from 'vitest';
import type { Report } from '../../../../main/app/error-log.ts';
import { respond, type Route } from '../../../../main/app/http/respond.ts';

const files = () => Promise.resolve(new Response('page', { headers: { 'content-type': 'text/html' } }));
const ask = (path: string) => new Request(`http://127.0.0.1${path}`);

test('the first route that answers wins, the page takes the rest', async () => {
  const routes: Route[] = [
    (_, url) => (url.pathname.startsWith('/rpc/') ? Promise.resolve(new Response('call')) : undefined),
    (_, url) => (url.pathname === '/rpc/x' ? Promise.resolve(new Response('never')) : undefined),
  ];
  const fetch = respond({ routes: () => routes, files, report: () => 'K7M4-9QXD' });
  expect(await (await fetch(ask('/rpc/x'))).text()).toBe('call');
  expect(await (await fetch(ask('/cases'))).text()).toBe('page');
});

test('answers carry the strict policy and are not kept, unless they say otherwise', async () => {
  const asset: Route = () => Promise.resolve(new Response('a', { headers: { 'cache-control': 'immutable' } }));
  const plain = await respond({ routes: () => [], files, report: () => 'K7M4-9QXD' })(ask('/'));
  expect(plain.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; connect-src 'self'; worker-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(plain.headers.get('cache-control')).toBe('no-store');
  expect(plain.headers.get('x-content-type-options')).toBe('nosniff');
  expect(plain.headers.get('referrer-policy')).toBe('no-referrer');
  expect(plain.headers.get('permissions-policy')).toContain('camera=(self), microphone=(self), display-capture=()');
  const kept = await respond({ routes: () => [asset], files, report: () => 'K7M4-9QXD' })(ask('/'));
  expect(kept.headers.get('cache-control')).toBe('immutable');
});

test.each([
  ['a rejected answer', () => Promise.reject(new Error('SELECT * FROM party at /home/clerk'))],
  [
    'a thrown fault',
    () => {
      throw new Error('SELECT * FROM party at /home/clerk');
    },
  ],
] as [string, Route][])('%s is reported with an id and tells the page nothing else', async (_, broken) => {
  const reports: unknown[][] = [];
  const report: Report = (...fault) => {
    reports.push(fault);
    return 'K7M4-9QXD';
  };
  const answer = await respond({ routes: () => [broken], files, report })(ask('/prints/secret-ticket'));
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({ code: 'internal', id: 'K7M4-9QXD' });
  const fault = expect.objectContaining({ message: 'SELECT * FROM party at /home/clerk' });
  expect(reports).toEqual([[fault, 'bytes', 'GET /prints']]);
});
