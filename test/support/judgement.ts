import type { CaseFile } from '../../shared/case-file.ts';
import { calendarOf } from '../../shared/time/calendar.ts';
import { periodsOf } from '../../shared/periods/periods.ts';
import type { Judgement } from '../../shared/regulation/finding.ts';
import { loadCatalogue } from '../../main/platform/definitions/load.ts';

/** The data the program ships, loaded once for a test file. */
export const catalogue = loadCatalogue('resources');

const calendar = calendarOf(catalogue.calendars);

/** All that checks and guide look at, with the periods of the case by the shipped rules. */
export const judgementOf = (file: CaseFile): Judgement => {
  const procedure = catalogue.procedures.get(file.case.procedure);
  if (procedure === undefined) throw new Error(`No procedure ${file.case.procedure}`);
  return {
    file,
    procedure,
    templates: catalogue.templates,
    periods: periodsOf(file, catalogue.periodRules, calendar),
    phrases: catalogue.phrases,
  };
};
