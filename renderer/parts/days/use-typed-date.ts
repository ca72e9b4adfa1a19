import { useState } from 'react';

interface TypedDateInUse {
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`, or a text that says no date; empty while there is none. */
  value: string;
  onChange: (value: string) => void;
  /** Told a text that says no date; it becomes the value, so that it is not lost. Without it, the text stays in the field alone. */
  onUnread: ((typed: string) => void) | undefined;
  /** `YYYY-MM-DD` of the office. */
  today: string;
  /** Null when the text says no date. */
  parse: (typed: string, today: string) => string | null;
}

export interface TypedDate {
  /** What the field shows: what is typed, until it was read as a date. */
  text: string;
  isUnread: boolean;
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm` that holds; empty while there is none. */
  date: string;
  type: (text: string) => void;
  /** Reads what was typed, and tells it when it is another date. */
  read: () => void;
  /** Takes a date from elsewhere in place of what was typed. */
  take: (value: string) => void;
}

/** A date as text that is typed now and read when the field is left. */
export function useTypedDate({ value, onChange, onUnread, today, parse }: TypedDateInUse): TypedDate {
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnread, setUnread] = useState(false);
  const take = (next: string): void => {
    setTyped(null);
    setUnread(false);
    if (next !== value) onChange(next);
  };
  const isDate = onUnread === undefined || value === '' || parse(value, today) !== null;
  const keep = (text: string): void => {
    if (onUnread === undefined) return setUnread(true);
    setTyped(null);
    onUnread(text);
  };
  return {
    text: typed ?? (isDate ? value.replace('T', ' ') : value),
    date: isDate ? value : '',
    isUnread: isUnread || (typed === null && !isDate),
    type: setTyped,
    read: () => {
      if (typed === null) return;
      const parsed = typed.trim() === '' ? '' : parse(typed, today);
      if (parsed === null) keep(typed);
      else take(parsed);
    },
    take,
  };
}
