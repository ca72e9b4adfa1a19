import { expect, test } from 'vitest';
import { passwordProblem } from '../../../shared/identity/password.ts';

const SHORT = '密码至少要有8位，可以是一句好记的话的拼音。';
const UNIFORM = '密码至少要用到4个不同的字符。';
const UNTYPED = '密码只能用字母、数字和键盘上的符号：密码框里打不出汉字，可以用拼音。';
const GUESSED = '这个密码人人都会先试，请换一个，可以是一句好记的话的拼音。';

const table: [string, string | null][] = [
  ['', SHORT],
  ['shili-2', SHORT],
  // Counted as a person counts: a character outside the first plane is one.
  ['𠮷𠮷一二三四五', SHORT],
  ['ｓｈｉｌｉ', SHORT],
  ['shili-20', null],
  ['shili-2026', null],
  ['jintian tianqi hao', null],
  ['一二三四五六七八', UNTYPED],
  ['ａｂｃ一二三四五', UNTYPED],
  ['ｊｉｎｔｉａｎ２０２６', null],
  ['11111111', UNIFORM],
  ['abababab', UNIFORM],
  ['11221122', UNIFORM],
  ['１１１１１１１１', UNIFORM],
  ['password', GUESSED],
  ['PassWord', GUESSED],
  ['woaini1314', GUESSED],
  ['12345678', GUESSED],
  ['1234567890', GUESSED],
  ['87654321', GUESSED],
  ['abcdefgh', GUESSED],
  ['abcd1234', GUESSED],
  ['qwertyui', GUESSED],
  ['qwer1234', GUESSED],
  ['asdfghjkl', GUESSED],
  ['１２３４５６７８', GUESSED],
  ['12345678x', null],
  ['xiaoqiao5512', null],
];

test.each(table)('a new password “%s”', (password, problem) => {
  expect(passwordProblem(password)).toBe(problem);
});
