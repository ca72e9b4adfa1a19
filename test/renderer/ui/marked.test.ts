import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marked } from '../../../renderer/ui/marked.ts';

describe('marked', () => {
  it('cuts the found characters out', () => {
    expect(marked('对张三的询问', [[1, 2]])).toEqual([
      { text: '对', found: false, start: 0 },
      { text: '张三', found: true, start: 1 },
      { text: '的询问', found: false, start: 3 },
    ]);
  });

  it('takes ranges in any order, overlapping or past the end', () => {
    expect(
      marked('张三李四', [
        [3, 9],
        [0, 2],
        [1, 1],
      ])
        .map(({ text, found }) => (found ? `[${text}]` : text))
        .join(''),
    ).toBe('[张三]李[四]');
  });

  it('never loses or repeats a character', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.nat(20), fc.nat(20))), (text, ranges) => {
        expect(
          marked(text, ranges)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
