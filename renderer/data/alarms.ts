import { requiredContext } from '../required-context.ts';

/** What must be read: sealed files that failed their check, and what was found at start. */
export interface Alarms {
  /** Legal harm; shown red until read. */
  harms: readonly string[];
  /** Found at start (interrupted imports and the like), or told since. */
  notices: readonly string[];
  /** Adds a notice: what was left behind with the screen that is going. */
  tell: (sentence: string) => void;
  dismiss: (sentence: string) => void;
}

export const [AlarmsContext, useAlarms] = requiredContext<Alarms>('AlarmsContext');
