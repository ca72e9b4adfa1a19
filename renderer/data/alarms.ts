import { requiredContext } from '../required-context.ts';

/** What must be read: sealed files that failed their check, and what was found at start. */
export interface Alarms {
  /** Legal harm; shown red until read. */
  harms: readonly string[];
  /** Found at start (interrupted imports and the like). */
  notices: readonly string[];
  dismiss: (sentence: string) => void;
}

export const [AlarmsContext, useAlarms] = requiredContext<Alarms>('AlarmsContext');
