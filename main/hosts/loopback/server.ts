import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { setTimeout as pause } from 'node:timers/promises';
import { harden } from '../../app/http/headers.ts';
import { createDoor, SESSION_COOKIE, TICKET_PATH, type DoorOptions } from './door.ts';

/** The page sends recordings and scans in pieces of at most 8 MiB; the rest is room for the envelope of a call. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024 + 64 * 1024;

/** Where requests come from: an address of this machine to listen on, or connections that another process accepts for `authority`. */
export type Entrance = { address: string } | { authority: string };

export interface LoopbackOptions extends Pick<DoorOptions, 'session' | 'ticket' | 'onRefusal'> {
  entrance: Entrance;
  /** Shown without a session while the workstation loads, so it must hold nothing secret. */
  splash: () => Response;
  fetch: (request: Request) => Promise<Response>;
}

export interface Loopback {
  /** `http://127.x.y.z:<port>` */
  origin: string;
  /** Serves a connection that another process has accepted. */
  take: (connection: Socket) => void;
  /** Takes no request any more, and ends when the answers under way are sent, at the latest after `patienceMs`. */
  close: (patienceMs?: number) => Promise<void>;
}

/** The address that opens the page once in any browser of this machine. */
export const ticketAddress = (origin: string, ticket: string): string => `${origin}${TICKET_PATH}?ticket=${ticket}`;

/** Serves `fetch` to this machine alone, behind the door. */
export async function serveLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { session, ticket, onRefusal, splash, fetch } = options;
  const server = createServer();
  const connections = new Set<Socket>();
  server.on('connection', (connection: Socket) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  const authority = await authorityOf(server, options.entrance);
  const origin = `http://${authority}`;
  const door = createDoor({ authority, session, ticket, onRefusal });

  const knockOf = (incoming: IncomingMessage) => ({
    method: incoming.method ?? '',
    target: incoming.url ?? '',
    headers: incoming.headers,
  });

  async function answer(incoming: IncomingMessage, signal: AbortSignal): Promise<Response> {
    const verdict = door(knockOf(incoming));
    switch (verdict.kind) {
      case 'refuse':
        return harden(new Response('请从案卷工作站的窗口打开。', { status: verdict.status }));
      case 'splash':
        return harden(splash());
      case 'admit': {
        const cookie = `${SESSION_COOKIE}=${session}; HttpOnly; SameSite=Strict; Path=/`;
        return harden(new Response(null, { status: 303, headers: { location: '/', 'set-cookie': cookie } }));
      }
      case 'pass':
        return forward(incoming, origin, signal, fetch);
    }
  }

  let isClosing = false;
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    // Unanswered, so that the browser asks again over a new connection.
    if (isClosing) return void incoming.socket.destroy();
    const gone = new AbortController();
    outgoing.once('close', () => gone.abort());
    answer(incoming, gone.signal)
      .then((response) => send(response, incoming, outgoing))
      // Only a broken connection ends here; the pipeline has then closed both sides.
      .catch(() => outgoing.destroy());
  });
  server.on('upgrade', (incoming, socket) => {
    door(knockOf(incoming));
    socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });

  return {
    origin,
    take: (connection) => void server.emit('connection', withoutDelay(connection)),
    close: async (patienceMs = 0) => {
      isClosing = true;
      server.close();
      server.closeIdleConnections();
      const end = performance.now() + patienceMs;
      while (connections.size > 0 && performance.now() < end) {
        await pause(10);
        server.closeIdleConnections();
      }
      for (const connection of connections) connection.destroy();
    },
  };
}

/** Node does it for what it accepts itself; without, each answer after the first waits 40 ms for the page to confirm the one before. */
const withoutDelay = (connection: Socket): Socket => connection.setNoDelay(true);

async function authorityOf(server: Server, entrance: Entrance): Promise<string> {
  if ('authority' in entrance) return entrance.authority;
  server.listen(0, entrance.address);
  await once(server, 'listening');
  return `${entrance.address}:${(server.address() as AddressInfo).port}`;
}

async function forward(
  incoming: IncomingMessage,
  origin: string,
  signal: AbortSignal,
  fetch: LoopbackOptions['fetch'],
): Promise<Response> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    // The cookie is the door's business; nothing behind it may come to depend on it.
    if (typeof value === 'string' && name !== 'cookie') headers.set(name, value);
  }
  const address = origin + (incoming.url ?? '/');
  if (incoming.method === 'GET' || incoming.method === 'HEAD') {
    return fetch(new Request(address, { method: incoming.method, headers, signal }));
  }
  const tooLarge = harden(new Response(null, { status: 413 }));
  if (Number(incoming.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return tooLarge;
  let exceeded = false;
  const body = NodeReadableStream.from(limited(incoming, () => (exceeded = true))) as ReadableStream<Uint8Array>;
  const init: RequestInit & { duplex: 'half' } = { method: incoming.method, headers, signal, body, duplex: 'half' };
  const response = await fetch(new Request(address, init));
  if (!exceeded) return response;
  await response.body?.cancel();
  return tooLarge;
}

/** The body piece by piece as the workstation asks for it; fails as soon as it grows over the limit. */
async function* limited(incoming: IncomingMessage, onExceeded: () => void): AsyncGenerator<Uint8Array> {
  let size = 0;
  // The connection stays open on an early end, so that the answer can still be sent.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    size += (chunk as Uint8Array).byteLength;
    if (size > MAX_BODY_BYTES) {
      onExceeded();
      throw new RangeError('request body over the limit');
    }
    yield chunk as Uint8Array;
  }
}

async function send(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  outgoing.setHeaders(response.headers);
  // What was not read of a refused body must not be taken for the next request.
  if (!incoming.complete) outgoing.setHeader('connection', 'close');
  if (response.body === null || incoming.method === 'HEAD') {
    await response.body?.cancel();
    outgoing.end();
    return;
  }
  // Event streams have to reach the page before their first event.
  outgoing.flushHeaders();
  await pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing);
}
