/** Shortest password, counted as a clerk is told: a Chinese character counts as two. */
export const shortestPassword = 8;

/** Length of a password as the rule counts it: characters outside ASCII are drawn from far more and count twice. */
export const passwordLength = (password: string): number =>
  [...password.normalize('NFKC')].reduce((length, character) => length + (character.charCodeAt(0) < 0x80 ? 1 : 2), 0);

/** What is wrong with a new password, as a sentence; null when nothing is. */
export const passwordProblem = (password: string): string | null =>
  passwordLength(password) < shortestPassword
    ? `密码至少要有${shortestPassword}位（一个汉字算两位），可以用一句好记的话。`
    : null;
