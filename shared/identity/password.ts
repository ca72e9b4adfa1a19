/** Shortest password, in characters as a person counts them. */
export const shortestPassword = 8;

export const passwordLength = (password: string): number => [...password.normalize('NFKC')].length;

/** What everybody tries first, of at least eight characters, in lower case; runs and repetitions are found by rule. */
const mostUsed: ReadonlySet<string> = new Set([
  '1qaz2wsx',
  '123qwe123',
  '147258369',
  '159357456',
  '5201314520',
  'a1234567',
  'a12345678',
  'a123456789',
  'aa123456',
  'abc12345',
  'abc123456',
  'admin123',
  'admin888',
  'administrator',
  'asd123456',
  'iloveyou',
  'passw0rd',
  'password',
  'password1',
  'qq123456',
  'qq123456789',
  'qwe123456',
  'qwer1234',
  'root1234',
  'woaini123',
  'woaini520',
  'woaini1314',
  'woaiwojia',
  'zxcvbnm123',
]);
/** As they lie on the keyboard, in the alphabet, and in what is typed by heart. */
const runs = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const fewestDifferent = 4;

/** What is wrong with a new password, as a sentence; null when nothing is. No kind of character is asked for, and none ever runs out. */
export function passwordProblem(password: string): string | null {
  if (passwordLength(password) < shortestPassword)
    return `密码至少要有${shortestPassword}位，可以是一句好记的话的拼音。`;
  const plain = password.normalize('NFKC').toLowerCase();
  if (/[^ -~]/.test(plain)) return '密码只能用字母、数字和键盘上的符号：密码框里打不出汉字，可以用拼音。';
  if (new Set(plain).size < fewestDifferent) return `密码至少要用到${fewestDifferent}个不同的字符。`;
  if (mostUsed.has(plain) || isRun(plain)) return '这个密码人人都会先试，请换一个，可以是一句好记的话的拼音。';
  return null;
}

/** Pieces of the runs, forwards or backwards: 12345678, abcd1234, 87654321. */
function isRun(plain: string): boolean {
  let rest = plain;
  while (rest !== '') {
    const piece = Math.max(...runs.map((run) => leadingRun(rest, run)));
    if (piece < 3) return false;
    rest = rest.slice(piece);
  }
  return true;
}

/** How many characters of the beginning follow one another in the run. */
function leadingRun(text: string, run: string): number {
  const backwards = [...run].toReversed().join('');
  let length = 0;
  while (
    length < text.length &&
    (run.includes(text.slice(0, length + 1)) || backwards.includes(text.slice(0, length + 1)))
  )
    length += 1;
  return length;
}
