import { useState } from 'react';

interface TypedDateInUse {
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`; empty while there is none. */
  value: string;
  onChange: (value: string) => void;
  /** `YYYY-MM-DD` of the office. */
  today: string;
  /** Null when the text says no date. */
  parse: (typed: string, today: string) => string | null;
}

export interface TypedDate {
  /** What the field shows: what is typed, until it was read as a date. */
  text: string;
  isUnread: boolean;
  type: (text: string) => void;
  /** Reads what was typed, and tells it when it is another date. */
  read: () => void;
  /** Takes a date from elsewhere in place of what was typed. */
  take: (value: string) => void;
}

/** A date as text that is typed now and read when the field is left. */
export function useTypedDate({ value, onChange, today, parse }: TypedDateInUse): TypedDate {
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnread, setUnread] = useState(false);
  const take = (next: string): void => {
    setTyped(null);
    setUnread(false);
    if (next !== value) onChange(next);
  };
  return {
    text: typed ?? value.replace('T', ' '),
    isUnread,
    type: setTyped,
    read: () => {
      if (typed === null) return;
      const parsed = typed.trim() === '' ? '' : parse(typed, today);
      if (parsed === null) setUnread(true);
      else take(parsed);
    },
    take,
  };
}
