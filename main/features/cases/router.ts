import type { FeatureContext } from '../context.ts';
import type { AreaRouter, Implementer } from '../implementer.ts';
import { requireAccess } from '../staff/access.ts';
import { answerQuestion } from './answer-question.ts';
import { assignCase } from './assign-case.ts';
import { beginCase } from './begin-case.ts';
import { beginFromCase } from './begin-from-case.ts';
import { saveWorkers } from './case-workers.ts';
import { removePerson, savePerson } from './case-people.ts';
import { cancelCase, restoreCase } from './cancel-case.ts';
import { updateCase } from './change-case.ts';
import { changeProcedure } from './change-procedure.ts';
import { joinCase, listJoinable, partCase } from './join-cases.ts';
import { listCases } from './list-cases.ts';
import { openCaseAsked } from './open-case.ts';
import type { Outlooks } from './outlooks.ts';
import { addParty, dropParty } from './parties.ts';
import { changePeriod, endSuspension } from './period-changes.ts';

/** Cases and the history of a case. */
export function casesRouter(os: Implementer['cases'], context: FeatureContext, outlooks: Outlooks) {
  return {
    list: os.list.handler(({ input }) => listCases(context, outlooks, input)),
    begin: os.begin.handler(({ input }) => beginCase(context, input)),
    beginFrom: os.beginFrom.handler(({ input }) => beginFromCase(context, input)),
    open: os.open.handler(({ input }) => openCaseAsked(context, input.caseId)),
    addParty: os.addParty.handler(({ input }) => addParty(context, input)),
    dropParty: os.dropParty.handler(({ input }) => dropParty(context, input)),
    changePeriod: os.changePeriod.handler(({ input }) => changePeriod(context, input)),
    endSuspension: os.endSuspension.handler(({ input }) => endSuspension(context, input)),
    answer: os.answer.handler(({ input }) => answerQuestion(context, input)),
    update: os.update.handler(({ input }) => updateCase(context, input)),
    assign: os.assign.handler(({ input }) => assignCase(context, input)),
    changeProcedure: os.changeProcedure.handler(({ input }) => changeProcedure(context, input)),
    cancel: os.cancel.handler(({ input }) => cancelCase(context, input)),
    restore: os.restore.handler(({ input }) => restoreCase(context, input)),
    joinable: os.joinable.handler(({ input }) => listJoinable(context, input.caseId)),
    join: os.join.handler(({ input }) => joinCase(context, input)),
    part: os.part.handler(({ input }) => partCase(context, input)),
    history: os.history.handler(({ input }) => {
      requireAccess(context, input.caseId);
      return context.audit.entries(input);
    }),
    looks: os.looks.handler(({ input }) => {
      requireAccess(context, input.caseId);
      return context.looks.list(input);
    }),
    savePerson: os.savePerson.handler(({ input }) => savePerson(context, input)),
    saveWorkers: os.saveWorkers.handler(({ input }) => saveWorkers(context, input)),
    removePerson: os.removePerson.handler(({ input }) => removePerson(context, input)),
  } satisfies AreaRouter<'cases'>;
}
