import { createContext, useContext, useState } from 'react';

/**
 * What a person typed or chose that main keeps no draft of (the answer to a court, the facts of a filing, the row in hand). It
 * outlives other screens and the lock, in memory only, and goes when somebody else logs in.
 */
export type Kept = Map<string, unknown>;

export const KeptContext = createContext<Kept | null>(null);

/** State that is there again when the same person comes back; `key` names the screen and its subject. */
export function useKept<Value>(key: string, first: () => Value): [value: Value, set: (value: Value) => void, forget: () => void] {
  const kept = useContext(KeptContext);
  if (kept === null) throw new Error('KeptContext is missing above this part');
  const [value, setValue] = useState<Value>(() => (kept.has(key) ? (kept.get(key) as Value) : first()));
  const set = (next: Value): void => {
    kept.set(key, next);
    setValue(next);
  };
  return [value, set, () => void kept.delete(key)];
}
