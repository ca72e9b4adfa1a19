import * as z from 'zod';
import { chineseDay } from '../time/chinese-day.ts';

/** A change of the vault key (更换密钥) that is due, because somebody who had it left. */
export const KeyChangeDue = z.object({
  since: z.string(),
  /** Who has to log in once before, or have the password reset. */
  people: z.array(z.string()),
  /** Whether the recovery letter has to be replaced before. */
  letter: z.boolean(),
});
export type KeyChangeDue = z.infer<typeof KeyChangeDue>;

/** How far the change is; `total` is 0 where nobody can tell. */
export const KeyChangeProgress = z.object({ step: z.string(), done: z.int(), total: z.int() });
export type KeyChangeProgress = z.infer<typeof KeyChangeProgress>;

/** Since when it is due, what it waits for, and that nobody has to do anything else. */
export function keyChangeSentence({ since, people, letter }: KeyChangeDue): string {
  const due = `${chineseDay(since)}有人离开，案卷库的密钥应当更换`;
  if (people.length === 0 && !letter) return `${due}：下一次登录时自动更换，不用另外办理。`;
  const who =
    people.length === 0
      ? ''
      : `${people.join('、')}还没有用新版程序登录过，请各自登录一次，或者由系统管理员在“设置—人员”里为其重设密码。`;
  const paper = letter ? '恢复信还是旧版的，请法规科在“设置—恢复信”里换发一封。' : '';
  return `${due}，现在还换不了：${who}${paper}办好以后，下一次登录时自动更换。`;
}
