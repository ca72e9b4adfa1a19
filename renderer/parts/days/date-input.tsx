import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { isComposing } from '../../ui/keys.ts';
import { useToday } from '../../data/session.ts';
import { parseDay, parseMoment } from './typed-day.ts';

export interface DateInputProps {
  /** `YYYY-MM-DD`, with `withTime` `YYYY-MM-DDTHH:mm`; empty while there is none. */
  value: string;
  /** Told only whole dates, or '' when the field was emptied. */
  onChange: (value: string) => void;
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

const shown = (value: string): string => value.replace('T', ' ');

/** A date that is typed the way clerks write it (20261122, 11.22, 今天) or picked from the calendar. */
export function DateInput({ value, onChange, onBlur, withTime = false, readOnly = false, ...control }: DateInputProps) {
  const today = useToday();
  const [typed, setTyped] = useState<string | null>(null);
  const [unread, setUnread] = useState(false);
  const calendar = useRef<HTMLInputElement>(null);

  const read = (): void => {
    if (typed === null) return;
    const parsed = typed.trim() === '' ? '' : (withTime ? parseMoment : parseDay)(typed, today);
    setUnread(parsed === null);
    if (parsed === null) return;
    setTyped(null);
    if (parsed !== value) onChange(parsed);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // F2 and F4 judge what stands in the field, which nobody has left yet.
    if (/^(Enter|F\d+)$/.test(event.key) && !isComposing(event.nativeEvent)) read();
    if (event.key === 'ArrowDown' && event.altKey) calendar.current?.showPicker();
  };
  const pick = (picked: string): void => {
    setTyped(null);
    setUnread(false);
    if (picked !== '') onChange(picked);
  };

  return (
    <span className="date-input">
      <input
        {...control}
        type="text"
        className="input"
        inputMode="numeric"
        autoComplete="off"
        placeholder={withTime ? '如 26.11.22 9:30' : '如 26.11.22'}
        readOnly={readOnly}
        aria-invalid={unread || control['aria-invalid']}
        value={typed ?? shown(value)}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          read();
          onBlur?.(event);
        }}
      />
      {!readOnly && (
        <button
          type="button"
          className="date-input-open"
          tabIndex={-1}
          aria-label="从日历选"
          onClick={() => calendar.current?.showPicker()}
        >
          ▾
        </button>
      )}
      {/* Chromium's own calendar; the person types into the text field, so this one is only its picker. */}
      <input
        ref={calendar}
        className="date-input-calendar"
        type={withTime ? 'datetime-local' : 'date'}
        tabIndex={-1}
        aria-hidden
        value={value}
        onChange={(event) => pick(event.target.value)}
      />
      {unread && (
        <span role="alert" className="labelled-problem">
          {withTime
            ? `看不懂“${typed}”，请写成 11.22 9:30 或 2026-11-22 09:30。`
            : `看不懂“${typed}”，请写成 11.22、20261122、2026-11-22 或“今天”。`}
        </span>
      )}
    </span>
  );
}
