import type { Desk } from '../context.ts';
import type { Implementer } from '../implementer.ts';
import { findHouseholds, recentHouseholds, searchEverything } from './finding.ts';
import { openHousehold, timelineOf } from './history.ts';
import { createHouseholds } from './households.ts';

/** Parties and their 一户式 files. */
export function householdsRouter(os: Implementer['households'], desk: Desk) {
  const households = createHouseholds(desk);
  return {
    find: os.find.handler(({ input }) => findHouseholds(desk, input.query, input.limit)),
    recent: os.recent.handler(({ input }) => recentHouseholds(desk, input.limit)),
    create: os.create.handler(({ input }) => households.create(input)),
    update: os.update.handler(({ input }) => households.update(input)),
    open: os.open.handler(({ input }) => openHousehold(desk, input.householdId)),
    timeline: os.timeline.handler(({ input }) => timelineOf(desk, input)),
    search: os.search.handler(({ input }) => searchEverything(desk, input.query, input.limit)),
  };
}
