import { createContext, useContext } from 'react';
import type { Operator, SessionState } from '../../shared/contract/session.ts';

/** The unlocked session; only screens inside the frame may ask for it. */
export const SessionContext = createContext<SessionState | null>(null);

export function useSession(): SessionState {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('SessionContext is missing above this part');
  return session;
}

/** Who works at the workstation now. */
export function useOperator(): Operator {
  const { operator } = useSession();
  if (operator === null) throw new Error('a screen of the frame is shown without an operator');
  return operator;
}

/** Today in the office's time zone, `YYYY-MM-DD`. */
export const useToday = (): string => useSession().today;
