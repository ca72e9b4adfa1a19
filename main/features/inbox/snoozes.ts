import type { InboxItem } from '../../../shared/contract/inbox.ts';
import { type FeatureContext, type OfficeContext, emitChanged, todayOf } from '../context.ts';
import { invalidField } from '../../platform/refusal-error.ts';

type Context = FeatureContext | OfficeContext;

/** What this person has put off, by the key of the line, each with its day. */
export const readSnoozes = ({ store, operator }: Context): ReadonlyMap<string, string> =>
  new Map(
    store
      .all<{ key: string; until: string }>('select key, until from snooze where personId = ?', operator.personId)
      .map(({ key, until }) => [key, until]),
  );

/** Puts a line off, on record; refuses what may not wait, and a day that is too late. */
export async function snooze(context: Context, item: InboxItem | undefined, until: string): Promise<void> {
  const sentence = refusalOf(item, until, todayOf(context));
  if (item === undefined || sentence !== null) throw invalidField('until', '稍后到', sentence ?? '');
  await context.store.unit.run(async () => {
    dropPassed(context);
    context.store.run(
      'insert into snooze (personId, key, until) values (?, ?, ?) on conflict (personId, key) do update set until = excluded.until',
      context.operator.personId,
      item.key,
      until,
    );
    context.audit.append({ verb: '稍后办理', what: item.title, ...subjectOf(item), detail: { until } });
  });
  emitChanged(context, []);
}

/** Takes a line back from 稍后. */
export async function wake(context: Context, item: InboxItem | undefined): Promise<void> {
  if (item?.until === null || item === undefined) return;
  await context.store.unit.run(async () => {
    context.store.run('delete from snooze where personId = ? and key = ?', context.operator.personId, item.key);
    context.audit.append({ verb: '取消稍后', what: item.title, ...subjectOf(item) });
  });
  emitChanged(context, []);
}

function refusalOf(item: InboxItem | undefined, until: string, today: string): string | null {
  if (item === undefined) return '这一项已经不在今日里，可能已经办完。';
  if (until <= today) return '请选今天以后的日期。';
  if (item.overdue) return `“${item.title}”已经逾期，不能稍后，请现在办理。`;
  if (item.latest === null) return `“${item.title}”离最后一天不足3个工作日，不能稍后，请现在办理。`;
  return until > item.latest ? `最晚只能稍后到${item.latest}，要给到期前留出3个工作日。` : null;
}

const subjectOf = ({ key, caseId }: InboxItem) => ({ subjectId: key, ...(caseId === null ? {} : { caseId }) });

/** Days that have come hide nothing any more. */
const dropPassed = (context: Context): void =>
  context.store.run(
    'delete from snooze where personId = ? and until <= ?',
    context.operator.personId,
    todayOf(context),
  );
