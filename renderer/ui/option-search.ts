import { withoutDots } from '../../shared/chinese/name-form.ts';
import { useCallback, useEffect, useState } from 'react';

type Initials = (name: string) => string;

/** True when every typed word stands in the name, or in the first letters of its pinyin (xzcf finds 行政处罚决定书). */
export function matchesTyped(name: string, typed: string, initials: Initials | null): boolean {
  const text = withoutDots(name).toLowerCase();
  const letters = initials?.(name) ?? '';
  return withoutDots(typed)
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word) || letters.includes(word));
}

let readings: Promise<Initials> | undefined;

/** The dictionary of readings is large: it comes when somebody first uses a list, and each name is read once. */
async function loadReadings(): Promise<Initials> {
  const { initialsOf } = await import('../../shared/chinese/pinyin.ts');
  const known = new Map<string, string>();
  return (name) => {
    const letters = known.get(name) ?? initialsOf(name);
    known.set(name, letters);
    return letters;
  };
}

/** The filter of a list of options, by name at once and by pinyin as soon as the list was `used`. */
export function useOptionFilter(used: boolean): (name: string, typed: string) => boolean {
  const [initials, setInitials] = useState<Initials | null>(null);
  useEffect(() => {
    if (!used) return undefined;
    let gone = false;
    readings ??= loadReadings();
    void readings.then((loaded) => {
      if (!gone) setInitials(() => loaded);
    });
    return () => {
      gone = true;
    };
  }, [used]);
  return useCallback((name: string, typed: string) => matchesTyped(name, typed, initials), [initials]);
}
