import { describe, expect, it } from 'vitest';
import type { InboxItem } from '../../../../shared/contract/inbox.ts';
import { keyInHand, leftFrom } from '../../../../renderer/screens/today/in-hand.ts';
import { chipOf, lacksWords, shortDay } from '../../../../renderer/screens/today/inbox-words.ts';
import { calendarOf } from '../../../../shared/time/calendar.ts';

const item = (over: Partial<InboxItem>): InboxItem => ({
  key: 'case:a',
  kind: 'next',
  title: '填写行政处罚决定书，缺3项',
  verb: '去填写',
  go: { at: 'settings', section: 'notes' },
  caseId: null,
  party: '',
  number: '',
  causeName: '',
  why: '',
  lacks: [],
  paperId: null,
  period: null,
  due: null,
  overdue: false,
  harm: 1,
  group: 'later',
  chip: '',
  since: null,
  latest: null,
  until: null,
  ...over,
});
const lines = (...keys: string[]): InboxItem[] => keys.map((key) => item({ key, title: `办${key}` }));

describe('the line in hand on coming back', () => {
  const left = leftFrom(lines('a', 'b', 'c', 'd'), 'b');
  it.each([
    ['the first, where nobody left from a line', undefined, lines('a', 'b'), 'a'],
    ['the same, while it asks for the same thing', left, lines('a', 'b', 'c', 'd'), 'b'],
    ['the same, wherever it stands now', left, lines('c', 'a', 'b'), 'b'],
    ['the next, when it is done', left, lines('a', 'c', 'd'), 'c'],
    ['the next, when it asks for something else', left, [item({ key: 'b', title: '出具' }), ...lines('c')], 'c'],
    ['the one after that, when both are done', left, lines('a', 'd'), 'd'],
    ['the first, when all after it are done', left, lines('a'), 'a'],
    ['none, when nothing is left', left, [], null],
  ] as const)('is %s', (_, from, now, key) => expect(keyInHand(now, from)).toBe(key));
});

describe('the chip of a line', () => {
  const calendar = calendarOf([{ year: 2026, off: ['2026-04-06'], work: [], source: 'example' }]);
  const period = (due: string): Partial<InboxItem> => ({
    due,
    period: {
      ruleId: 'J15',
      name: '作出处理决定',
      statutory: due,
      due,
      unit: 'WD',
      kind: 'max',
      duty: '本机关',
      metAt: null,
      lapses: false,
      basis: '',
      article: null,
    },
  });
  it.each([
    [
      'filled when the period is overdue',
      { ...period('2026-04-03'), overdue: true, group: 'overdue' },
      'overdue',
      '逾期 2 个工作日',
    ],
    ['soon within three working days', { ...period('2026-04-13'), group: 'soon' }, 'soon', '剩余 3 个工作日'],
    ['the day where it is far', { ...period('2026-06-01'), group: 'later' }, 'neutral', '6月1日'],
    ['what the line says of itself without a period', { chip: '停了 28 天' }, 'care', '停了 28 天'],
    ['quiet for what is only counted', { kind: 'rules', chip: '62 项' }, 'neutral', '62 项'],
  ] as const)('is %s', (_, over, tone, words) =>
    expect(chipOf(item(over), '2026-04-08', () => '2026-04-08T01:00:00Z', calendar)).toEqual({ tone, words }),
  );
  it('is none where nothing is to be said', () =>
    expect(chipOf(item({}), '2026-04-08', () => '', calendar)).toBeNull());
});

it.each([
  [['决定日期', '缴款账户'], '决定日期、缴款账户'],
  [['一', '二', '三', '四', '五', '六', '七'], '一、二、三、四、五等7项'],
  [['还缺“提供人”签名。', '还缺“执法人员”签名。'], '还缺“提供人”签名。还缺“执法人员”签名。'],
])('what is missing is named: %j', (lacks, words) => expect(lacksWords(lacks)).toBe(words));

it('a day of another year has its year', () => {
  expect(shortDay('2026-04-08', '2026-01-01')).toBe('4月8日');
  expect(shortDay('2027-04-08', '2026-01-01')).toBe('2027年4月8日');
});
