import type { InboxDone } from '../../../shared/contract/inbox.ts';
import { dayOf } from '../../../shared/time/moments.ts';
import { type FeatureContext, type OfficeContext, todayOf } from '../context.ts';

/** Entries the program makes by itself, and those that are no work done. */
const notWork = new Set([
  '登录',
  '锁定',
  '让出座位',
  '就地签批',
  '还回座位',
  '接回座位',
  '登记查阅',
  '登记核对值',
  '启用签名密钥',
  '核对密钥文件',
  '更新密钥文件',
  '重算期限',
  '计算SM3',
  '输错密码',
  '稍后办理',
  '取消稍后',
]);

/** So far back the entries of a day are looked for. */
const FURTHEST = 3_000;

interface Entry {
  at: string;
  verb: string;
  what: string;
  subjectId: string;
  caseId: string;
}

/** 今天已办: what this person did today, the newest first; what was done to one thing again and again is told once. */
export function doneToday(contexts: readonly (FeatureContext | OfficeContext)[]): InboxDone[] {
  const entries = contexts.flatMap((context) => entriesOfToday(context)).toSorted((a, b) => b.at.localeCompare(a.at));
  const told = new Map<string, Entry>();
  for (const entry of entries) {
    const key = `${entry.verb} ${entry.subjectId}`;
    if (!told.has(key)) told.set(key, entry);
  }
  return [...told.values()].map(({ at, verb, what, caseId }) => ({
    at,
    verb,
    what,
    caseId: caseId === '' ? null : caseId,
  }));
}

function entriesOfToday(context: FeatureContext | OfficeContext): Entry[] {
  const today = todayOf(context);
  return context.store
    .all<Entry>(
      `select at, verb, what, subjectId, caseId from audit
       where seq > (select max(seq) from audit) - ? and personId = ? and at >= ? order by seq desc`,
      FURTHEST,
      context.operator.personId,
      // The office's day begins in the evening before in UTC.
      new Date(`${today}T00:00:00+08:00`).toISOString(),
    )
    .filter(({ verb, at }) => !notWork.has(verb) && dayOf(at) === today);
}
