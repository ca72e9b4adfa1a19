import type { Catalogue } from '../../platform/definitions/load.ts';
import { type Desk, todayOf } from '../context.ts';
import type { Implementer } from '../implementer.ts';
import { requireAccess } from '../staff/access.ts';
import type { Cases } from './cases.ts';
import { createCaseChanges } from './changes.ts';
import { listCases, todayBoard } from './lists.ts';

/** Cases, the today board and the history of a case. */
export function casesRouter(os: Implementer['cases'], desk: Desk, cases: Cases, catalogue: Catalogue) {
  const changes = createCaseChanges(desk, cases, catalogue);
  return {
    catalogue: os.catalogue.handler(() => ({
      templates: [...desk.editions.templates(todayOf(desk)).values()],
      procedures: [...catalogue.procedures.values()],
      periodRules: [...desk.editions.periodRules()],
      articles: [...catalogue.articles],
      phrases: [...catalogue.phrases],
    })),
    today: os.today.handler(() => todayBoard(desk)),
    list: os.list.handler(({ input }) => listCases(desk, input)),
    begin: os.begin.handler(({ input }) => cases.begin(input)),
    open: os.open.handler(({ input }) => {
      const opened = cases.open(input.caseId);
      const current = desk.editions.templates(todayOf(desk));
      const own = desk.editions.templates(opened.file.case.createdAt);
      return {
        ...opened,
        templates: [...own.values()].filter((template) => current.get(template.id) !== template),
        later: [...current.keys()].filter((id) => !own.has(id)),
      };
    }),
    addParty: os.addParty.handler(({ input }) => changes.addParty(input)),
    dropParty: os.dropParty.handler(({ input }) => changes.dropParty(input)),
    changePeriod: os.changePeriod.handler(({ input }) => changes.changePeriod(input)),
    endSuspension: os.endSuspension.handler(({ input }) => changes.endSuspension(input)),
    answer: os.answer.handler(({ input }) => changes.answer(input)),
    update: os.update.handler(({ input }) => cases.update(input)),
    history: os.history.handler(({ input }) => {
      requireAccess(desk, input.caseId);
      return desk.audit.entries(input);
    }),
  };
}
