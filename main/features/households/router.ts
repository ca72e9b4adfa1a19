import type { FeatureContext } from '../context.ts';
import type { AreaRouter, Implementer } from '../implementer.ts';
import { createHousehold } from './create-household.ts';
import { findHouseholds, recentHouseholds, searchEverything } from './find.ts';
import { openHousehold, timelineOf } from './history.ts';
import { updateHousehold } from './update-household.ts';

/** Parties and their 一户式 files. */
export function householdsRouter(os: Implementer['households'], context: FeatureContext) {
  return {
    find: os.find.handler(({ input }) => findHouseholds(context, input.query, input.limit)),
    recent: os.recent.handler(({ input }) => recentHouseholds(context, input.limit)),
    create: os.create.handler(({ input }) => createHousehold(context, input)),
    update: os.update.handler(({ input }) => updateHousehold(context, input)),
    open: os.open.handler(({ input }) => openHousehold(context, input.householdId)),
    timeline: os.timeline.handler(({ input }) => timelineOf(context, input)),
    search: os.search.handler(({ input }) => searchEverything(context, input.query, input.limit)),
  } satisfies AreaRouter<'households'>;
}
