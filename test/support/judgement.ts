import type { CaseFile } from '../../shared/case-file.ts';
import { calendarOf } from '../../shared/time/calendar.ts';
import { periodsOf } from '../../shared/periods/periods.ts';
import type { Judgement } from '../../shared/regulation/finding.ts';
import { loadDefinitions } from '../../main/platform/definitions/load.ts';

/** The data the program ships, loaded once for a test file. */
export const definitions = loadDefinitions('resources');

const calendar = calendarOf(definitions.calendars);

/** All that checks and guide look at, with the periods of the case by the shipped rules. */
export const judgementOf = (file: CaseFile): Judgement => {
  const procedure = definitions.procedures.get(file.case.procedure);
  if (procedure === undefined) throw new Error(`No procedure ${file.case.procedure}`);
  return {
    file,
    procedure,
    templates: definitions.templates,
    periods: periodsOf(file, definitions.periodRules, calendar),
    phrases: definitions.phrases,
    laws: definitions.laws,
  };
};
