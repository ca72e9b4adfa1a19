import type { InboxItem } from '../../../shared/contract/inbox.ts';
import type { Dated } from '../../../shared/inbox/order.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import { isOverdue, watchedDate } from '../../../shared/periods/periods.ts';

/** A line before its group and its snooze are known. */
export type Line = Omit<InboxItem, 'group' | 'latest' | 'until'> & Dated;

type Given = Pick<Line, 'key' | 'kind' | 'title' | 'verb' | 'go'> & Partial<Line>;

/** A line with what most lines have not left out. */
export const lineOf = (given: Given): Line => ({
  caseId: null,
  party: '',
  number: '',
  causeName: '',
  why: '',
  lacks: [],
  paperId: null,
  period: null,
  due: null,
  overdue: false,
  harm: 1,
  chip: '',
  since: null,
  undated: 'later',
  ...given,
});

/** The period that binds a line: its last day, whether that has passed, and how bad it is to miss. */
export const boundBy = (
  period: Period | undefined,
  now: string,
): Partial<Pick<Line, 'period' | 'due' | 'overdue' | 'harm'>> =>
  period === undefined
    ? {}
    : {
        period,
        due: watchedDate(period),
        overdue: isOverdue(period, now),
        harm: period.harm,
      };
