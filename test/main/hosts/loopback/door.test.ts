import { beforeEach, expect, test } from 'vitest';
import { createDoor, type DoorRefusal, type Knock } from '../../../../main/hosts/loopback/door.ts';

const authority = '127.0.0.1:4567';
const cookie = 'other=1; case-session=the-session';
let refusals: DoorRefusal[];
let door: ReturnType<typeof createDoor>;

beforeEach(() => {
  refusals = [];
  door = createDoor({
    authority,
    session: 'the-session',
    ticket: 'the-ticket',
    onRefusal: (refusal) => refusals.push(refusal),
  });
});

const knock = (knocked: Partial<Knock> & { headers?: Knock['headers'] }) =>
  door({ method: 'GET', target: '/', ...knocked, headers: { host: authority, cookie, ...knocked.headers } });

test.each<[string, Parameters<typeof knock>[0]]>([
  ['a page load', { headers: { 'sec-fetch-site': 'none' } }],
  [
    'a call of the page',
    { method: 'POST', target: '/rpc/x', headers: { origin: `http://${authority}`, 'sec-fetch-site': 'same-origin' } },
  ],
  ['a strange path', { target: '//evil.example/' }],
])('%s passes', (_, knocked) => {
  expect(knock(knocked)).toEqual({ kind: 'pass' });
  expect(refusals).toEqual([]);
});

test.each<[string, Parameters<typeof knock>[0], number, string]>([
  ['another name for this machine', { headers: { host: 'localhost:4567' } }, 421, 'host'],
  ['a rebound name', { headers: { host: 'evil.example:4567' } }, 421, 'host'],
  ['another port', { headers: { host: '127.0.0.1:4568' } }, 421, 'host'],
  ['a proxy request', { target: 'http://evil.example/' }, 400, 'target'],
  ['no cookie', { headers: { cookie: undefined } }, 401, 'session'],
  ['a wrong session', { headers: { cookie: 'case-session=the-sessio' } }, 401, 'session'],
  ['a cookie that only ends alike', { headers: { cookie: 'x-case-session=the-session' } }, 401, 'session'],
  ['a write without origin', { method: 'POST' }, 403, 'origin'],
  ['a write from another port', { method: 'POST', headers: { origin: 'http://127.0.0.1:4568' } }, 403, 'origin'],
  ['a write from nowhere', { method: 'DELETE', headers: { origin: 'null' } }, 403, 'origin'],
  ['a link on another site', { headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'site'],
  ['a link on another port', { headers: { 'sec-fetch-site': 'same-site' } }, 403, 'site'],
  ['a WebSocket', { headers: { upgrade: 'websocket' } }, 403, 'upgrade'],
  ['a wrong ticket', { target: '/open?ticket=guess' }, 403, 'ticket'],
  ['no ticket', { target: '/open' }, 403, 'ticket'],
])('%s is refused and reported', (_, knocked, status, reason) => {
  expect(knock(knocked)).toEqual({ kind: 'refuse', status });
  expect(refusals).toEqual([{ reason, count: 1 }]);
});

test('the ticket opens once, without a cookie', () => {
  const bare = { target: '/open?ticket=the-ticket', headers: { cookie: undefined } };
  expect(knock(bare)).toEqual({ kind: 'admit' });
  expect(knock(bare)).toEqual({ kind: 'refuse', status: 403 });
});

test('the splash needs no session but the right host', () => {
  expect(knock({ target: '/splash', headers: { cookie: undefined } })).toEqual({ kind: 'splash' });
  expect(knock({ target: '/splash', headers: { host: 'localhost' } })).toEqual({ kind: 'refuse', status: 421 });
});

test('refusals are counted over all reasons', () => {
  knock({ headers: { host: 'a' } });
  knock({ headers: { cookie: '' } });
  expect(refusals.map(({ count }) => count)).toEqual([1, 2]);
});
