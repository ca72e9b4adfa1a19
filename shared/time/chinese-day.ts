import { isDay, isMoment, momentOf } from './moments.ts';

/** `2026-11-02` or a moment → 2026年11月2日 (月、日不编虚位, GB/T 9704-2012 7.3.5); other text is returned as it is. */
export function chineseDay(text: string): string {
  if (!isDay(text) && !isMoment(text)) return text;
  const day = momentOf(text);
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}
