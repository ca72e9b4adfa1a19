import { requiredContext } from '../required-context.ts';

/** 就地签批: somebody else signs at the seat of who is logged in. */
export interface SeatControl {
  /** Asks whom to lend the seat to, first those for whom `paperId` waits. */
  lend: (paperId: string | null) => void;
  /** The seat is its owner's again. */
  giveBack: () => void;
  busy: boolean;
  /** Why it could not be given back. */
  error: unknown;
}

export const [SeatContext, useSeat] = requiredContext<SeatControl>('SeatContext');
