import * as z from 'zod';
import { Cause } from '../causes/cause.ts';
import { Law } from '../causes/law.ts';
import { CalendarYear } from '../time/calendar.ts';
import { RuleSettings } from '../case-file.ts';
import { ApprovalStep, RecordingLevel, Template } from '../template/template.ts';
import { Article } from '../regulation/article.ts';
import { StalePhrase } from '../regulation/phrases.ts';
import { PeriodRule } from '../periods/rule.ts';
import { Procedure } from '../procedure/procedure.ts';
import { call, officeCall } from './base.ts';

/** What the program ships and the office uses: the same data on both sides of the boundary. */
export const Definitions = z.object({
  templates: z.array(Template),
  procedures: z.array(Procedure),
  periodRules: z.array(PeriodRule),
  articles: z.array(Article),
  phrases: z.array(StalePhrase),
  causes: z.array(Cause),
  laws: z.array(Law),
});
export type Definitions = z.infer<typeof Definitions>;

/** Something in the data nobody has verified against its source: shown as 未经核实, 请法规科确认 until confirmed. */
export const LegalNote = z.object({
  id: z.string(),
  where: z.string(),
  sentence: z.string(),
  confirmed: z.object({ by: z.string(), at: z.string(), remark: z.string() }).nullable(),
});
export type LegalNote = z.infer<typeof LegalNote>;

/** One version of a template: of a shipped paper the shipped one is version 1, the bureau's own follow. */
export const TemplateEdition = z.object({
  template: Template,
  effectiveFrom: z.string(),
  by: z.string(),
  at: z.string(),
  reason: z.string(),
});
export type TemplateEdition = z.infer<typeof TemplateEdition>;

/** One version of the rule settings, in force for cases begun on or after its day. */
export const RuleEdition = z.object({
  settings: RuleSettings,
  effectiveFrom: z.string(),
  by: z.string(),
  at: z.string(),
  reason: z.string(),
});
export type RuleEdition = z.infer<typeof RuleEdition>;

/** One version of a 案由: of a shipped one the shipped is version 1, the bureau's own follow. */
export const CauseEdition = z.object({
  cause: Cause,
  effectiveFrom: z.string(),
  by: z.string(),
  at: z.string(),
  reason: z.string(),
});
export type CauseEdition = z.infer<typeof CauseEdition>;

/** The notice of one year; `shipped` ones came with the program. */
export const CalendarEntry = z.object({ calendar: CalendarYear, shipped: z.boolean() });
export type CalendarEntry = z.infer<typeof CalendarEntry>;

const Reason = z.string().trim().min(4).max(256);

/**
 * What 法规科 decides (第五十条). Every change is dated, audited and leaves running cases on the version they began with.
 * A draft of a template is shown by `byteRoutes.templatePreview`.
 */
export const regulation = {
  definitions: officeCall({ act: '查看文书和制度', roles: 'everybody', article: null, atLentSeat: true }).output(
    Definitions,
  ),
  notes: call({ act: '查看待核实事项', roles: 'everybody', article: null }).output(z.array(LegalNote)),
  confirmNote: call({ act: '确认待核实事项', roles: ['法规科'], article: 50 })
    .input(z.strictObject({ id: z.string().max(128), remark: z.string().trim().max(256).default('') }))
    .output(z.array(LegalNote)),
  calendarYears: call({ act: '查看工作日历', roles: 'everybody', article: null }).output(z.array(CalendarEntry)),
  /** Enters the yearly notice of a year that is not shipped; periods of open cases are counted again. */
  addCalendarYear: call({ act: '录入工作日历', roles: ['法规科'], article: 50 })
    .input(CalendarYear)
    .output(z.array(CalendarEntry)),
  /** What the templates ask for themselves, before the lists of the office (音像记录清单、审批流程) change it, by template id. */
  templateRules: call({ act: '查看音像记录清单和审批流程', roles: 'everybody', article: null }).output(
    z.record(z.string(), z.object({ recordingLevel: RecordingLevel, approval: z.array(ApprovalStep) })),
  ),
  /** The editions of a paper, the one saved last first; none where there is no such paper yet. */
  templateEditions: call({ act: '查看文书模板', roles: 'everybody', article: null })
    .input(z.strictObject({ templateId: z.string().max(8) }))
    .output(z.array(TemplateEdition)),
  /** The newest edition of each paper the office made itself, also where it is not in force yet. */
  ownPapers: call({ act: '查看文书模板', roles: 'everybody', article: null }).output(z.array(TemplateEdition)),
  /**
   * Saves an edition. `template.version` is the version it was made from: refuses `stale` when somebody saved one since. An id
   * no paper has yet (Z01, Z02, …) makes a new paper of the office.
   */
  saveTemplate: call({ act: '修改文书模板', roles: ['法规科'], article: 50 })
    .input(z.strictObject({ template: Template, effectiveFrom: z.iso.date(), reason: Reason }))
    .output(TemplateEdition),
  /** The editions of a 案由, the one saved last first; none where there is no such 案由 yet. */
  causeEditions: call({ act: '查看案由', roles: 'everybody', article: null })
    .input(z.strictObject({ causeId: z.string().max(64) }))
    .output(z.array(CauseEdition)),
  /** The newest edition of each 案由 the office made itself, also where it is not in force yet. */
  ownCauses: call({ act: '查看案由', roles: 'everybody', article: null }).output(z.array(CauseEdition)),
  /** Saves an edition; `cause.version` is the version it was made from: refuses `stale` when somebody saved one since. */
  saveCause: call({ act: '修改案由', roles: ['法规科'], article: 50 })
    .input(z.strictObject({ cause: Cause, effectiveFrom: z.iso.date(), reason: Reason }))
    .output(CauseEdition),
  ruleEditions: call({ act: '查看规则设置', roles: 'everybody', article: null }).output(z.array(RuleEdition)),
  /** `basedOn` is when the edition it was made from was saved ('' for the shipped one): refuses `stale` when somebody saved one since. */
  saveRules: call({ act: '修改规则设置', roles: ['法规科'], article: 50 })
    .input(
      z.strictObject({
        settings: RuleSettings,
        basedOn: z.string().max(32),
        effectiveFrom: z.iso.date(),
        reason: Reason,
      }),
    )
    .output(RuleEdition),
};
