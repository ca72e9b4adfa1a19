import { lazy, Suspense, useRef, useState, type FocusEvent, type KeyboardEvent, type Ref } from 'react';
import { useToday } from '../../data/session.ts';
import { useHeldWhilePressed } from '../../ui/held-while-pressed.ts';
import { Icon } from '../../ui/icon.tsx';
import { isComposing } from '../../ui/keys.ts';
import css from './date-input.module.css';
import { parseDay, parseMoment } from './typed-day.ts';
import { useTypedDate } from './use-typed-date.ts';

// The calendar comes when it is first asked for: most dates are typed.
const CalendarPopover = lazy(async () => ({ default: (await import('../../ui/calendar.tsx')).CalendarPopover }));

export interface DateInputProps {
  /** `YYYY-MM-DD`, with `withTime` `YYYY-MM-DDTHH:mm`; empty while there is none. */
  value: string;
  /** Told only whole dates, or '' when the field was emptied. */
  onChange: (value: string) => void;
  /** Told a text that says no date; the caller keeps it as the value and says what is wrong with it. */
  onUnread?: (typed: string) => void;
  /** After the typed text was read; the value has been told by then. */
  onBlur?: (event: FocusEvent<HTMLInputElement>) => void;
  withTime?: boolean;
  id?: string;
  name?: string;
  readOnly?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean;
  'aria-required'?: boolean;
}

/** A date that is typed the way clerks write it (20261122, 11.22, 今天) or picked from the calendar (Alt+↓). */
export function DateInput(props: DateInputProps) {
  const { value, onChange, onUnread, onBlur, withTime = false, readOnly = false, ...control } = props;
  const today = useToday();
  const date = useTypedDate({ value, onChange, onUnread, today, parse: withTime ? parseMoment : parseDay });
  const unread = useHeldWhilePressed(date.isUnread && onUnread === undefined ? date.text : null);
  const [picking, setPicking] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const openCalendar = (): void => {
    date.read();
    // Closing the calendar gives the focus back to what had it.
    input.current?.focus();
    setPicking(true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    // F2 and F4 judge what stands in the field, which nobody has left yet.
    if (/^(Enter|F\d+)$/.test(event.key)) date.read();
    if (readOnly || event.key !== 'ArrowDown' || !event.altKey) return;
    event.preventDefault();
    openCalendar();
  };
  const calendar = {
    onPick: (day: string): void => {
      setPicking(false);
      if (!withTime) date.take(day);
      else if (date.date !== '') date.take(`${day}${date.date.slice(10)}`);
      // The time is typed behind the day.
      else date.type(`${day} `);
    },
    onClose: () => setPicking(false),
  };

  return (
    <div ref={whole} className={css.whole}>
      <input
        {...control}
        ref={input}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder={placeholderOf(today, withTime)}
        readOnly={readOnly}
        aria-invalid={date.isUnread || control['aria-invalid']}
        value={date.text}
        onChange={(event) => date.type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          // The focus is in the calendar for a moment: nobody has left the field.
          if (picking) return;
          date.read();
          onBlur?.(event);
        }}
      />
      {!readOnly && <OpenButton ref={button} picking={picking} onOpen={openCalendar} />}
      {picking && (
        <Suspense fallback={null}>
          <CalendarPopover field={whole} button={button} day={date.date.slice(0, 10)} today={today} {...calendar} />
        </Suspense>
      )}
      {unread !== null && <Unread typed={unread} withTime={withTime} />}
    </div>
  );
}

/** The day of the office, as it is typed: an example that could be meant. */
function placeholderOf(today: string, withTime: boolean): string {
  const [, month, day] = today.split('-').map(Number);
  return withTime ? `今天 9:30，或 ${month}.${day} 9:30` : `今天，或 ${month}.${day}`;
}

/** For the mouse; the keyboard opens the calendar with Alt+↓. */
function OpenButton({ ref, picking, onOpen }: { ref: Ref<HTMLButtonElement>; picking: boolean; onOpen: () => void }) {
  return (
    <button
      ref={ref}
      type="button"
      className={css.open}
      tabIndex={-1}
      aria-label="从日历选"
      title="从日历选（Alt+↓）"
      aria-haspopup="dialog"
      aria-expanded={picking}
      onClick={onOpen}
    >
      <Icon name="calendar" />
    </button>
  );
}

function Unread({ typed, withTime }: { typed: string; withTime: boolean }) {
  return (
    <span role="alert" className={css.problem}>
      {withTime
        ? `看不懂“${typed}”，请写成 11.22 9:30 或 2026-11-22 09:30。`
        : `看不懂“${typed}”，请写成 11.22、20261122、2026-11-22 或“今天”。`}
    </span>
  );
}
