import { RuleSettings } from '../../../shared/case-file.ts';
import { Cause } from '../../../shared/causes/cause.ts';
import type { Law } from '../../../shared/causes/law.ts';
import { type Calendar, calendarOf, CalendarYear } from '../../../shared/time/calendar.ts';
import { compareMoments, dayOf, isDay } from '../../../shared/time/moments.ts';
import type { PeriodRule } from '../../../shared/periods/rule.ts';
import { confirmedRules } from '../../../shared/regulation/notes.ts';
import { Template } from '../../../shared/template/template.ts';
import type { Definitions } from './load.ts';
import type { Store } from '../store/open.ts';

/**
 * The data in force at a moment or on a day: what the program ships, and over it the editions of this office. A case keeps
 * the editions of the moment it began (第五十条), so a change never alters what a running case was judged by. Of several in
 * force the one saved last counts, so that a later edition also takes the place of one that was to begin after it.
 */
export interface Editions {
  templates: (moment: string) => ReadonlyMap<string, Template>;
  /** The templates as they are written, before the lists of the office (音像记录清单、审批流程) change them. */
  writtenTemplates: (moment: string) => ReadonlyMap<string, Template>;
  rules: (moment: string) => RuleSettings;
  causes: (moment: string) => readonly Cause[];
  laws: readonly Law[];
  /** The period rules; what 法规科 has confirmed counts as read in its source. */
  periodRules: () => readonly PeriodRule[];
  calendar: () => Calendar;
  calendarYears: () => EnteredYear[];
  /** Forgets what was read; called after a change. */
  refresh: () => void;
}

/** A calendar of the program, or one that 法规科 entered. */
interface EnteredYear {
  calendar: CalendarYear;
  shipped: boolean;
}

interface Saved {
  id: string;
  effectiveFrom: string;
  at: string;
}

/** A case begun earlier on the day an edition was saved for had begun under the one before. */
const isInForce = (edition: Saved, moment: string): boolean =>
  edition.effectiveFrom < dayOf(moment) ||
  (edition.effectiveFrom === dayOf(moment) && (isDay(moment) || compareMoments(edition.at, moment) <= 0));

interface SavedEditions {
  causes: (Saved & { cause: Cause })[];
  rules: (Saved & { settings: RuleSettings })[];
  templates: (Saved & { template: Template })[];
}

const readEditions = (store: Pick<Store, 'all'>): SavedEditions => ({
  causes: store
    .all<Saved & { cause: string }>('select id, effectiveFrom, at, cause from cause_edition order by version')
    .map((row) => ({ ...row, cause: Cause.parse(JSON.parse(row.cause)) })),
  rules: store
    .all<Saved & { settings: string }>('select id, effectiveFrom, at, settings from rule_edition order by at, id')
    .map((row) => ({ ...row, settings: RuleSettings.parse(JSON.parse(row.settings)) })),
  templates: store
    .all<Saved & { template: string }>('select id, effectiveFrom, at, template from template_edition order by version')
    .map((row) => ({ ...row, template: Template.parse(JSON.parse(row.template)) })),
});

const calendarYears = (store: Pick<Store, 'all'>, shipped: Definitions['calendars']): EnteredYear[] => [
  ...shipped.map((calendar) => ({ calendar, shipped: true })),
  ...store
    .all<{ calendar: string }>('select calendar from calendar_year order by year')
    .map((row) => ({ calendar: CalendarYear.parse(JSON.parse(row.calendar)), shipped: false })),
];

/** The templates of the program, each replaced by the office's own edition where there is one. */
const withEditions = (shipped: Definitions['templates'], own: readonly { template: Template }[]) =>
  new Map([...shipped, ...own.map(({ template }) => [template.id, template] as const)]);

/** The 案由 of the program, each replaced by the office's own edition where there is one, and those the office made. */
const withOwnCauses = (shipped: readonly Cause[], own: readonly { cause: Cause }[]): Cause[] => [
  ...new Map([...shipped, ...own.map(({ cause }) => cause)].map((cause) => [cause.id, cause])).values(),
];

/** The templates with what the lists of the office say of them: 音像记录清单 and 审批流程. */
function withLists(
  templates: ReadonlyMap<string, Template>,
  { recordingLevels, approvals }: Pick<RuleSettings, 'recordingLevels' | 'approvals'>,
): ReadonlyMap<string, Template> {
  const changed = new Map(templates);
  for (const [id, level] of Object.entries(recordingLevels)) {
    const template = changed.get(id);
    if (template) changed.set(id, { ...template, recording: { ...template.recording, level } });
  }
  for (const [id, approval] of Object.entries(approvals)) {
    const template = changed.get(id);
    if (template) changed.set(id, { ...template, approval });
  }
  return changed;
}

export function createEditions(store: Pick<Store, 'all'>, definitions: Definitions): Editions {
  let saved: SavedEditions | undefined;
  let composed = new Map<string, ReadonlyMap<string, Template>>();
  let calendar: Calendar | undefined;
  let periodRules: readonly PeriodRule[] | undefined;

  const editions = (): SavedEditions => (saved ??= readEditions(store));

  const years = (): EnteredYear[] => calendarYears(store, definitions.calendars);

  const ruleEdition = (moment: string) => editions().rules.findLast((rule) => isInForce(rule, moment));
  const rules = (moment: string): RuleSettings => ruleEdition(moment)?.settings ?? RuleSettings.parse({});

  const ownTemplates = (moment: string) => editions().templates.filter((template) => isInForce(template, moment));
  const templates = (moment: string): ReadonlyMap<string, Template> => {
    const own = ownTemplates(moment);
    const key = [ruleEdition(moment), ...own].map((edition) => edition?.id).join();
    const known = composed.get(key) ?? withLists(withEditions(definitions.templates, own), rules(moment));
    composed.set(key, known);
    return known;
  };

  const causes = (moment: string): readonly Cause[] => {
    const own = editions().causes.filter((edition) => isInForce(edition, moment));
    return own.length === 0 ? definitions.causes : withOwnCauses(definitions.causes, own);
  };

  return {
    templates,
    rules,
    causes,
    laws: definitions.laws,
    calendarYears: years,
    writtenTemplates: (moment) => withEditions(definitions.templates, ownTemplates(moment)),
    periodRules: () =>
      (periodRules ??= confirmedRules(
        definitions.periodRules,
        new Set(store.all<{ id: string }>('select id from confirmed_note').map(({ id }) => id)),
      )),
    calendar: () => (calendar ??= calendarOf(years().map((calendarYear) => calendarYear.calendar))),
    refresh: () => {
      saved = undefined;
      composed = new Map();
      calendar = undefined;
      periodRules = undefined;
    },
  };
}
