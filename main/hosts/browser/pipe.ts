import type { Readable, Writable } from 'node:stream';

export interface DevToolsMessage {
  method: string;
  params: Record<string, unknown>;
  sessionId?: string;
}

export interface DevToolsPipe {
  /** Sends one command of the Chrome DevTools protocol; rejects with its error or when the browser is gone. */
  send: <Result = unknown>(method: string, params?: object, sessionId?: string) => Promise<Result>;
  onEvent: (listener: (message: DevToolsMessage) => void) => void;
}

interface Reply {
  id: number;
  result?: unknown;
  error?: { message: string };
}

/** Speaks the Chrome DevTools protocol over `--remote-debugging-pipe`: JSON texts ended by a null byte. */
export function connectPipe(toBrowser: Writable, fromBrowser: Readable): DevToolsPipe {
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  const listeners: ((message: DevToolsMessage) => void)[] = [];
  let lastId = 0;
  let rest = '';

  function receive(text: string): void {
    const message = JSON.parse(text) as Reply | DevToolsMessage;
    if ('method' in message) {
      for (const listener of listeners) listener(message);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) asked?.reject(new Error(message.error.message));
    else asked?.resolve(message.result);
  }

  function giveUp(): void {
    for (const { reject } of waiting.values()) reject(new Error('the browser is gone'));
    waiting.clear();
  }

  fromBrowser.setEncoding('utf8');
  fromBrowser.on('data', (chunk: string) => {
    const texts = (rest + chunk).split('\0');
    rest = texts.pop() ?? '';
    for (const text of texts) receive(text);
  });
  fromBrowser.on('close', giveUp);
  // A browser that is closing breaks the pipe under the last commands; they are rejected by its end.
  toBrowser.on('error', giveUp);

  return {
    send: <Result>(method: string, params: object = {}, sessionId?: string) =>
      new Promise<Result>((resolve, reject) => {
        if (fromBrowser.destroyed || !toBrowser.writable) {
          reject(new Error('the browser is gone'));
          return;
        }
        lastId += 1;
        waiting.set(lastId, { resolve: resolve as (result: unknown) => void, reject });
        toBrowser.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
      }),
    onEvent: (listener) => listeners.push(listener),
  };
}
