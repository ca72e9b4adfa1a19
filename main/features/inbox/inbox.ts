import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Inbox, InboxItem } from '../../../shared/contract/inbox.ts';
import { groupOf, inOrder } from '../../../shared/inbox/order.ts';
import { isAsleep, latestSnooze } from '../../../shared/inbox/snooze.ts';
import { type Calendar, calendarOf } from '../../../shared/time/calendar.ts';
import type { Definitions } from '../../platform/definitions/load.ts';
import { casesOf, type Outlooks } from '../cases/outlooks.ts';
import { type FeatureContext, type OfficeContext, todayOf } from '../context.ts';
import type { AreaRouter, Implementer } from '../implementer.ts';
import { verifiedAt } from '../supervision/conclude.ts';
import { assignLines } from './assign-lines.ts';
import { caseLines } from './case-lines.ts';
import { doneToday } from './done.ts';
import type { Line } from './item.ts';
import { joinLines } from './join-lines.ts';
import { officeLines, verificationLine } from './office-lines.ts';
import { supplementLines } from './supplement-lines.ts';
import { alarmLines, approvalLines, filingLines, handoverLines, supervisedLines } from './others-lines.ts';
import { sheetLines } from './sheet-lines.ts';
import { ruleLines } from './rule-lines.ts';
import { readSnoozes, snooze, wake } from './snoozes.ts';

/** Everything 今日 holds, before it is ordered and what is put off is taken out. */
interface Collected {
  todo: Line[];
  waiting: Line[];
  cases: number;
}

interface Source {
  context: FeatureContext | OfficeContext;
  calendar: () => Calendar;
  collect: () => Promise<Collected>;
  done: () => Inbox['done'];
}

/** 今日 of who reads the cases. */
export const inboxOf = (context: FeatureContext, outlooks: Outlooks): Source => ({
  context,
  calendar: () => context.editions.calendar(),
  collect: async () => {
    const { personId, standsInFor } = context.operator;
    for (const id of [personId, ...standsInFor.map((away) => away.personId)]) await outlooks.refresh(casesOf(id));
    const own = caseLines(context);
    // Whoever asks meanwhile is answered between two parts of a long list.
    await nextTurn();
    const approvals = approvalLines(context);
    const sheets = sheetLines(context);
    const assigning = assignLines(context);
    const mine = new Set(approvals.map(({ paperId }) => paperId));
    return {
      ...own,
      // What waits for an opinion of mine waits for nobody else.
      waiting: [
        ...own.waiting.filter(({ paperId }) => paperId === null || !mine.has(paperId)),
        ...sheets.waiting,
        ...assigning.waiting,
      ],
      todo: [
        ...own.todo,
        ...approvals,
        ...sheets.todo,
        ...assigning.todo,
        ...supervisedLines(context),
        ...filingLines(context),
        ...supplementLines(context),
        ...joinLines(context),
        ...handoverLines(context),
        ...alarmLines(context),
        ...ruleLines(context),
        ...verificationLine(context.office, verifiedAt(context)),
        ...officeLines(context.office),
      ],
    };
  },
  done: () => doneToday([context, context.office]),
});

/** 今日 of who has no key to the cases: what people, keys and backups ask for. */
export const officeInboxOf = (context: OfficeContext, definitions: Definitions): Source => ({
  context,
  calendar: () => calendarOf(definitions.calendars),
  collect: async () => ({
    todo: [...verificationLine(context, verifiedAt(context)), ...officeLines(context)],
    waiting: [],
    cases: 0,
  }),
  done: () => doneToday([context]),
});

/** 今日: what the person who is logged in has to do, what waits for others, what was put off, what was done today. */
export function inboxRouter(os: Implementer['inbox'], source: Source) {
  const { context } = source;
  const find = (inbox: Inbox, key: string): InboxItem | undefined =>
    [...inbox.todo, ...inbox.later].find((item) => item.key === key);
  return {
    list: os.list.handler(() => listInbox(source)),
    snooze: os.snooze.handler(async ({ input: { key, until } }) => {
      await snooze(context, find(await listInbox(source), key), until);
      return listInbox(source);
    }),
    wake: os.wake.handler(async ({ input: { key } }) => {
      await wake(context, find(await listInbox(source), key));
      return listInbox(source);
    }),
  } satisfies AreaRouter<'inbox'>;
}

async function listInbox({ context, calendar, collect, done }: Source): Promise<Inbox> {
  const { todo, waiting, cases } = await collect();
  await nextTurn();
  const today = todayOf(context);
  const days = calendar();
  const snoozes = readSnoozes(context);
  const shown = (lines: readonly Line[]): InboxItem[] =>
    inOrder(lines, today, days).map((line) => itemOf(line, snoozes, today, days));
  const items = shown(todo);
  return {
    todo: items.filter(({ until }) => until === null),
    waiting: shown(waiting).map((item) => ({ ...item, until: null })),
    later: items.filter(({ until }) => until !== null).toSorted((a, b) => (a.until ?? '').localeCompare(b.until ?? '')),
    done: done(),
    cases,
  };
}

function itemOf(
  { undated, ...line }: Line,
  snoozes: ReadonlyMap<string, string>,
  today: string,
  days: Calendar,
): InboxItem {
  const latest = latestSnooze(line, today, days);
  const until = snoozes.get(line.key);
  return {
    ...line,
    group: groupOf({ ...line, undated }, today, days),
    latest,
    until: until !== undefined && isAsleep(until, latest, today) ? until : null,
  };
}
