import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../../../shared/contract/cases.ts';
import type { Template } from '../../../../shared/template/template.ts';
import { problemsToSay } from '../../../../renderer/screens/case/field-problems.ts';
import { changesOf, remarksOf } from '../../../../renderer/screens/case/history-lines.ts';
import { signatureRows, signaturesOf } from '../../../../renderer/screens/case/signature-rows.ts';
import { valueWords } from '../../../../renderer/parts/records/value-words.ts';
import { aCaseFile } from '../../../support/a-case-file.ts';
import { paperIn, withValues } from '../../../support/change-case-file.ts';
import { uuid } from '../../../support/case-values.ts';
import { definitions } from '../../../support/judgement.ts';

const file = aCaseFile();
const templateOf = (id: string): Template => {
  const template = definitions.templates.get(id);
  if (template === undefined) throw new Error(`no template ${id}`);
  return template;
};

describe('values in words', () => {
  test.each([
    [null, '空'],
    ['', '空'],
    [true, '是'],
    ['2026-03-09', '2026年3月9日'],
    ['2026-03-09T09:05', '2026年3月9日 09:05'],
    [[uuid(115)], '辽人社监罚字〔2026〕第001号'],
    [[uuid(203)], '2026年1月、2月考勤记录'],
    [[{ personId: uuid(1), name: '王建国', certNo: '1', certShown: true }], '王建国（已出示证件）'],
    [[{ q: '何时入职？', a: '去年' }, {}], '何时入职？，去年；空行'],
  ])('%j is %s', (value, words) => expect(valueWords(undefined, value, file)).toBe(words));
  test('money is money', () =>
    expect(valueWords({ key: 'amount', label: '金额', type: 'money', required: false }, 3600, file)).toBe(
      '3,600.00元',
    ));
});

describe('problems at the fields', () => {
  const template = templateOf('J07');
  const said = (
    values: Parameters<typeof withValues>[2],
    telling: { missing: boolean; focused: string | null },
    key: string,
  ): number => problemsToSay(template, paperIn(withValues(file, 'J07', values), 'J07'), telling)(key).length;
  test('what is missing is said only when somebody asked', () => {
    expect(said({ place: '' }, { missing: false, focused: null }, 'place')).toBe(0);
    expect(said({ place: '' }, { missing: true, focused: null }, 'place')).toBe(1);
  });
  test('what is wrong is said once the field is left', () => {
    expect(
      said(
        { respondentIdNumber: '22040119800101' },
        { missing: false, focused: 'respondentIdNumber' },
        'respondentIdNumber',
      ),
    ).toBe(0);
    expect(
      said({ respondentIdNumber: '22040119800101' }, { missing: false, focused: 'place' }, 'respondentIdNumber'),
    ).toBe(1);
  });
  test('a new empty row is not blamed before it is filled', () => {
    expect(said({ qa: [{}] }, { missing: false, focused: null }, 'qa')).toBe(0);
    expect(said({ qa: [{}] }, { missing: true, focused: null }, 'qa')).toBe(2);
  });
});

describe('signatures', () => {
  const unsigned = { ...paperIn(file, 'J07'), signatures: [] };
  test('propose the people the paper names, one row for each place', () => {
    const rows = signatureRows(templateOf('J07'), unsigned, '2026-03-09T10:40');
    expect(rows.map(({ label, signature }) => [label, signature.name])).toEqual([
      ['被询问人', '陈福来'],
      ['询问人（1）', '王建国'],
      ['询问人（2）', '李敏'],
      ['记录人', '李敏'],
    ]);
  });
  test('a place that does not apply is not asked for', () => {
    const withInterpreter = { ...unsigned, values: { ...unsigned.values, interpreter: '朴翻译' } };
    expect(signatureRows(templateOf('J07'), withInterpreter, '').map((row) => row.label)).toContain('翻译');
  });
  test('empty optional places are left out, a refusal without a name is kept, a reason only where it is refused', () => {
    const [asked, first, second] = signatureRows(templateOf('J07'), unsigned, '2026-03-09T10:40');
    if (asked === undefined || first === undefined || second === undefined) throw new Error('rows missing');
    const rows = [
      { ...asked, signature: { ...asked.signature, name: '', mode: '拒签' as const, reason: '认为与事实不符' } },
      { ...first, signature: { ...first.signature, reason: '改签名前写的' } },
      { ...second, signature: { ...second.signature, name: ' ' } },
    ];
    expect(signaturesOf(rows)).toMatchObject([
      { role: '被询问人', mode: '拒签', reason: '认为与事实不符' },
      { role: '询问人', name: '王建国', reason: '' },
    ]);
  });
});

describe('history', () => {
  const entry = (detail: Record<string, unknown>, what = '调查询问笔录'): AuditEntry => ({
    seq: 9,
    at: '2026-03-09T09:00:00Z',
    who: '王建国',
    verb: '填写文书',
    what,
    detail,
    signed: true,
  });
  test('names the fields of the paper and says old and new', () => {
    expect(
      changesOf(
        entry({ before: { place: null, rightsInformed: null }, after: { place: '302室', rightsInformed: true } }),
        file,
        definitions.templates,
      ),
    ).toEqual([
      { label: '询问地点', was: '空', became: '302室' },
      { label: '已告知申请回避、如实回答、核对笔录的权利和义务', was: '空', became: '是' },
    ]);
  });
  test('a paper named by its number is found, unchanged and unticked values are left out', () => {
    const changed = entry(
      { before: { fined: null, performBy: '十五日内' }, after: { fined: false, performBy: '十五日内' } },
      '辽人社监罚字〔2026〕第001号',
    );
    expect(changesOf(changed, file, definitions.templates)).toEqual([]);
  });
  test('the state of a case is said in its words', () => {
    expect(
      changesOf(
        entry({ before: { state: 'open' }, after: { state: 'closed' } }, '涉嫌拖欠工资'),
        file,
        definitions.templates,
      ),
    ).toEqual([{ label: '状态', was: '在办', became: '已结案' }]);
  });
  test('reasons, opinions and signatures are said', () => {
    expect(remarksOf(entry({ opinion: '同意。', reason: '笔误' }))).toEqual(['同意。', '笔误']);
    expect(
      remarksOf(
        entry({
          before: [],
          after: [{ role: '被询问人', name: '陈福来', mode: '拒签', reason: '不认可', witness: '', at: '2026-03-09' }],
        }),
      ),
    ).toEqual(['被询问人：陈福来　拒签（不认可）']);
    expect(remarksOf(entry({ overrides: [{ checkId: 'R15a', reason: '设备故障' }] }))).toEqual([
      '未补正 R15a，理由：设备故障',
    ]);
  });
});
