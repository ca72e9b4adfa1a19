import { useSyncExternalStore } from 'react';
import type { Chord } from './keys.ts';

export interface Undo {
  /** What takes it back: 撤回意见. */
  name: string;
  chord?: Chord;
  act: () => void;
}

export interface Done {
  sentence: string;
  undo?: Undo;
}

/** Long enough to be read by who looks up from a keyboard. */
const SHOWN_MS = 6000;

let done: Done | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function show(next: Done | null): void {
  clearTimeout(timer);
  done = next;
  for (const listener of listeners) listener();
}

/**
 * Says in the status line, and to readers, that something succeeded: for six seconds, or while it can be undone. Answers what takes the
 * sentence away before, e.g. when it can no longer be undone.
 */
export function sayDone(sentence: string, undo?: Undo): () => void {
  const mine: Done = undo === undefined ? { sentence } : { sentence, undo };
  show(mine);
  const takeAway = (): void => {
    if (done === mine) show(null);
  };
  if (undo === undefined) timer = setTimeout(takeAway, SHOWN_MS);
  return takeAway;
}

/** Nothing stays to be read when the screens go: the sentence may name a party. */
export const forgetDone = (): void => show(null);

/** What was said last and still stands. */
export const doneNow = (): Done | null => done;

export function subscribeDone(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useDone = (): Done | null => useSyncExternalStore(subscribeDone, doneNow);
