import { describe, expect, test } from 'vitest';
import { codeText, seenLine, seenText } from '../../shared/typed-text.ts';

describe('what is typed or pasted', () => {
  test.each([
    ['a no-break space of Word', '欠付\u00A0工资', '欠付 工资'],
    ['a narrow one', '12\u202F000元', '12 000元'],
    ['zero-width characters', '王\u200B建\uFEFF国\u2060', '王建国'],
    ['a soft hyphen and marks of direction', '拖\u00AD欠\u200E工资\u202C', '拖欠工资'],
    ['the line break of Word', '第一段\u000B第二段', '第一段\n第二段'],
    ['line ends of other programs', '甲\r\n乙\r丙\u2028丁', '甲\n乙\n丙\n丁'],
    ['controls', '金额\u0007\u0001', '金额'],
    ['Chinese as it should be', '　　经查：你单位拖欠“工资”。\n\t共3人', '　　经查：你单位拖欠“工资”。\n\t共3人'],
  ])('%s', (_, typed, text) => expect(seenText(typed)).toBe(text));

  test('several lines in a field of one become one', () => {
    expect(seenLine('东丰县\u000B好味来饭店\r\n')).toBe('东丰县 好味来饭店');
  });

  test.each([
    ['９１２２０４００ＭＡ００００Ａ１ＸＬ', '91220400MA0000A1XL'],
    ['9122 0400 ma00 00a1 xl', '91220400MA0000A1XL'],
    ['２２０４０２１９８７０５０１０１２１', '220402198705010121'],
    ['22040219870501005x', '22040219870501005X'],
    ['\uFEFF220402 19870501\u00A00121', '220402198705010121'],
  ])('a code: %s', (typed, code) => expect(codeText(typed)).toBe(code));
});
