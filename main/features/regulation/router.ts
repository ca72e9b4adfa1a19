import type { Definitions } from '../../platform/definitions/load.ts';
import { type FeatureContext, todayOf } from '../context.ts';
import type { AreaRouter, Implementer } from '../implementer.ts';
import { addCalendarYear } from './calendar-years.ts';
import { causeEditions, ownCauses, saveCause } from './cause-editions.ts';
import { confirmNote, notesOf } from './legal-notes.ts';
import { ruleEditions, saveRules } from './rule-editions.ts';
import { ownPapers, saveTemplate, templateEditions, templateRules } from './template-editions.ts';

/** What 法规科 decides (第五十条): editions of templates and rules, calendar years, confirmed notes. Dated, audited, never rewritten. */
export function regulationRouter(os: Implementer['regulation'], context: FeatureContext) {
  const { store, editions, definitions } = context;
  return {
    definitions: os.definitions.handler(() => ({
      templates: [...editions.templates(todayOf(context)).values()],
      procedures: [...definitions.procedures.values()],
      periodRules: [...editions.periodRules()],
      articles: [...definitions.articles],
      phrases: [...definitions.phrases],
      causes: [...editions.causes(todayOf(context))],
      laws: [...definitions.laws],
    })),
    notes: os.notes.handler(() => notesOf(context)),
    confirmNote: os.confirmNote.handler(({ input }) => confirmNote(context, input)),
    calendarYears: os.calendarYears.handler(() => editions.calendarYears()),
    addCalendarYear: os.addCalendarYear.handler(({ input }) => addCalendarYear(context, input)),
    templateRules: os.templateRules.handler(() => templateRules(context)),
    templateEditions: os.templateEditions.handler(({ input }) => templateEditions(context, input.templateId)),
    ownPapers: os.ownPapers.handler(() => ownPapers(context)),
    saveTemplate: os.saveTemplate.handler(({ input }) => saveTemplate(context, input)),
    causeEditions: os.causeEditions.handler(({ input }) => causeEditions(context, input.causeId)),
    ownCauses: os.ownCauses.handler(() => ownCauses(context)),
    saveCause: os.saveCause.handler(({ input }) => saveCause(context, input)),
    ruleEditions: os.ruleEditions.handler(() => ruleEditions(store)),
    saveRules: os.saveRules.handler(({ input }) => saveRules(context, input)),
  } satisfies AreaRouter<'regulation'>;
}

/** What the program ships, for who opens no editions of the office: they lie among the cases. */
export const shippedDefinitions = (definitions: Definitions) => ({
  templates: [...definitions.templates.values()],
  procedures: [...definitions.procedures.values()],
  periodRules: [...definitions.periodRules],
  articles: [...definitions.articles],
  phrases: [...definitions.phrases],
  causes: [...definitions.causes],
  laws: [...definitions.laws],
});
