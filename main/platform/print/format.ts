import { chineseDay } from '../../../shared/time/chinese-day.ts';
import { isDay, isMoment, momentOf } from '../../../shared/time/moments.ts';

/** A moment → 2026年11月2日9时05分 in Beijing time; a day → 2026年11月2日; other text is returned as it is. */
export function chineseMoment(text: string): string {
  if (!isMoment(text)) return chineseDay(text);
  const clock = momentOf(text).slice(11);
  return `${chineseDay(text)}${Number(clock.slice(0, 2))}时${clock.slice(3)}分`;
}

/** Yuan → `12,000.00元`. */
export const money = (yuan: number): string =>
  `${yuan.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}元`;

/** `2026-11-22` → 20261122, the form of dates in a 卷内文件目录; other text is returned as it is. */
export const compactDay = (text: string): string => (isDay(text) ? text.replaceAll('-', '') : text);

/** Seconds → 1小时2分3秒. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return `${hours > 0 ? `${hours}小时` : ''}${hours > 0 || minutes > 0 ? `${minutes}分` : ''}${rest}秒`;
}
