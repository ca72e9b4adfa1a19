import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Cause } from '../../../shared/causes/cause.ts';
import type { Law } from '../../../shared/causes/law.ts';
import { CalendarYear } from '../../../shared/time/calendar.ts';
import { PeriodRule } from '../../../shared/periods/rule.ts';
import { stepFaults } from '../../../shared/procedure/own-steps.ts';
import { Procedure } from '../../../shared/procedure/procedure.ts';
import { Regulation, type Article } from '../../../shared/regulation/article.ts';
import { StalePhrase } from '../../../shared/regulation/phrases.ts';
import { Template } from '../../../shared/template/template.ts';
import { readCauses } from './causes.ts';
import { checkPeriods } from './check-periods.ts';
import { checkPhrases } from './check-phrases.ts';
import { checkProcedure } from './check-procedure.ts';
import { checkTemplate } from './check-template.ts';
import { groupExpander } from './groups.ts';
import { readLaws } from './laws.ts';
import { conform, readSource, type Source } from './source.ts';

/** What the program ships as data, checked and cross-checked. */
export interface Definitions {
  templates: ReadonlyMap<string, Template>;
  procedures: ReadonlyMap<string, Procedure>;
  periodRules: readonly PeriodRule[];
  /** Published working-day calendars, one for each year; `calendarOf` makes them one, with those the office adds. */
  calendars: readonly CalendarYear[];
  articles: readonly Article[];
  /** Wordings the law has left behind. */
  phrases: readonly StalePhrase[];
  /** 案由 with what the office knows of them. */
  causes: readonly Cause[];
  /** The laws that are cited, by version. */
  laws: readonly Law[];
}

/**
 * Reads the data files below `resourcesDir`: templates/, procedures/, calendar/, periods.yaml, regulation/articles.yaml and
 * phrases.yaml, laws/ and causes/.
 * Throws a DataFault with file, line and a Chinese reason at the first fault.
 */
export function loadDefinitions(resourcesDir: string): Definitions {
  const read = (name: string): Source => readSource(join(resourcesDir, name), name);
  const all = (folder: string): Source[] =>
    yamlFiles(join(resourcesDir, folder)).map((file) => read(`${folder}/${file}`));

  const expand = groupExpander(read('templates/groups.yaml'));
  const templates = index(
    all('templates')
      .filter((source) => source.name !== 'templates/groups.yaml')
      .map(expand),
    Template,
  );
  for (const { source, value } of templates.entries) checkTemplate(source, value, templates.byId);

  const procedures = index(all('procedures'), Procedure);
  for (const { source, value } of procedures.entries) checkProcedure(source, value, templates.byId, procedures.byId);

  for (const { source, value } of templates.entries) {
    const [fault] = stepFaults(value, procedures.byId);
    if (fault !== undefined) source.refuse(fault.path.split('.'), fault.sentence.replace(/。$/, ''));
  }

  const deadlines = read('periods.yaml');
  const periodRules = conform(deadlines, z.array(PeriodRule));
  checkPeriods(deadlines, periodRules, templates.byId, procedures.byId);

  const calendars = all('calendar').map((source) => conform(source, CalendarYear));
  const { articles } = conform(read('regulation/articles.yaml'), Regulation);
  const wordings = read('regulation/phrases.yaml');
  const phrases = conform(wordings, z.array(StalePhrase));
  checkPhrases(wordings, phrases, templates.byId);

  const laws = readLaws(all('laws'));
  const causes = readCauses(all('causes'), { laws, procedures: procedures.byId });
  return {
    templates: templates.byId,
    procedures: procedures.byId,
    periodRules,
    calendars,
    articles,
    phrases,
    causes,
    laws,
  };
}

const yamlFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted();

interface Entry<T> {
  source: Source;
  value: T;
}

/** The files as records by id. A file is named after its record, so that a fault is found where it is looked for. */
function index<T extends { id: string }>(
  sources: readonly Source[],
  schema: z.ZodType<T>,
): { entries: Entry<T>[]; byId: Map<string, T> } {
  const entries = sources.map((source) => ({ source, value: conform(source, schema) }));
  for (const { source, value } of entries) {
    if (!source.name.endsWith(`/${value.id.replaceAll('.', '-')}.yaml`))
      source.refuse(['id'], `文件名与编号“${value.id}”不一致`);
  }
  return { entries, byId: new Map(entries.map(({ value }) => [value.id, value])) };
}
