import type { Signal } from '../../shared/contract/desktop.ts';

/** Streams end after this long and the page subscribes again: an abort in the page may never reach the handler. */
const longestStreamMs = 4 * 60_000;
const mostWaiting = 500;

export interface Signals {
  emit: (signal: Signal) => void;
  /** Everything told from now on, until `signal` aborts, the time is up, or the signals are closed. */
  follow: (signal: AbortSignal | undefined) => AsyncGenerator<Signal, void, void>;
  /** Ends every stream: what is told later is not for who listened until now. */
  endAll: () => void;
}

/** Fan-out of what changed in main to the page's event streams. */
export function createSignals(): Signals {
  const followers = new Set<(signal: Signal | null) => void>();

  async function* follow(stop: AbortSignal | undefined): AsyncGenerator<Signal, void, void> {
    if (stop?.aborted) return;
    const waiting: (Signal | null)[] = [];
    let wake = (): void => {};
    const receive = (signal: Signal | null): void => {
      // The end must get through to whoever is too slow for the rest.
      if (signal === null || waiting.length < mostWaiting) waiting.push(signal);
      wake();
    };
    const end = (): void => receive(null);
    const timer = setTimeout(end, longestStreamMs);
    stop?.addEventListener('abort', end);
    followers.add(receive);
    try {
      for (;;) {
        while (waiting.length > 0) {
          const next = waiting.shift();
          if (!next) return;
          yield next;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      followers.delete(receive);
      clearTimeout(timer);
      stop?.removeEventListener('abort', end);
    }
  }

  return {
    emit: (signal) => {
      for (const follower of followers) follower(signal);
    },
    follow,
    endAll: () => {
      for (const follower of followers) follower(null);
    },
  };
}
