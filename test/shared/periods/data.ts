import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { calendarOf, CalendarYear } from '../../../shared/time/calendar.ts';
import { PeriodRule } from '../../../shared/periods/rule.ts';

export const resources = join(import.meta.dirname, '../../../resources');
const read = (...path: string[]): unknown => parse(readFileSync(join(resources, ...path), 'utf8'));

/** The shipped calendars, 2021–2026. */
export const calendarYears = readdirSync(join(resources, 'calendar')).map((file) =>
  CalendarYear.parse(read('calendar', file)),
);
export const calendar = calendarOf(calendarYears);

/** The shipped rules. */
export const rules = z.array(PeriodRule).parse(read('periods.yaml'));

export function ruleOf(id: string): PeriodRule {
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

/** A made-up rule, for what no shipped rule shows alone. */
export const aRule = (changes: Partial<PeriodRule>): PeriodRule =>
  PeriodRule.parse({
    id: 'T1',
    name: '试验',
    trigger: '事件',
    n: 1,
    unit: 'CD',
    kind: 'max',
    roll: 'no',
    extend: '无',
    suspend: '无',
    basis: '某法1',
    confidence: 'L',
    harm: 2,
    duty: '本机关',
    ...changes,
  });
