import { yearToEnter } from '../../../shared/time/calendar.ts';
import { type FeatureContext, hasRole, todayOf } from '../context.ts';
import { notesOf } from '../regulation/legal-notes.ts';
import { type Line, lineOf } from './item.ts';

/** What 法规科 alone decides: what nobody has verified against its source, and the working days of a year. */
export const ruleLines = (context: FeatureContext): Line[] =>
  hasRole(context.operator, '法规科') ? [...notesLine(context), ...calendarLine(context)] : [];

function notesLine(context: FeatureContext): Line[] {
  const open = notesOf(context).filter(({ confirmed }) => confirmed === null);
  if (open.length === 0) return [];
  return [
    lineOf({
      key: 'notes',
      kind: 'rules',
      title: `核实${open.length}项未经核实的事项`,
      verb: '去核实',
      go: { at: 'settings', section: 'notes' },
      why: `先核实：${open[0]?.where ?? ''}　${open[0]?.sentence ?? ''}`,
      chip: `${open.length} 项`,
    }),
  ];
}

function calendarLine(context: FeatureContext): Line[] {
  const today = todayOf(context);
  const missing = yearToEnter(context.editions.calendar().years, today);
  if (missing === null) return [];
  return [
    lineOf({
      key: `calendar:${missing}`,
      kind: 'rules',
      title: `录入${missing}年的放假安排`,
      verb: '去录入',
      go: { at: 'settings', section: 'calendar' },
      why: `没有${missing}年的放假安排，跨到这一年的工作日期限算不出日期。把国务院办公厅的通知粘贴进去，核对后启用。`,
      harm: 2,
      // From December on, periods of running cases reach into the year.
      undated: today >= `${missing - 1}-12-01` ? 'week' : 'later',
    }),
  ];
}
