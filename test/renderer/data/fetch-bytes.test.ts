import { afterEach, expect, test, vi } from 'vitest';
import { refusalOf } from '../../../renderer/data/api.ts';
import { fetchAnswer } from '../../../renderer/data/fetch-bytes.ts';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import { ReadCredential } from '../../../shared/contract/credential.ts';

// The page's client is made from the address of the window.
vi.hoisted(() => vi.stubGlobal('location', { href: 'http://workstation/' }));
afterEach(() => vi.unstubAllGlobals());

const ask = (answer: unknown, status = 200) => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(answer, { status })));
  const { signal } = new AbortController();
  return fetchAnswer(byteRoutes.credential, {}, { bytes: new Blob(['a']), answer: ReadCredential, signal });
};
const read: ReadCredential = {
  credential: {
    kind: '身份证',
    isTrader: false,
    details: [{ detail: 'name', text: '林小燕', doubt: null }],
  },
  picture: '/9j/',
};

test('an answer of the shape that was declared is taken, any other is a fault', async () => {
  expect(await ask(read)).toEqual(read);
  for (const odd of [
    null,
    { ...read, picture: '<svg>' },
    { ...read, credential: { ...read.credential, details: [{ detail: 'wage', text: '', doubt: null }] } },
  ])
    await expect(ask(odd)).rejects.toThrow();
});

test('a refusal is one of the list, whatever carries it', async () => {
  const refused = await ask({ code: 'no-text', why: 'type' }, 422).catch((error: unknown) => error);
  expect(refusalOf(refused)).toEqual({ code: 'no-text', why: 'type' });
  const odd = await ask({ code: 'of-no-list' }, 422).catch((error: unknown) => error);
  expect(odd).toBeInstanceOf(Error);
  expect(refusalOf(odd)).toBeUndefined();
});
