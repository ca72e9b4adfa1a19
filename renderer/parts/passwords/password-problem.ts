import { passwordProblem } from '../../../shared/identity/password.ts';

/** The two do not say the same. */
export const DIFFERENT = '两次输入的密码不一样。';

/** What is wrong with a new password typed twice, as a sentence; null when nothing is. */
export function newPasswordProblem(password: string, again: string): string | null {
  return passwordProblem(password) ?? (password === again ? null : DIFFERENT);
}
