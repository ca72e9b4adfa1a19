import type { FeatureContext } from '../context.ts';
import type { AreaRouter, Implementer } from '../implementer.ts';
import { createHousehold } from './create-household.ts';
import { findRecords } from './find-records.ts';
import { findHouseholds, recentHouseholds } from './find.ts';
import { openHousehold, timelineOf } from './history.ts';
import { mergeHouseholds, separateHouseholds } from './merge-households.ts';
import { overviewOf } from './overview.ts';
import { recentlyOpened } from './recently-opened.ts';
import { searchEverything } from './search-everything.ts';
import { similarHouseholds } from './similar.ts';
import { type FollowHousehold, updateHousehold } from './update-household.ts';

/** Whom somebody looks for is told by the words alone, found or not. */
const noteSearch = ({ looks }: FeatureContext, query: string): void =>
  looks.note({ kind: '搜索', what: query, subjectId: '', caseId: '' });

/** Parties and their 一户式 files; `follow` brings the drafts about a party after it was changed. */
export function householdsRouter(os: Implementer['households'], context: FeatureContext, follow: FollowHousehold) {
  return {
    find: os.find.handler(({ input }) => {
      noteSearch(context, input.query);
      return findHouseholds(context, input.query, input.limit);
    }),
    similar: os.similar.handler(({ input }) => {
      if (input.name !== '') noteSearch(context, input.name);
      return similarHouseholds(context, input);
    }),
    recent: os.recent.handler(({ input }) => recentHouseholds(context, input.limit)),
    create: os.create.handler(({ input }) => createHousehold(context, input)),
    update: os.update.handler(({ input }) => updateHousehold(context, follow, input)),
    merge: os.merge.handler(({ input }) => mergeHouseholds(context, follow, input)),
    separate: os.separate.handler(({ input }) => separateHouseholds(context, follow, input)),
    open: os.open.handler(({ input }) => {
      const opened = openHousehold(context, input.householdId);
      context.looks.note({ kind: '一户式档案', what: opened.party.name, subjectId: input.householdId, caseId: '' });
      return opened;
    }),
    overview: os.overview.handler(({ input }) => overviewOf(context, input.householdId)),
    timeline: os.timeline.handler(({ input }) => timelineOf(context, input)),
    findRecords: os.findRecords.handler(({ input }) => {
      noteSearch(context, input.query);
      return findRecords(context, input);
    }),
    search: os.search.handler(({ input }) => {
      noteSearch(context, input.query);
      return searchEverything(context, input);
    }),
    recentlyOpened: os.recentlyOpened.handler(({ input }) => recentlyOpened(context, input.limit)),
  } satisfies AreaRouter<'households'>;
}
