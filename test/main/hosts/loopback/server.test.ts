import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ownAddress } from '../../../../main/hosts/loopback/address.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { MAX_BODY_BYTES, serveLoopback, ticketAddress, type Loopback } from '../../../../main/hosts/loopback/server.ts';

const session = 'session';
let loopback: Loopback;
afterEach(() => loopback.close());

async function serve(fetch: (request: Request) => Promise<Response>): Promise<void> {
  loopback = await serveLoopback({
    entrance: { address: ownAddress() },
    session,
    ticket: 'ticket',
    splash: () => new Response('splash'),
    onRefusal: () => {},
    fetch,
  });
}

const pageHeaders = () => ({ cookie: `case-session=${session}`, origin: loopback.origin });

function post(path: string, headers: Record<string, string> = {}) {
  const outgoing = request(loopback.origin + path, { method: 'POST', headers: { ...pageHeaders(), ...headers } });
  const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>;
  return { outgoing, answered };
}

test('body, headers and status cross unchanged, the cookie stays outside', async () => {
  let seen: Request | undefined;
  await serve(async (asked) => {
    seen = asked;
    return new Response(await asked.arrayBuffer(), { status: 207, headers: { 'x-answer': '1' } });
  });
  const bytes = crypto.getRandomValues(new Uint8Array(65_536));
  const answer = await fetch(`${loopback.origin}/rpc/x?y=%E5%BC%A0`, {
    method: 'POST',
    body: bytes,
    headers: { ...pageHeaders(), 'x-ask': '2' },
  });
  expect(answer.status).toBe(207);
  expect(answer.headers.get('x-answer')).toBe('1');
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  expect(seen?.url).toBe(`${loopback.origin}/rpc/x?y=%E5%BC%A0`);
  expect(seen?.headers.get('x-ask')).toBe('2');
  expect(seen?.headers.get('cookie')).toBeNull();
});

test('events arrive one by one, and a reader who leaves is noticed', async () => {
  const encoder = new TextEncoder();
  let cancelled = false;
  let signal: AbortSignal | undefined;
  let push: (text: string) => void = () => {};
  await serve(async (asked) => {
    signal = asked.signal;
    const body = new ReadableStream({
      start: (controller) => void (push = (text) => controller.enqueue(encoder.encode(text))),
      cancel: () => void (cancelled = true),
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  });
  const leave = new AbortController();
  const answer = await fetch(`${loopback.origin}/rpc/watch`, { headers: pageHeaders(), signal: leave.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  push('first');
  expect((await reader?.read())?.value).toBe('first');
  push('second');
  expect((await reader?.read())?.value).toBe('second');
  leave.abort();
  await vi.waitFor(() => expect(cancelled).toBe(true));
  expect(signal?.aborted).toBe(true);
});

test('a slow reader holds the source back', async () => {
  let produced = 0;
  await serve(async () => {
    const pull = (controller: ReadableStreamDefaultController) => {
      produced += 1;
      controller.enqueue(new Uint8Array(1024 * 1024));
    };
    return new Response(new ReadableStream({ pull }));
  });
  const outgoing = request(`${loopback.origin}/exhibits/1`, { headers: pageHeaders() }).end();
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  answer.pause();
  await vi.waitFor(async () => {
    const before = produced;
    await pause(200);
    expect(produced).toBe(before);
  }, 5000);
  expect(produced).toBeLessThan(64);
  answer.destroy();
});

test('an announced body over the limit is refused unread', async () => {
  const handler = vi.fn(async () => new Response('never'));
  await serve(handler);
  const { outgoing, answered } = post('/rpc/x', { 'content-length': String(MAX_BODY_BYTES + 1) });
  outgoing.flushHeaders();
  const [answer] = await answered;
  expect(answer.statusCode).toBe(413);
  expect(handler).not.toHaveBeenCalled();
  outgoing.destroy();
});

test('a body that grows over the limit is cut off', async () => {
  let received = 0;
  await serve(async (asked) => {
    try {
      for await (const chunk of asked.body ?? []) received += chunk.byteLength;
    } catch {
      return new Response(null, { status: 500 });
    }
    return new Response('taken');
  });
  const { outgoing, answered } = post('/rpc/x', { 'transfer-encoding': 'chunked' });
  outgoing.on('error', () => {});
  outgoing.write(Buffer.alloc(MAX_BODY_BYTES));
  outgoing.write(Buffer.alloc(1));
  const [answer] = await answered;
  expect(answer.statusCode).toBe(413);
  expect(answer.headers.connection).toBe('close');
  expect(received).toBeLessThanOrEqual(MAX_BODY_BYTES);
  outgoing.destroy();
});

test('a body of exactly the limit passes', async () => {
  await serve(async (asked) => new Response(String((await asked.arrayBuffer()).byteLength)));
  const answer = await fetch(`${loopback.origin}/rpc/x`, {
    method: 'POST',
    body: new Uint8Array(MAX_BODY_BYTES),
    headers: pageHeaders(),
  });
  expect(await answer.text()).toBe(String(MAX_BODY_BYTES));
});

test('the ticket is exchanged for a cookie that scripts and other sites cannot use', async () => {
  await serve(async () => new Response('page'));
  const answer = await fetch(ticketAddress(loopback.origin, 'ticket'), { redirect: 'manual' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/');
  expect(answer.headers.get('set-cookie')).toBe(`case-session=${session}; HttpOnly; SameSite=Strict; Path=/`);
  expect((await fetch(ticketAddress(loopback.origin, 'ticket'), { redirect: 'manual' })).status).toBe(403);
});

test('refusals carry the protective headers and no content', async () => {
  await serve(async () => new Response('page'));
  const answer = await fetch(`${loopback.origin}/`);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await answer.text()).not.toContain('page');
});

test('upgrades are refused even with the session', async () => {
  await serve(async () => new Response('page'));
  const outgoing = request(loopback.origin, {
    headers: { ...pageHeaders(), connection: 'upgrade', upgrade: 'websocket' },
  }).end();
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(403);
});

test('an unexpected fault behind the door breaks the connection instead of the host', async () => {
  await serve(() => Promise.reject(new Error('fault')));
  await expect(fetch(`${loopback.origin}/`, { headers: pageHeaders() })).rejects.toThrow('fetch failed');
});

test('a connection that another process has accepted is served, and each part of an answer goes at once', async () => {
  const acceptor = createServer();
  acceptor.listen(0, ownAddress());
  await once(acceptor, 'listening');
  const { address, port } = acceptor.address() as AddressInfo;
  loopback = await serveLoopback({
    entrance: { authority: `${address}:${port}` },
    session,
    splash: () => new Response('splash'),
    onRefusal: () => {},
    fetch: async () => new Response('answered'),
  });
  const waits: boolean[] = [];
  acceptor.on('connection', (connection) => {
    const setNoDelay = vi.spyOn(connection, 'setNoDelay');
    loopback.take(connection);
    waits.push(!setNoDelay.mock.calls.some(([noDelay]) => noDelay !== false));
  });
  const answer = await fetch(`${loopback.origin}/rpc/x`, { headers: pageHeaders() });
  expect(await answer.text()).toBe('answered');
  expect(waits).toEqual([false]);
  acceptor.close();
});
