import { expect, test } from 'vitest';
import { quoteOf } from '../../../../renderer/parts/verdict/use-opinion-text.ts';
import type { FieldValue } from '../../../../shared/template/values.ts';
import { aCaseFile } from '../../../support/a-case-file.ts';
import { judgementOf } from '../../../support/judgement.ts';

const file = aCaseFile();
const template = judgementOf(file).templates.get('J04')!;
const paper = file.papers.find(({ templateId }) => templateId === 'J04')!;
const quoted = (key: string, value: FieldValue): string =>
  quoteOf({ template, file, paper: { ...paper, values: { ...paper.values, [key]: value } } }, key);

test.each([
  ['a text', 'factSource', '投诉。', '“事实的来源：投诉。”'],
  [
    'a long one in short, on one line',
    'factSource',
    '一二三四五六七八九十\n'.repeat(3),
    '“事实的来源：一二三四五六七八九十 一二三四五六七八九…”',
  ],
  ['a day', 'conductEndedAt', '2026-04-08', '“违法行为发生（终了）日期：2026年4月8日”'],
  ['what is empty', 'conductEndedAt', null, '“违法行为发生（终了）日期：空”'],
  ['no field of the paper', 'unknown', '', ''],
])('an opinion quotes %s', (_, key, value, words) => expect(quoted(key, value)).toBe(words));
