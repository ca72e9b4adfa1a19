import { RuleSettings } from '../../../shared/case-file.ts';
import { type Calendar, calendarOf, CalendarYear } from '../../../shared/time/calendar.ts';
import { compareMoments, dayOf, isDay } from '../../../shared/time/moments.ts';
import type { PeriodRule } from '../../../shared/periods/rule.ts';
import { confirmedRules } from '../../../shared/regulation/notes.ts';
import { type RecordingLevel, Template } from '../../../shared/template/template.ts';
import type { Definitions } from './load.ts';
import type { Store } from '../store/open.ts';

/**
 * The data in force at a moment or on a day: what the program ships, and over it the editions of this office. A case keeps
 * the editions of the moment it began (第五十条), so a change never alters what a running case was judged by. Of several in
 * force the one saved last counts, so that a later edition also takes the place of one that was to begin after it.
 */
export interface Editions {
  templates: (moment: string) => ReadonlyMap<string, Template>;
  /** The recording level of each paper as its template has it, before the list of the office changes it. */
  templateLevels: (moment: string) => Record<string, RecordingLevel>;
  rules: (moment: string) => RuleSettings;
  /** The period rules; what 法规科 has confirmed counts as read in its source. */
  periodRules: () => readonly PeriodRule[];
  calendar: () => Calendar;
  calendarYears: () => { calendar: CalendarYear; shipped: boolean }[];
  /** Forgets what was read; called after a change. */
  refresh: () => void;
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

export function createEditions(store: Pick<Store, 'all'>, definitions: Definitions): Editions {
  let saved:
    | { rules: (Saved & { settings: RuleSettings })[]; templates: (Saved & { template: Template })[] }
    | undefined;
  let composed = new Map<string, ReadonlyMap<string, Template>>();
  let calendar: Calendar | undefined;
  let periodRules: readonly PeriodRule[] | undefined;

  const editions = (): NonNullable<typeof saved> =>
    (saved ??= {
      rules: store
        .all<Saved & { settings: string }>('select id, effectiveFrom, at, settings from rule_edition order by at, id')
        .map((row) => ({ ...row, settings: RuleSettings.parse(JSON.parse(row.settings)) })),
      templates: store
        .all<Saved & { template: string }>(
          'select id, effectiveFrom, at, template from template_edition order by version',
        )
        .map((row) => ({ ...row, template: Template.parse(JSON.parse(row.template)) })),
    });

  const ruleEdition = (moment: string) => editions().rules.findLast((rule) => isInForce(rule, moment));
  const rules = (moment: string): RuleSettings => ruleEdition(moment)?.settings ?? RuleSettings.parse({});

  const ownTemplates = (moment: string) => editions().templates.filter((template) => isInForce(template, moment));
  const templates = (moment: string): ReadonlyMap<string, Template> => {
    const own = ownTemplates(moment);
    const key = [ruleEdition(moment), ...own].map((item) => item?.id).join();
    const known = composed.get(key) ?? compose(own, rules(moment));
    composed.set(key, known);
    return known;
  };

  const latest = (own: readonly { template: Template }[]): Map<string, Template> =>
    new Map([...definitions.templates, ...own.map(({ template }) => [template.id, template] as const)]);

  function compose(
    own: readonly { template: Template }[],
    { recordingLevels }: RuleSettings,
  ): ReadonlyMap<string, Template> {
    const all = latest(own);
    for (const [id, level] of Object.entries(recordingLevels)) {
      const template = all.get(id);
      if (template) all.set(id, { ...template, recording: { ...template.recording, level } });
    }
    return all;
  }

  const calendarYears = (): { calendar: CalendarYear; shipped: boolean }[] => [
    ...definitions.calendars.map((entry) => ({ calendar: entry, shipped: true })),
    ...store
      .all<{ calendar: string }>('select calendar from calendar_year order by year')
      .map((row) => ({ calendar: CalendarYear.parse(JSON.parse(row.calendar)), shipped: false })),
  ];

  return {
    templates,
    rules,
    calendarYears,
    templateLevels: (moment) =>
      Object.fromEntries([...latest(ownTemplates(moment)).values()].map(({ id, recording }) => [id, recording.level])),
    periodRules: () =>
      (periodRules ??= confirmedRules(
        definitions.periodRules,
        new Set(store.all<{ id: string }>('select id from confirmed_note').map(({ id }) => id)),
      )),
    calendar: () => (calendar ??= calendarOf(calendarYears().map((calendarYear) => calendarYear.calendar))),
    refresh: () => {
      saved = undefined;
      composed = new Map();
      calendar = undefined;
      periodRules = undefined;
    },
  };
}
