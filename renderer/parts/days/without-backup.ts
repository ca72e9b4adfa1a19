import { backupDueDays } from '../../../shared/contract/backup.ts';
import { daysBetween } from '../../../shared/time/moments.ts';
import { dayOf, dayWords } from './day-words.ts';

/** What is to be said of the last backup: in the status line, and how many days over the limit it is (null while it is not). */
export function backupWords(since: string, today: string): { words: string; overdueDays: number | null } {
  const days = daysBetween(dayOf(since), today);
  return days > backupDueDays
    ? { words: `已有 ${days} 天没有备份`, overdueDays: days }
    : { words: `上次备份 ${dayWords(dayOf(since))}`, overdueDays: null };
}
