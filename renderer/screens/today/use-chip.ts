import { now as clockNow } from '../../data/clock.ts';
import type { InboxItem } from '../../../shared/contract/inbox.ts';
import { useCalendar } from '../../parts/days/day.tsx';
import { useToday } from '../../data/session.ts';
import { chipOf, type Chip } from './inbox-words.ts';

/** What the chip of a line says now. */
export function useChip(item: InboxItem): Chip | null {
  const calendar = useCalendar();
  return chipOf(item, useToday(), () => clockNow().toISOString(), calendar);
}
