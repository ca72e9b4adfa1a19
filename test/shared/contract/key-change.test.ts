import { expect, test } from 'vitest';
import { type KeyChangeDue, keyChangeSentence } from '../../../shared/contract/key-change.ts';

const since = '2026-11-29T17:00:00.000Z';
const table: [string, KeyChangeDue, RegExp][] = [
  [
    'nothing to wait for',
    { since, people: [], letter: false },
    /^2026年11月30日有人离开.*：下一次登录时自动更换，不用另外办理。$/,
  ],
  [
    'one person',
    { since, people: ['李敏'], letter: false },
    /现在还换不了：李敏还没有用新版程序登录过.*重设密码。办好以后/,
  ],
  ['two', { since, people: ['李敏', '赵强'], letter: false }, /：李敏、赵强还没有用新版程序登录过/],
  ['the letter', { since, people: [], letter: true }, /现在还换不了：恢复信还是旧版的.*换发一封。办好以后/],
  ['both', { since, people: ['李敏'], letter: true }, /李敏还没有用新版.*恢复信还是旧版的/],
];

test.each(table)('a change of the key that is due says what it waits for: %s', (_, due, sentence) => {
  expect(keyChangeSentence(due)).toMatch(sentence);
});
