import type { railPlaces } from '../places.ts';

export type RailPath = (typeof railPlaces)[number]['path'];

/** How much waits at a place of the rail. */
export interface RailCount {
  count: number;
  /** Something of it should have been done before today. */
  overdue: boolean;
}

const NOTHING_COUNTED: Readonly<Partial<Record<RailPath, RailCount>>> = {};

/** What the rail shows beside its places; a place that is not counted shows no number. */
export const useRailCounts = (): Readonly<Partial<Record<RailPath, RailCount>>> => NOTHING_COUNTED;
