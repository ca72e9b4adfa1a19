import type { InboxItem, InboxKind } from '../../../shared/contract/inbox.ts';
import { articleName } from '../../../shared/chinese/article-name.ts';
import type { Group } from '../../../shared/inbox/order.ts';
import type { Calendar } from '../../../shared/time/calendar.ts';
import { dayOf, periodState } from '../../parts/days/day-words.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { TagTone } from '../../ui/tag.tsx';

/** The groups of the list, as they are headed. */
export const groupWords: Readonly<Record<Group, string>> = {
  overdue: '已逾期',
  soon: '3个工作日内',
  week: '本周',
  later: '以后',
};

export const kindIcons: Readonly<Record<InboxKind, IconName>> = {
  approval: 'desk',
  assign: 'handover',
  next: 'write',
  returned: 'back',
  signature: 'sign',
  sheets: 'tray',
  period: 'clock',
  idle: 'clock',
  filing: 'archive',
  handover: 'handover',
  alarm: 'problem',
  rules: 'regulation',
  verification: 'supervision',
  backup: 'disk',
  certificate: 'record',
  people: 'settings',
  join: 'record',
};

/** 4月13日, with the year where it is another one. */
export function shortDay(dayOrMoment: string, today: string): string {
  const [year = '', month = '', day = ''] = dayOf(dayOrMoment).split('-');
  return `${year === today.slice(0, 4) ? '' : `${year}年`}${Number(month)}月${Number(day)}日`;
}

export interface Chip {
  tone: TagTone;
  words: string;
}

/** What the chip of a line says: how its period stands, its last day where that is far, else what the line says of itself. */
export function chipOf(item: InboxItem, today: string, now: () => string, calendar: Calendar | null): Chip | null {
  const { period, due, chip, group, kind } = item;
  if (period !== null && due !== null) {
    const { tone, words } = periodState(period, period.unit === 'H' ? now() : today, calendar);
    if (item.overdue) return { tone: 'overdue', words };
    if (group === 'soon' || tone === 'soon') return { tone: 'soon', words };
    return { tone: 'neutral', words: shortDay(due, today) };
  }
  if (chip === '') return due === null ? null : { tone: 'neutral', words: shortDay(due, today) };
  if (item.overdue) return { tone: 'overdue', words: chip };
  return { tone: kind === 'rules' || kind === 'handover' ? 'neutral' : 'care', words: chip };
}

/** The article and the law a period rests on. */
export function basisWords({ article, basis }: { article: number | null; basis: string }): string {
  return article === null || basis.includes(`本制度${articleName(article)}`)
    ? basis
    : `本制度${articleName(article)}　${basis}`;
}

/** At most so many things are named of what is missing. */
const NAMED = 5;

/** 决定日期、缴款账户等7项; sentences one after the other. */
export function lacksWords(lacks: readonly string[]): string {
  if (lacks.some((lack) => lack.endsWith('。'))) return lacks.slice(0, NAMED).join('');
  const named = lacks.slice(0, NAMED).join('、');
  return lacks.length > NAMED ? `${named}等${lacks.length}项` : named;
}
