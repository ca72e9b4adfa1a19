import { join } from 'node:path';
import { EditorState } from '@codemirror/state';
import { property, assert, constantFrom, nat, record, string } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { openDefinitions } from '../../../../main/platform/definitions/compiled.ts';
import { pieceWords } from '../../../../renderer/screens/settings/templates/piece-words.ts';
import { breakOf, piecesOf } from '../../../../renderer/screens/settings/templates/text-pieces.ts';
import { textGrammar } from '../../../../renderer/screens/settings/templates/text-grammar.ts';
import { textOptions } from '../../../../renderer/screens/settings/templates/text-options.ts';
import { chipText, refused } from '../../../../renderer/ui/chip-text-state.ts';

const { templates } = openDefinitions(join(import.meta.dirname, '..', '..', '..', '..', 'resources')).definitions;
const texts = [...templates.values()].flatMap((template) =>
  [template.addressee, template.body].flatMap((text) =>
    text === undefined ? [] : [{ name: `${template.id} ${text.slice(0, 12)}`, template, text }],
  ),
);
const sections = (id: string) => templates.get(id)!.sections;

const opened = ({ template, text }: (typeof texts)[number]): EditorState =>
  EditorState.create({ doc: text, extensions: chipText(textGrammar(template.sections), () => undefined) });
/** The text after a change, and why it was refused. */
function changed(state: EditorState, from: number, to: number, insert = ''): { text: string; reason: string | null } {
  const change = state.update({ changes: { from, to, insert } });
  return {
    text: change.state.sliceDoc(),
    reason: change.effects.find((effect) => effect.is(refused))?.value ?? null,
  };
}

describe('the texts of the program', () => {
  test('are all here', () => expect(texts.length).toBeGreaterThan(100));

  it.each(texts)('$name comes out of the editor byte for byte', (given) => {
    const state = opened(given);
    expect(Buffer.from(state.sliceDoc())).toEqual(Buffer.from(given.text));
    const typed = state.update({ changes: { from: 0, insert: '一' } }).state;
    expect(typed.update({ changes: { from: 0, to: 1 } }).state.sliceDoc()).toBe(given.text);
  });

  it.each(texts)('$name is whole, and has words for each of its pieces', ({ template, text }) => {
    expect(breakOf(text)).toBeNull();
    const shown = pieceWords(template.sections)(text);
    expect(shown.filter(({ kind }) => kind === 'closed')).toEqual([]);
    expect(shown.filter(({ words }) => /[A-Za-z]{2}/.test(words)).map(({ words }) => words)).toEqual([]);
    expect(shown.map(({ from, to }) => ({ from, to }))).toEqual(piecesOf(text).map(({ from, to }) => ({ from, to })));
  });
});

describe('a chip', () => {
  it.each(texts)('of $name is deleted whole, and never cut', (given) => {
    const state = opened(given);
    for (const { from, to, kind } of piecesOf(given.text)) {
      for (const [first, last] of [
        [from, from + 1],
        [to - 1, to],
        [from + 1, from + 1],
      ] as const)
        expect(changed(state, first, last, 'x')).toEqual({ text: given.text, reason: expect.stringContaining('整体') });
      if (kind === 'output')
        expect(changed(state, from, to)).toEqual({
          text: given.text.slice(0, from) + given.text.slice(to),
          reason: null,
        });
    }
  });

  const given = {
    name: '',
    template: templates.get('F05c')!,
    text: '甲{% if attend %}乙{{ date | day }}{% endif %}丙',
  };
  it('at one end of a condition stays, and the condition goes as a whole', () => {
    const state = opened(given);
    const [open, , end] = piecesOf(given.text);
    expect(changed(state, open!.from, open!.to)).toEqual({ text: given.text, reason: expect.stringContaining('一对') });
    expect(changed(state, end!.from, end!.to).text).toBe(given.text);
    expect(changed(state, open!.from, end!.to)).toEqual({ text: '甲丙', reason: null });
  });

  it.each(['{{', '{%', '}}', '{{ date', '{% if attend %}'])('typing %s is refused', (typed) =>
    expect(changed(opened(given), 1, 1, typed)).toEqual({ text: given.text, reason: expect.any(String) }),
  );
  it.each(['{', '｛日', '文字', '{{ date | day }}', '一\n\n二', '50%}'.slice(0, 3)])('typing %s is taken', (typed) =>
    expect(changed(opened(given), 1, 1, typed)).toEqual({ text: `甲${typed}${given.text.slice(1)}`, reason: null }),
  );
  it('a text that was broken under 高级 is mended here', () => {
    const broken = { ...given, text: '甲{{ date' };
    expect(changed(opened(broken), 1, broken.text.length)).toEqual({ text: '甲', reason: null });
  });

  test('no change at all breaks a text that was whole', () => {
    const change = record({
      given: constantFrom(...texts),
      at: nat(),
      length: nat(60),
      insert: string({ unit: constantFrom('{', '}', '%', ' ', '字', '\n', 'x'), maxLength: 6 }),
    });
    assert(
      property(change, ({ given: own, at, length, insert }) => {
        const from = at % (own.text.length + 1);
        const to = Math.min(own.text.length, from + length);
        return breakOf(changed(opened(own), from, to, insert).text) === null;
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the words of a piece', () => {
  it.each([
    ['F05a', '{{ to }}', '提交给', 'value'],
    ['F05a', '{{ date | day }}', '日期', 'value'],
    ['F05a', '{{ date }}', '日期', 'value'],
    ['F05a', '{{ number }}', '文号', 'value'],
    ['F05a', '{{ office.address }}', '本机关地址', 'value'],
    ['F05a', '{{ today | day }}', '本文书日期（年月日）', 'value'],
    ['F05a', '{{ unknown }}', '代码', 'closed'],
    ['F05a', '{{ to | upcase }}', '提交给', 'closed'],
    ['S01', '{{ auditors | map: "name" | join: "、" }}', '稽核人员（姓名）', 'value'],
    ['F01', '{% if agents %}', '如果填了“委托代理人”', 'frame'],
    ['F01', '{%- if agents -%}', '如果填了“委托代理人”', 'frame'],
    ['F01', '{% elsif procedureKind == "简易程序" %}', '否则如果“审理程序”是“简易程序”', 'frame'],
    ['F05c', '{% if byHand or attend != "负责人出庭" %}', '如果是空白文书或者“出庭安排”不是“负责人出庭”', 'frame'],
    ['J21', '{% if rights contains "听证" %}', '如果“权利”含有“听证”', 'frame'],
    ['J32', '{% if fined %}', '如果“有缴款内容（罚款、没收违法所得）”为是', 'frame'],
    ['J32', '{% if fined and byHand or evidence %}', '条件', 'closed'],
    ['J32', '{% if penalties.size > 2 %}', '条件', 'closed'],
    ['J32', '{% assign x = 1 %}', '条件', 'closed'],
    ['J32', '{% for item in penalties %}', '逐项：处罚内容', 'frame'],
    ['J32', '{% endfor %}', '逐项完', 'frame'],
  ] as const)('%s %s', (id, text, words, kind) =>
    expect(pieceWords(sections(id))(text)).toEqual([{ from: 0, to: text.length, words, kind }]),
  );

  it('a column is named within its list only', () => {
    const words = pieceWords(sections('J32'))('{% for item in penalties %}{{ item.kind }}{% endfor %}{{ item.kind }}');
    expect(words.map((piece) => piece.words)).toEqual(['逐项：处罚内容', '种类', '逐项完', '代码']);
  });
});

describe('what { offers', () => {
  it.each([...templates.values()].map(({ id, sections: own }) => ({ id, own })))(
    'in $id is called as its chip is, and leaves the text whole',
    ({ own }) => {
      const shown = pieceWords(own);
      const options = textOptions(own);
      expect(options.length).toBeGreaterThan(0);
      for (const { name, text, caret } of options) {
        const [first, ...rest] = shown(text);
        expect(first).toEqual({
          from: 0,
          to: caret ?? text.length,
          words: name,
          kind: expect.not.stringMatching('closed'),
        });
        expect(rest.map(({ words }) => words)).toEqual(caret === undefined ? [] : ['如果完']);
        expect(breakOf(text)).toBeNull();
      }
    },
  );
});
