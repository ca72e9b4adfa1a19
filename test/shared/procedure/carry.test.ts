import { describe, expect, test } from 'vitest';
import { carriedValue, initialValues, newRow, originOf, valuesFollowing } from '../../../shared/procedure/carry.ts';
import type { CaseFile } from '../../../shared/case-file.ts';
import type { Field } from '../../../shared/template/template.ts';
import type { RowValue } from '../../../shared/template/values.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { paperIn, withPaper, without } from '../../support/change-case-file.ts';
import { person, twoParties } from '../../support/two-parties.ts';
import { aTemplate } from '../template/a-template.ts';

const file = aCaseFile();
const field = (from: string, over: Partial<Field> = {}): Field => ({
  key: 'one',
  label: '一',
  type: 'text',
  required: false,
  from,
  ...over,
});

describe('a value typed once is carried over', () => {
  test.each<[Field, unknown, string | undefined]>([
    [field('party.name'), '辽源市福满园餐饮有限公司', '来自 一户式档案'],
    [field('case.causeName'), '涉嫌违反规定延长劳动者工作时间', '来自 案件登记'],
    [field('office.name'), '辽源市人力资源和社会保障局', '来自 本单位设置'],
    [field('paper.J32.number'), '辽人社监罚字〔2026〕第001号', '来自 行政处罚决定书'],
    [field('paper.J21.servedOn', { type: 'date' }), '2026-03-24', '来自 行政处罚（处理）事先告知书的送达回证'],
    [
      field('paper.J18.suggestion', { type: 'choice', choices: ['行政处罚', '行政处理'] }),
      '行政处罚',
      '来自 调查终结报告',
    ],
    [field('paper.J18.suggestion', { type: 'choice', choices: ['行政处罚', '不予行政处罚'] }), undefined, undefined],
    [field('paper.J18.surveyEndAt', { type: 'date' }), '2026-03-20', '来自 调查终结报告'],
    [field('paper.J23.at', { type: 'date' }), '2026-03-27', '来自 陈述申辩笔录'],
    [
      field('officers', { type: 'officers' }),
      [
        { personId: expect.any(String), name: '王建国', certNo: '22040100012' },
        { personId: expect.any(String), name: '李敏', certNo: '22040100035' },
      ],
      '来自 本案承办人',
    ],
    [field('officers'), '王建国、李敏', '来自 本案承办人'],
    [field('paper.J21.rights'), '陈述、申辩', '来自 行政处罚（处理）事先告知书'],
    [field('today', { type: 'date' }), '2026-04-24', '今天的日期'],
  ])('%o', (asked, value, origin) => {
    expect(carriedValue(asked, file)).toEqual(value);
    expect(originOf(asked, file)).toBe(origin);
  });

  test('the rows of a list, with what their empty cells take from the 案由; a new row begins with the same', () => {
    const penalties = field('paper.J21.penalties', {
      type: 'rows',
      fields: [
        { key: 'kind', label: '种类', type: 'choice', required: true, choices: ['警告', '罚款'] },
        field('cause.penal | paper.J18.legalBasis', { key: 'basis', label: '依据' }),
      ],
    });
    const notice = paperIn(file, 'J21');
    const rows: RowValue[] = [
      { kind: '警告' },
      { kind: '罚款', amount: 3600, basis: '《劳动保障监察条例》第二十五条，按每人300元' },
    ];
    const announced = withPaper(file, 'J21', { ...notice, values: { ...notice.values, penalties: rows } });
    const basis = paperIn(file, 'J18').values['legalBasis'];
    expect(basis).toEqual(expect.stringContaining('条例'));
    expect(carriedValue(penalties, announced)).toEqual([{ kind: '警告', basis }, rows[1]]);
    expect(newRow(penalties, announced)).toEqual({ basis });
    const cause = { penal: '《劳动保障监察条例》第二十五条第一款' } as CaseFile['cause'];
    expect(newRow(penalties, { ...announced, cause })).toEqual({ basis: '《劳动保障监察条例》第二十五条第一款' });
  });

  test('from the case it was begun from (由本案另立案件): its source, the paper that led to it, and what its papers say', () => {
    const origin = {
      id: 'inspection',
      number: '辽人社监检字〔2026〕第001号',
      causeName: '工资支付情况检查',
      procedure: 'inspection',
      stands: 'origin' as const,
      lead: 'penalty',
      source: '行政检查发现',
      reference: '《行政检查结果告知书》（辽人社监检告字〔2026〕第001号）',
      papers: [
        {
          ...paperIn(file, 'J32'),
          templateId: 'J11',
          name: '行政检查结果告知书',
          values: { findings: '拖欠七人工资' },
        },
      ],
    };
    const begun = { ...file, papers: [], chain: [origin] };
    const source = field('origin.source | origin.J01.sourceType', {
      type: 'choice',
      choices: ['投诉', '行政检查发现'],
    });
    expect(carriedValue(source, begun)).toBe('行政检查发现');
    expect(originOf(source, begun)).toBe('来自 来源案件');
    expect(carriedValue(field('origin.reference'), begun)).toBe(origin.reference);
    expect(carriedValue(field('origin.J11.findings | origin.J01.facts'), begun)).toBe('拖欠七人工资');
    expect(originOf(field('origin.J11.findings'), begun)).toBe('来自 来源案件的行政检查结果告知书');
    // Of the cases begun from this one nothing is quoted, and without an origin there is nothing.
    expect(carriedValue(source, { ...begun, chain: [{ ...origin, stands: 'begun' }] })).toBeUndefined();
    expect(carriedValue(source, file)).toBeUndefined();
  });

  test('from the case it follows, where several were punished, only of the own party', () => {
    const { parties, papers } = twoParties();
    const enforcing = (against: typeof parties) => ({
      ...file,
      parties: against,
      papers: [],
      linked: [
        { id: 'penalty', number: '', causeName: '', procedure: 'penalty.ordinary', stands: 'earlier' as const, papers },
      ],
    });
    expect(carriedValue(field('paper.J32.number'), enforcing(file.parties))).toBe('辽人社监罚字〔2026〕第001号');
    expect(carriedValue(field('paper.J32.number'), enforcing([person]))).toBe('辽人社监罚字〔2026〕第002号');
  });

  test('the time of day only when it is told', () => {
    expect(carriedValue(field('now', { type: 'dateTime' }), file)).toBeUndefined();
    expect(carriedValue(field('now', { type: 'dateTime' }), file, '2026-04-24T09:30')).toBe('2026-04-24T09:30');
  });

  test('from the first source that has something', () => {
    const facts = field('paper.J31.facts | paper.J21.facts', { type: 'longText' });
    expect(originOf(facts, file)).toBe('来自 行政执法决定审批表');
    expect(originOf(facts, without(file, 'J31'))).toBe('来自 行政处罚（处理）事先告知书');
    expect(originOf(facts, without(file, 'J31', 'J21'))).toBeUndefined();
  });

  test('from the newest issued paper, from a draft only before any is issued, never from a void one', () => {
    const cause = field('paper.J04.causeName');
    const draft = { ...paperIn(file, 'J04'), status: 'draft' as const, values: { causeName: '涉嫌其他' } };
    expect(carriedValue(cause, { ...file, papers: [...file.papers, draft] })).toBe('涉嫌违反规定延长劳动者工作时间');
    expect(carriedValue(cause, withPaper(file, 'J04', { status: 'draft', values: { causeName: '涉嫌草稿' } }))).toBe(
      '涉嫌草稿',
    );
    expect(carriedValue(cause, withPaper(file, 'J04', { status: 'void' }))).toBeUndefined();
  });

  test('not when the field cannot hold it', () => {
    expect(carriedValue(field('paper.J01.sourceType', { type: 'choice', choices: ['投诉'] }), file)).toBeUndefined();
    expect(carriedValue(field('paper.J32.penalties'), file)).toBeUndefined();
    expect(carriedValue(field('paper.J18.surveyEndAt', { type: 'dateTime' }), file)).toBeUndefined();
    expect(carriedValue(field('party.name'), { ...file, parties: [] })).toBeUndefined();
  });
});

test('a new paper begins with what is carried, then with its defaults', () => {
  const template = aTemplate([
    { key: 'name', label: '当事人', type: 'text', from: 'party.name', default: '无' },
    {
      key: 'idType',
      label: '证件',
      type: 'choice',
      choices: ['居民身份证'],
      from: 'party.idType',
      default: '居民身份证',
    },
    { key: 'fined', label: '缴款', type: 'flag', default: true },
    { key: 'urgent', label: '紧急', type: 'flag' },
    { key: 'remark', label: '备注', type: 'text' },
  ]);
  expect(initialValues(template, file)).toEqual({
    name: '辽源市福满园餐饮有限公司',
    idType: '居民身份证',
    fined: true,
    urgent: false,
  });
});

describe('what a draft was filled from is other now', () => {
  const template = aTemplate([
    field('party.uscc', { key: 'uscc' }),
    field('party.address', { key: 'address' }),
    field('party.phone', { key: 'phone' }),
    field('party.idType', { key: 'idType', default: '居民身份证' }),
  ]);
  const [party] = file.parties;
  if (party === undefined) throw new Error('the case has no party');
  const former = { ...file, parties: [{ ...party, uscc: '', address: '旧址', phone: '1', idType: '' }] };
  const now = {
    ...file,
    parties: [{ ...party, uscc: '91350100M000100Y43', address: '新址', phone: '', idType: '护照' }],
  };

  test.each([
    ['what was empty is filled', { uscc: '' }, { uscc: '91350100M000100Y43' }],
    ['what stands as it was carried follows', { address: '旧址' }, { address: '新址' }],
    ['what is not known any more is emptied', { phone: '1' }, { phone: null }],
    ['a default stands as long as nobody chose', { idType: '居民身份证' }, { idType: '护照' }],
    ['what was typed by hand stays', { uscc: '手填', address: '手填', phone: '手填', idType: '其他' }, {}],
    ['what is the same already is no change', { uscc: '91350100M000100Y43', address: '新址' }, {}],
  ])('%s', (_, typed, changed) => {
    const all = { uscc: '91350100M000100Y43', address: '新址', phone: '手填', idType: '护照', ...typed };
    expect(valuesFollowing(template, all, former, now)).toEqual(changed);
  });
});
