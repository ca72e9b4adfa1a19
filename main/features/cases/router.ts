import type { Definitions } from '../../platform/definitions/load.ts';
import { type FeatureContext, todayOf } from '../context.ts';
import type { Implementer } from '../implementer.ts';
import { requireAccess } from '../staff/access.ts';
import type { Cases } from './cases.ts';
import { createCaseChanges } from './changes.ts';
import { listCases, todayBoard } from './lists.ts';

/** Cases, the today board and the history of a case. */
export function casesRouter(os: Implementer['cases'], context: FeatureContext, cases: Cases, definitions: Definitions) {
  const changes = createCaseChanges(context, cases, definitions);
  return {
    definitions: os.definitions.handler(() => ({
      templates: [...context.editions.templates(todayOf(context)).values()],
      procedures: [...definitions.procedures.values()],
      periodRules: [...context.editions.periodRules()],
      articles: [...definitions.articles],
      phrases: [...definitions.phrases],
    })),
    today: os.today.handler(() => todayBoard(context)),
    list: os.list.handler(({ input }) => listCases(context, input)),
    begin: os.begin.handler(({ input }) => cases.begin(input)),
    open: os.open.handler(({ input }) => {
      const opened = cases.open(input.caseId);
      const current = context.editions.templates(todayOf(context));
      const own = context.editions.templates(opened.file.case.createdAt);
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
      requireAccess(context, input.caseId);
      return context.audit.entries(input);
    }),
  };
}
