import { EntitySchema } from 'typeorm';
import type { CalendarYear } from '../../../../shared/time/calendar.ts';
import type { Answer, RuleSettings } from '../../../../shared/case-file.ts';
import type { Cause } from '../../../../shared/causes/cause.ts';
import type { Template } from '../../../../shared/template/template.ts';
import { id, integer, json, text } from '../columns.ts';

export interface TemplateEditionRow {
  id: string;
  templateId: string;
  version: number;
  template: Template;
  effectiveFrom: string;
  by: string;
  at: string;
  reason: string;
}
export const templateEditionTable = new EntitySchema<TemplateEditionRow>({
  name: 'template_edition',
  columns: {
    id: id(),
    templateId: text(),
    version: integer(),
    template: json(),
    effectiveFrom: text(),
    by: text(),
    at: text(),
    reason: text(),
  },
});

export interface RuleEditionRow {
  id: string;
  settings: RuleSettings;
  effectiveFrom: string;
  by: string;
  at: string;
  reason: string;
}
export const ruleEditionTable = new EntitySchema<RuleEditionRow>({
  name: 'rule_edition',
  columns: { id: id(), settings: json(), effectiveFrom: text(), by: text(), at: text(), reason: text() },
});

export interface CauseEditionRow {
  id: string;
  causeId: string;
  version: number;
  cause: Cause;
  effectiveFrom: string;
  by: string;
  at: string;
  reason: string;
}
export const causeEditionTable = new EntitySchema<CauseEditionRow>({
  name: 'cause_edition',
  columns: {
    id: id(),
    causeId: text(),
    version: integer(),
    cause: json(),
    effectiveFrom: text(),
    by: text(),
    at: text(),
    reason: text(),
  },
});

export interface CalendarYearRow {
  year: number;
  calendar: CalendarYear;
  by: string;
  at: string;
}
export const calendarYearTable = new EntitySchema<CalendarYearRow>({
  name: 'calendar_year',
  columns: { year: { type: 'integer', primary: true }, calendar: json(), by: text(), at: text() },
});

export interface ConfirmedNoteRow {
  id: string;
  by: string;
  at: string;
  remark: string;
}
export const confirmedNoteTable = new EntitySchema<ConfirmedNoteRow>({
  name: 'confirmed_note',
  columns: { id: id(), by: text(), at: text(), remark: text() },
});

export interface CaseAnswerRow extends Answer {
  id: string;
  caseId: string;
}
export const caseAnswerTable = new EntitySchema<CaseAnswerRow>({
  name: 'case_answer',
  columns: { id: id(), caseId: text(), questionId: text(), answer: text(), note: text(), by: text(), at: text() },
});
