import { createContext, useContext } from 'react';

/** The name of the field in which the caret stood before the lock, until it stands there again; its screen opens it, however it is folded. */
export const ReturningContext = createContext<string | null>(null);

export const useReturningField = (): string | null => useContext(ReturningContext);
