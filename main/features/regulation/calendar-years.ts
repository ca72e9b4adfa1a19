import type { CalendarYear } from '../../../shared/time/calendar.ts';
import { invalidField } from '../../platform/refusal-error.ts';
import { calendarYearTable } from '../../platform/store/tables/regulation.ts';
import { recountPeriods } from '../cases/case-periods.ts';
import { emitChanged, type FeatureContext } from '../context.ts';
import { stampOf } from './decision.ts';

/** Enters the 放假安排 of a year the program does not ship; every period is counted anew. */
export async function addCalendarYear(
  context: FeatureContext,
  calendar: CalendarYear,
): Promise<ReturnType<FeatureContext['editions']['calendarYears']>> {
  const { store, audit, editions, definitions } = context;
  if (definitions.calendars.some(({ year }) => year === calendar.year))
    throw invalidField('year', '年份', `${calendar.year}年的放假安排随程序提供，不能改；确有变动请更新程序。`);
  await store.unit.run(async (tx) => {
    await tx.upsert(calendarYearTable, { year: calendar.year, calendar, ...stampOf(context) }, ['year']);
    audit.append({ verb: '录入工作日历', what: `${calendar.year}年`, detail: { ...calendar } });
  });
  editions.refresh();
  await recountPeriods(context);
  emitChanged(context, ['regulation', 'cases']);
  return editions.calendarYears();
}
