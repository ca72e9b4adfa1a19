import { expect, test } from 'vitest';
import { fromMatch } from '../../../../renderer/screens/households/from-match.ts';

const shown = (text: string, ranges: [number, number][]): string =>
  fromMatch(text, ranges)
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('');

test.each([
  ['a match near the beginning stays where it is', '职工每月加班三次', [[4, 2]], '职工每月[加班]三次'],
  ['a cut would save nothing', '十二名职工每加班', [[6, 2]], '十二名职工每[加班]'],
  [
    'of a far match what stands before it goes',
    '2026年1月至2月，你单位职工每月加班三次，加班工资未付',
    [
      [18, 2],
      [23, 2],
    ],
    '…位职工每月[加班]三次，[加班]工资未付',
  ],
  ['without a match it is whole', '没有找到的地方', [], '没有找到的地方'],
] as const)('%s', (_, text, ranges, expected) => {
  expect(
    shown(
      text,
      ranges.map(([start, length]) => [start, length]),
    ),
  ).toBe(expected);
});
