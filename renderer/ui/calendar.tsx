import { parseDate } from '@internationalized/date';
import type { RefObject } from 'react';
import { Button } from 'react-aria-components/Button';
import {
  Calendar as AriaCalendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import css from './calendar.module.css';
import { Icon } from './icon.tsx';
import { useShort } from './measures.ts';

export interface CalendarPopoverProps {
  /** The field it belongs to, and the button at the end of the field. */
  field: RefObject<HTMLElement | null>;
  button: RefObject<HTMLElement | null>;
  /** `YYYY-MM-DD`, marked as chosen and shown first; empty while there is none. */
  day: string;
  /** `YYYY-MM-DD` of the office, marked as such, and shown first while nothing is chosen. */
  today: string;
  onPick: (day: string) => void;
  onClose: () => void;
}

/**
 * A month to pick a day from. Arrows go by day and week, PageUp and PageDown by month, with Shift by year; Enter picks. Esc and a press beside
 * it close it, and the focus goes back to where it was.
 */
export function CalendarPopover({ field, button, day, today, onPick, onClose }: CalendarPopoverProps) {
  // Neither below nor above a field is there room in a low window: it stands beside the button then, over the field.
  const isShort = useShort();
  return (
    <Popover
      isOpen
      onOpenChange={(open) => !open && onClose()}
      triggerRef={isShort ? button : field}
      placement={isShort ? 'left top' : 'bottom start'}
      offset={2}
      className={css.popover ?? ''}
      aria-label="从日历选"
    >
      <AriaCalendar
        aria-label="日历"
        className={css.calendar ?? ''}
        value={day === '' ? null : parseDate(day)}
        defaultFocusedValue={parseDate(day === '' ? today : day)}
        onChange={(picked) => onPick(picked.toString())}
        firstDayOfWeek="mon"
        autoFocus
      >
        <div className={css.head}>
          <Button slot="previous" className={css.turn ?? ''}>
            <Icon name="before" />
          </Button>
          <Heading className={css.month ?? ''} />
          <Button slot="next" className={css.turn ?? ''}>
            <Icon name="after" />
          </Button>
        </div>
        <CalendarGrid className={css.grid ?? ''} weekdayStyle="narrow">
          <CalendarGridHeader>
            {(weekday) => <CalendarHeaderCell className={css.weekday ?? ''}>{weekday}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => (
              <CalendarCell
                date={date}
                className={`${css.day} ${date.toString() === today ? css.today : ''}`}
                data-day={date.toString()}
              />
            )}
          </CalendarGridBody>
        </CalendarGrid>
      </AriaCalendar>
    </Popover>
  );
}
