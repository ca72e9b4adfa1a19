import { fullPinyinOf, initialsOf } from '../../../shared/chinese/pinyin.ts';
import { invalidField } from '../../platform/refusal-error.ts';

/**
 * Refuses a new password that is a name which everybody in the office knows, in characters or in pinyin, with whatever digits: the first that a
 * colleague would try.
 */
export function refuseNames(password: string, names: readonly string[]): void {
  const letters = lettersOf(password);
  const isName = (name: string): boolean =>
    name !== '' && [lettersOf(name), fullPinyinOf(name), initialsOf(name)].includes(letters);
  if (letters !== '' && names.some(isName))
    throw invalidField(
      'password',
      '密码',
      '密码不能就是姓名或者机关名称（拼音、首字母和后面加数字也不行），请换一句别人想不到的话。',
    );
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}]/gu, '');
