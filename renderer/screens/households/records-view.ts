import type { CaseSummary } from '../../../shared/contract/households.ts';
import type { TimelineFilter } from './use-timeline.ts';

/** Where somebody stands in the records of a household. */
export interface RecordsView {
  by: 'case' | 'time' | 'kind';
  /** Of the records by time. */
  filter: TimelineFilter;
  /** Cases whose records are unfolded; null until somebody folded or unfolded one: the newest. */
  open: readonly string[] | null;
  openKinds: readonly string[];
  /** Of the row in hand. */
  index: number;
  /** What is looked for in the household, and the hit in hand. */
  typed: string;
  hit: number;
}

export const firstView: RecordsView = {
  by: 'case',
  filter: { kinds: [], year: null },
  open: null,
  openKinds: ['文书'],
  index: 0,
  typed: '',
  hit: 0,
};

export interface RecordsProps {
  householdId: string;
  cases: readonly CaseSummary[];
  revision: number;
  view: RecordsView;
  onView: (view: RecordsView) => void;
}
