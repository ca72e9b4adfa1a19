import { expect, test } from 'vitest';
import { createTexts } from '../../../../main/platform/print/text.ts';
import type { PaperJob } from '../../../../main/platform/print/job.ts';
import type { Field } from '../../../../shared/template/template.ts';
import { jobs } from './sample-jobs.ts';

const texts = createTexts();
const say = (source: string, rest: Partial<PaperJob> = {}): string[] => texts.paragraphs(source, jobs.letter(rest));

test('values are said as a document says them', () => {
  expect(
    say('{{ partyName }}于{{ decidedAt }}，{{ performBy | day }}前缴{{ amount | money }}（{{ amount | capital }}）'),
  ).toEqual(['临江市老街坊餐饮管理有限公司于2026年11月22日，2026年12月7日前缴12,000.00元（壹万贰仟元整）']);
});

test('papers of the case are named with their numbers', () => {
  expect(say('{{ evidence | list }}')).toEqual(['《调查询问笔录》、《调查询问书》（临人社监询字〔2026〕第007号）']);
});

test('the party, the office and the case can be named', () => {
  expect(say('{{ party.legalRep }} {{ organ }} {{ office.government }} {{ case.number }} {{ number }}')).toEqual([
    '张喆 临江市人力资源和社会保障局 临江市人民政府 临人社监立字〔2026〕第001号 临人社监罚字〔2026〕第001号',
  ]);
});

test('what is missing is a place to write in a draft and a stroke in an issued paper', () => {
  const source = '罚款{{ nothing }}元{% if nothing %}，逾期加处{% endif %}';
  expect(say(source, { state: 'draft' })).toEqual(['罚款＿＿＿＿＿＿元']);
  expect(say(source, { state: 'issued' })).toEqual(['罚款/元']);
  expect(say('{{ nothing | or_blank: 2 }}', { state: 'issued' })).toEqual(['＿＿']);
  expect(say('{{ nothing | day }}{{ nothing | money }}', { state: 'issued' })).toEqual(['//']);
});

test('a blank form leaves room in the shape of what is written, and shows every alternative', () => {
  const fields: Field[] = [
    { key: 'at', label: '时间', type: 'dateTime', required: true },
    { key: 'kind', label: '种类', type: 'choice', required: true, choices: ['警告', '罚款'] },
    { key: 'fined', label: '有罚款', type: 'flag', required: false },
    { key: 'amount', label: '金额', type: 'money', required: true },
    { key: 'officers', label: '执法人员', type: 'officers', required: true },
    {
      key: 'items',
      label: '物品',
      type: 'rows',
      required: true,
      max: 2,
      fields: [{ key: 'name', label: '名称', type: 'text', required: true }],
    },
  ];
  const template = { ...jobs.letter().template, sections: [{ title: '处罚', fields }] };
  const blankOf = (source: string): string[] => say(source, { template, values: {}, state: 'blank' });
  expect(blankOf('{{ at | moment }}')).toEqual(['＿＿＿年＿＿月＿＿日＿＿时＿＿分']);
  expect(blankOf('{{ kind }}{% if fined %}，☐缴款{{ amount | money }}{% endif %}')).toEqual([
    '☐警告　☐罚款，☐缴款＿＿＿＿＿＿元',
  ]);
  expect(
    blankOf(
      '{% for item in items %}{{ forloop.index }}．{{ item.name }}{% if forloop.last %}。{% else %}；{% endif %}{% endfor %}',
    ),
  ).toEqual(['1．＿＿＿＿＿＿＿＿；2．＿＿＿＿＿＿＿＿。']);
  expect(blankOf('{% for officer in officers %}{{ officer.name }}（{{ officer.certNo }}）{% endfor %}')).toEqual([
    '＿＿＿＿（＿＿＿＿＿＿）＿＿＿＿（＿＿＿＿＿＿）',
  ]);
  const alternatives =
    '{% if byHand or kind == "警告" %}{% if byHand %}☐{% endif %}甲{% endif %}{% if byHand or kind == "罚款" %}{% if byHand %}☐{% endif %}乙{% endif %}';
  expect(blankOf(alternatives)).toEqual(['☐甲☐乙']);
  expect(say(alternatives, { template, values: { kind: '罚款' } })).toEqual(['乙']);
});

test('blank lines part paragraphs, lines of one are joined without a space, and a value may bring its own', () => {
  expect(say('  第一\n  行\n\n　　第二{{ facts }}', { values: { facts: '事实一\n事实二' } })).toEqual([
    '第一行',
    '第二事实一',
    '事实二',
  ]);
});

test('a stop typed and a stop of the template are one', () => {
  expect(say('经查，{{ facts }}。{{ facts }}；完', { values: { facts: '拖欠工资。' } })).toEqual([
    '经查，拖欠工资。拖欠工资；完',
  ]);
});

test('what the template says before a value is not said again', () => {
  const joined = (source: string, facts: string): string | undefined => say(source, { values: { facts } })[0];
  expect(joined('经查，你单位存在以下违法行为：{{ facts }}。', '经查，该单位拖欠工资。')).toBe(
    '经查，你单位存在以下违法行为：该单位拖欠工资。',
  );
  expect(joined('本机关查明：{{ facts }}。', '经调查核实，属实')).toBe('本机关查明：属实。');
  expect(joined('因{{ facts }}，未事先通知。', '因为情况紧急。')).toBe('因情况紧急，未事先通知。');
  expect(joined('因{{ facts }}，未事先通知。', '因果关系不明')).toBe('因因果关系不明，未事先通知。');
  expect(joined('依据{{ facts }}的规定，决定如下：', '根据《劳动保障监察条例》第二十五条的规定')).toBe(
    '依据《劳动保障监察条例》第二十五条的规定，决定如下：',
  );
  expect(joined('理由：{{ facts }}。', '他说：“没有。”')).toBe('理由：他说：“没有。”');
  expect(joined('{{ facts }}。', '依据依据《劳动法》的规定的规定办理')).toBe('依据依据《劳动法》的规定的规定办理。');
});

test('on a blank form a paragraph of nothing but room says what belongs there', () => {
  const fields: Field[] = [
    { key: 'reason', label: '理由', type: 'longText', required: true, max: 100 },
    { key: 'name', label: '姓名', type: 'text', required: true, max: 8 },
  ];
  const template = { ...jobs.letter().template, sections: [{ title: '处罚', fields }] };
  const blankOf = (source: string): string[] => say(source, { template, values: {}, state: 'blank' });
  expect(blankOf('{{ reason }}。')).toEqual(['理由：＿＿＿＿＿＿＿＿＿＿＿＿＿＿']);
  expect(blankOf('{% if byHand %}☐{% endif %}{{ reason }}')).toEqual(['☐理由：＿＿＿＿＿＿＿＿＿＿＿＿＿＿']);
  expect(blankOf('{{ name }}称：{{ reason }}')).toEqual(['＿＿＿＿＿＿称：＿＿＿＿＿＿＿＿＿＿＿＿＿＿']);
});

test('typed text is never read as Liquid', () => {
  expect(say('{{ facts }}', { values: { facts: '{{ office.phone }}{% raw %}' } })).toEqual([
    '{{ office.phone }}{% raw %}',
  ]);
});

test('a template can reach no file, no inherited property and no unknown filter', () => {
  expect(() => say("{% include '/etc/passwd' %}")).toThrow(/ENOENT/);
  expect(() => say('{{ facts | shell }}')).toThrow(/undefined filter: shell/);
  expect(say('{{ partyName.constructor }}{{ office.toString }}', { state: 'issued' })).toEqual(['//']);
});

test('a template that never ends is stopped', () => {
  expect(() => say('{% for a in (1..100000000) %}{% for b in (1..100000000) %}x{% endfor %}{% endfor %}')).toThrow(
    /limit/,
  );
});
