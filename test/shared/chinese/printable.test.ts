import { expect, test } from 'vitest';
import { printableRangesOf } from '../../../scripts/printable-ranges.ts';
import { printableRanges } from '../../../shared/chinese/printable-ranges.ts';
import { unprintableIn } from '../../../shared/chinese/printable.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import { shippedFonts } from '../../main/platform/print/support.ts';
import { aTemplate } from '../template/a-template.ts';

test('the list says what the fonts say; if not, run scripts/printable-ranges.ts', { timeout: 120_000 }, () => {
  expect(printableRangesOf(shippedFonts()) === printableRanges).toBe(true);
});

test.each([
  ['经查：你单位拖欠3名劳动者工资12,000.00元（“欠薪”）。', []],
  ['☑已告知　☐未告知 ①② ㎡ ℃ №', []],
  ['收到😀谢谢😀🥲', ['😀', '🥲']],
  ['\uE0F3一项', ['\uE0F3']],
  ['𠮷野家　龘', []],
])('%s', (text, missing) => expect(unprintableIn(text)).toEqual(missing));

test('the field says it, in rows too, before all else is done; a draft is kept', () => {
  const template = aTemplate([{ key: 'facts', label: '违法事实', type: 'longText', required: true }]);
  expect(problemsOf(template, { facts: '他回了😀' }).map(({ field, sentence }) => [field, sentence])).toEqual([
    ['facts', '“违法事实”里的“😀”（U+1F600）打印不出来，请删去，或者改用别的字。'],
  ]);
  expect(problemsOf(template, { facts: '他回了😀' }, { draft: true })).toEqual([]);
});
