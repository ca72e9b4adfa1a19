import type { FormDraft } from '../../../shared/contract/form-drafts.ts';

/**
 * Unsaved forms of the person at the workstation. What is typed is in main a moment later, so it outlives other screens, the
 * lock, a restart and a crash; it goes when the form is saved or given up.
 */
export interface FormDrafts {
  /** The keys of all that is kept, the one begun first first. */
  keys: () => string[];
  has: (key: string) => boolean;
  read: (key: string) => unknown;
  set: (key: string, value: unknown) => void;
  drop: (key: string) => void;
  /** Makes everything set or dropped so far durable; rejects when something was not, and holds on to it. */
  flush: () => Promise<void>;
  /** What a closing window still has to send. */
  unsaved: () => FormDraft[];
  /** Writes nothing more until something is set again: nobody is logged in, or soon somebody else is. */
  rest: () => void;
  /** Begins with what main keeps for the person who came in. */
  begin: (stored: readonly FormDraft[]) => void;
}

interface Deps {
  put: (draft: FormDraft) => Promise<unknown>;
  drop: (request: { key: string }) => Promise<unknown>;
  /** A crash takes no more than what was typed in this time. */
  pauseMs?: number;
}

export function createFormDrafts({ put, drop, pauseMs = 800 }: Deps): FormDrafts {
  const values = new Map<string, unknown>();
  const open = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();

  const rest = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const draftOf = (key: string): FormDraft => ({ key, value: JSON.stringify(values.get(key)) });

  async function write(): Promise<void> {
    const keys = [...open];
    open.clear();
    const results = await Promise.allSettled(keys.map((key) => (values.has(key) ? put(draftOf(key)) : drop({ key }))));
    results.forEach(({ status }, index) => status === 'rejected' && open.add(keys[index] ?? ''));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  /** One after the other, so that an older value never comes after a newer one. */
  function flush(): Promise<void> {
    rest();
    running = running.catch(() => undefined).then(write);
    return running;
  }

  function touch(key: string): void {
    open.add(key);
    // What cannot be kept now is tried again with the next change and before the lock, which says so.
    timer ??= setTimeout(() => void flush().catch(() => undefined), pauseMs);
  }

  return {
    keys: () => [...values.keys()],
    has: (key) => values.has(key),
    read: (key) => values.get(key),
    set: (key, value) => {
      values.set(key, value);
      touch(key);
    },
    drop: (key) => {
      if (values.delete(key)) touch(key);
    },
    flush,
    unsaved: () => [...open].filter((key) => values.has(key)).map(draftOf),
    rest,
    begin: (stored) => {
      rest();
      open.clear();
      values.clear();
      for (const { key, value } of stored) values.set(key, JSON.parse(value));
    },
  };
}
