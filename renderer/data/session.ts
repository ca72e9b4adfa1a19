import type { Operator, SessionState } from '../../shared/contract/session.ts';
import { requiredContext } from '../required-context.ts';

/** The unlocked session; only screens inside the frame may ask for it. */
export const [SessionContext, useSession] = requiredContext<SessionState>('SessionContext');

/** Who works at the workstation now. */
export function useOperator(): Operator {
  const { operator } = useSession();
  if (operator === null) throw new Error('a screen of the frame is shown without an operator');
  return operator;
}

/** Today in the office's time zone, `YYYY-MM-DD`. */
export const useToday = (): string => useSession().today;
