import { describe, expect, test } from 'vitest';
import type { Field } from '../../../shared/template/template.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import type { FieldValue } from '../../../shared/template/values.ts';
import { aTemplate } from './a-template.ts';

type Given = Partial<Field> & Pick<Field, 'type'>;
const wang = { personId: '1', name: '王建国', certNo: '22040100012' };
const li = { personId: '2', name: '李敏', certNo: '22040100035' };
const columns = [
  { key: 'kind', label: '种类', type: 'text' as const, required: true },
  { key: 'amount', label: '金额', type: 'money' as const, required: { field: 'kind', is: ['罚款'] } },
];

/** What is said about one field, called 内容, with this value. */
function said(given: Given, value: FieldValue | undefined, draft = false): string[] {
  const template = aTemplate([{ key: 'content', label: '内容', required: false, ...given }]);
  return problemsOf(template, value === undefined ? {} : { content: value }, { draft }).map(
    (problem) => problem.sentence,
  );
}

describe('a field that must be filled', () => {
  test.each<[Given, FieldValue | undefined, string]>([
    [{ type: 'text' }, undefined, '请填写“内容”。'],
    [{ type: 'longText' }, ' 　\n', '请填写“内容”。'],
    [{ type: 'date' }, null, '请填写“内容”。'],
    [{ type: 'choice', choices: ['甲'] }, '', '请选择“内容”。'],
    [{ type: 'choices', choices: ['甲'] }, [], '请选择“内容”。'],
    [{ type: 'flag' }, false, '请确认“内容”。'],
    [{ type: 'rows', min: 2, fields: columns }, [], '“内容”至少要有2行，请添加。'],
    [{ type: 'officers', min: 2 }, undefined, '“内容”至少要有2人，请选择。'],
    [{ type: 'papers' }, [], '请在“内容”中选择本案文书。'],
    [{ type: 'exhibits' }, undefined, '请在“内容”中选择本案证据。'],
  ])('%o is said to be missing', (given, value, sentence) => {
    expect(said({ ...given, required: true }, value)).toEqual([sentence]);
    expect(said({ ...given, required: true }, value, true)).toEqual([]);
    expect(said({ ...given, required: false }, value)).toEqual([]);
  });

  test('is not missing when it says zero', () => expect(said({ type: 'number', required: true }, 0)).toEqual([]));
});

describe('a value that cannot be kept, not even in a draft', () => {
  test.each<[Given, FieldValue, string]>([
    [{ type: 'text', max: 4 }, '拖欠工资案件', '“内容”最多4字，现有6字，请删减2字。'],
    [{ type: 'text', max: 2 }, '𬱖𠮷堃', '“内容”最多2字，现有3字，请删减1字。'],
    [{ type: 'text' }, 12, '“内容”应填文字。'],
    [{ type: 'date' }, '2026-02-30', '“内容”不是有效的日期，请按“2026-11-22”的样式填写。'],
    [{ type: 'date' }, '2026年3月2日', '“内容”不是有效的日期，请按“2026-11-22”的样式填写。'],
    [{ type: 'dateTime' }, '2026-03-02', '“内容”不是有效的时间，请写明年月日和时分，如“2026-11-22 09:30”。'],
    [{ type: 'dateTime' }, '2026-03-02T24:30', '“内容”不是有效的时间，请写明年月日和时分，如“2026-11-22 09:30”。'],
    [{ type: 'money' }, '三千', '“内容”应填数字。'],
    [{ type: 'flag' }, '是', '“内容”只能勾选或不勾选。'],
    [{ type: 'choice', choices: ['直接', '留置'] }, '口头', '“内容”不能是“口头”，只能选：直接、留置。'],
    [{ type: 'choices', choices: ['陈述', '申辩'] }, ['陈述', '上诉'], '“内容”不能是“上诉”，只能选：陈述、申辩。'],
    [{ type: 'papers' }, '某文书', '“内容”应从本案的文书中选择。'],
    [{ type: 'rows', fields: columns }, ['罚款'], '“内容”应逐行填写。'],
    [{ type: 'officers' }, [{ name: '路人' }], '“内容”应从本单位人员中选择。'],
  ])('%o of %o', (given, value, sentence) => {
    expect(said(given, value)).toEqual([sentence]);
    expect(said(given, value, true)).toEqual([sentence]);
  });
});

describe('a value that must be put right before the paper is issued', () => {
  test.each<[Given, FieldValue, string]>([
    [{ type: 'text', startsWith: '涉嫌' }, '拖欠工资', '“内容”须以“涉嫌”开头。'],
    [{ type: 'text', min: 4 }, '工资', '“内容”至少4字，现有2字。'],
    [{ type: 'money', min: 0.01 }, -5, '“内容”不能小于0.01元，现为-5元。'],
    [{ type: 'money', max: 200 }, 500, '“内容”不能大于200元，现为500元。'],
    [{ type: 'money' }, 10.005, '“内容”最多两位小数（到分）。'],
    [{ type: 'number', max: 9 }, 12, '“内容”不能大于9，现为12。'],
    [{ type: 'text', format: 'phone' }, '1234', '“内容”有误：应为11位手机号，或带区号的固定电话（如0437-3226000）。'],
    [
      { type: 'text', format: 'idNumber' },
      '110105194912310021',
      '“内容”有误：身份证号码与末位校验码不符（按前17位计算应为“X”，现为“1”），请逐位核对。',
    ],
    [{ type: 'text', format: 'uscc' }, '91350100M000100Y4', '“内容”有误：统一社会信用代码应为18位，现为17位。'],
    [{ type: 'choices', choices: ['陈述', '申辩'], min: 2 }, ['陈述'], '“内容”至少要有2项，现有1项。'],
    [{ type: 'rows', fields: columns, max: 1 }, [{ kind: '警告' }, { kind: '警告' }], '“内容”最多1行，现有2行。'],
    [{ type: 'rows', fields: columns }, [{ kind: '警告' }, { kind: '罚款' }], '“内容”第2行：请填写“金额”。'],
    [{ type: 'officers', min: 2 }, [wang], '“内容”至少要有2人，现有1人。'],
    [{ type: 'officers' }, [{ ...wang, certNo: '' }], '“内容”中王建国没有执法证号，请先在“设置—人员”中登记。'],
  ])('%o of %o', (given, value, sentence) => {
    expect(said(given, value)).toEqual([sentence]);
    expect(said(given, value, true)).toEqual([]);
  });

  test('the same officer twice is one officer (第十八条)', () => {
    expect(said({ type: 'officers', min: 2 }, [wang, wang])).toEqual([
      '“内容”至少要有2人，现有1人。',
      '“内容”中同一人填了两次，应为不同的人。',
    ]);
    expect(said({ type: 'officers', min: 2 }, [wang, li])).toEqual([]);
  });

  test.each(['13804370001', '0437-3226000', '04373226000', '3226000', '12333', '400-812-3456'])(
    '%s is a telephone number',
    (phone) => expect(said({ type: 'text', format: 'phone' }, phone)).toEqual([]),
  );

  test.each([0.01, 0.07, 1.1, 3600, 1234567.89])('%d yuan is an amount', (amount) =>
    expect(said({ type: 'money' }, amount)).toEqual([]),
  );
});

describe('conditions', () => {
  const template = aTemplate([
    { key: 'mode', label: '方式', type: 'choice', choices: ['直接', '留置'], required: true },
    {
      key: 'reason',
      label: '拒收事由',
      type: 'text',
      required: true,
      when: { field: 'mode', is: ['留置'] },
      article: [31],
    },
    { key: 'idType', label: '证件', type: 'choice', choices: ['居民身份证', '护照'] },
    {
      key: 'idNumber',
      label: '号码',
      type: 'text',
      format: 'idNumber',
      formatWhen: { field: 'idType', is: ['居民身份证'] },
      required: { field: 'idType', filled: true },
    },
  ]);

  test('a field counts only while its condition holds', () => {
    expect(problemsOf(template, { mode: '直接', reason: '' })).toEqual([]);
    expect(problemsOf(template, { mode: '直接', reason: 7 })).toEqual([]);
    expect(problemsOf(template, { mode: '留置' })).toEqual([
      { field: 'reason', label: '拒收事由', sentence: '请填写“拒收事由”。', article: 31 },
    ]);
  });

  test('a format and a duty to fill may hang on another field', () => {
    expect(problemsOf(template, { mode: '直接', idType: '护照', idNumber: 'E12345678' })).toEqual([]);
    expect(
      problemsOf(template, { mode: '直接', idType: '居民身份证', idNumber: 'E12345678' }).map(
        (problem) => problem.field,
      ),
    ).toEqual(['idNumber']);
    expect(problemsOf(template, { mode: '直接', idType: '护照' }).map((problem) => problem.sentence)).toEqual([
      '请填写“号码”。',
    ]);
  });

  test('what the paper does not have is a problem, in rows too', () => {
    expect(problemsOf(template, { mode: '直接', colour: '红' }, { draft: true })).toEqual([
      { field: 'colour', label: '未知项', sentence: '含有本文书没有的一项，请重新打开文书后再填。', article: null },
    ]);
    const rows = aTemplate([{ key: 'rows', label: '表', type: 'rows', required: false, fields: columns }]);
    expect(problemsOf(rows, { rows: [{ kind: '警告', colour: '红' }] })).toEqual([
      {
        field: 'rows.0.colour',
        label: '未知项',
        sentence: '“表”第1行：含有本文书没有的一项，请重新打开文书后再填。',
        article: null,
      },
    ]);
  });
});

describe('checks between fields', () => {
  const template = aTemplate(
    [
      { key: 'startAt', label: '开始', type: 'dateTime' },
      { key: 'reportAt', label: '报告', type: 'dateTime' },
      { key: 'day', label: '日期', type: 'date' },
      { key: 'officers', label: '调查人员', type: 'officers' },
      { key: 'host', label: '主持人', type: 'text' },
    ],
    {
      checks: [
        { kind: 'order', first: 'startAt', next: 'reportAt', say: '报告不能早于开始。', article: 13 },
        { kind: 'order', first: 'startAt', next: 'day', say: '日期不能早于开始。' },
        { kind: 'within', first: 'startAt', next: 'reportAt', hours: 24, say: '应当在24小时内报告。', article: 13 },
        { kind: 'differ', fields: ['officers', 'host'], say: '主持人不能是调查人员。', article: 25 },
      ],
    },
  );
  const sentences = (values: Record<string, FieldValue>): string[] =>
    problemsOf(template, values).map((problem) => problem.sentence);

  test.each<[Record<string, FieldValue>, string[]]>([
    [{ startAt: '2026-03-02T09:00' }, []],
    [{ startAt: '2026-03-02T09:00', reportAt: '2026-03-02T09:01' }, []],
    [{ startAt: '2026-03-02T09:00', reportAt: '2026-03-02T09:00' }, ['报告不能早于开始。']],
    [{ startAt: '2026-03-02T09:00', reportAt: '2026-03-03T09:00' }, []],
    [{ startAt: '2026-03-02T09:00', reportAt: '2026-03-03T09:01' }, ['应当在24小时内报告。']],
    [{ startAt: '2026-03-02T09:00', day: '2026-03-02' }, []],
    [{ startAt: '2026-03-02T09:00', day: '2026-03-01' }, ['日期不能早于开始。']],
    [
      { startAt: '2026-03-02T09:00', reportAt: '不详' },
      ['“报告”不是有效的时间，请写明年月日和时分，如“2026-11-22 09:30”。'],
    ],
    [{ officers: [wang, li], host: '赵强' }, []],
    [{ officers: [wang, li], host: '李敏' }, ['主持人不能是调查人员。']],
    [{ officers: [wang, li], host: '赵强、李敏' }, ['主持人不能是调查人员。']],
  ])('%o', (values, expected) => expect(sentences(values)).toEqual(expected));

  test('a draft may still be out of order', () =>
    expect(problemsOf(template, { officers: [wang], host: '王建国' }, { draft: true })).toEqual([]));
});
