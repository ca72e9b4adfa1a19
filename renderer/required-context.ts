import { createContext, useContext, type Context } from 'react';

/** A context that must stand above whoever reads it, and the hook that reads it or throws; `name` is said in the error. */
export function requiredContext<Value>(name: string): readonly [Context<Value | null>, () => Value] {
  const context = createContext<Value | null>(null);
  const useValue = (): Value => {
    const value = useContext(context);
    if (value === null) throw new Error(`${name} is missing above this part`);
    return value;
  };
  return [context, useValue];
}
