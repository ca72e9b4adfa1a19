import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../shared/time/calendar.ts';
import { chargedDays, deadlineFor, lawAt } from '../../../shared/periods/deadlines.ts';
import { chargeFor } from '../../../shared/periods/surcharges.ts';
import { aRule, calendar, ruleOf } from './data.ts';

const endOf = (id: string, from: string) => deadlineFor({ rule: ruleOf(id), from, calendar });

describe('the worked examples', () => {
  it.each([
    ['DV01', 'P7a', '2021-09-24', '2021-10-09', '2021-10-09'],
    ['DV03', 'S36', '2026-09-24', '2026-09-29', '2026-09-29'],
    ['DV05', 'S35', '2021-09-03', '2021-10-03', '2021-10-08'],
    ['DV07', 'J60', '2021-07-15', '2021-10-13', '2021-10-13'],
    ['DV09', 'P90', '2021-07-15', '2021-10-13', '2021-10-13'],
    ['DV11', 'P7b', '2024-10-12', '2024-09-27', '2024-09-27'],
    ['DV13', 'FR10', '2026-02-06', '2026-02-27', '2026-02-27'],
    ['DV15', 'F6M', '2021-08-31', '2022-02-28', '2022-02-28'],
    ['DV17', 'QC10', '2022-04-20', '2022-05-06', '2022-05-06'],
    ['DV19', 'S37', '2021-07-01', '2022-01-01', '2022-01-01'],
    ['DV23', 'X5', '2025-09-26', '2025-10-10', '2025-10-10'],
  ])('%s: %s from %s ends %s, rolled %s', (_, id, from, statutory, due) => {
    expect(endOf(id, from)).toMatchObject({ statutory, due, note: null });
  });

  it('DV21: G60 leaves the time of 中止 out', () => {
    const suspensions = [{ from: '2021-08-22', to: '2021-11-10' }];
    expect(deadlineFor({ rule: ruleOf('G60'), from: '2021-08-02', calendar, suspensions })).toMatchObject({
      statutory: '2021-12-20',
      due: '2021-12-20',
    });
  });
});

describe('counting by unit', () => {
  it.each([
    // The day of the event is not counted; a date-time counts from its day.
    [{ n: 3, unit: 'CD' }, '2026-03-02T17:30', '2026-03-05'],
    [{ n: 0, unit: 'CD' }, '2026-03-02T23:00', '2026-03-02'],
    [{ n: 1, unit: 'CD' }, '2024-02-28', '2024-02-29'],
    [{ n: 1, unit: 'CD' }, '2026-03-01T16:30:00.000Z', '2026-03-03'],
    // Months and years end on the same-numbered day, or the last one (民法典202).
    [{ n: 6, unit: 'M' }, '2023-08-31', '2024-02-29'],
    [{ n: 1, unit: 'M' }, '2026-01-31', '2026-02-28'],
    [{ n: 1, unit: 'Y' }, '2024-02-29', '2025-02-28'],
    [{ n: 4, unit: 'Y' }, '2020-02-29', '2024-02-29'],
    // Without roll-over an end on a Sunday stays.
    [{ n: 6, unit: 'CD' }, '2026-03-09', '2026-03-15'],
    // Counting back in calendar days.
    [{ n: 3, unit: 'CD', kind: 'before' }, '2026-03-02', '2026-02-27'],
  ] as const)('%j from %s ends %s, with no calendar needed', (rule, from, due) => {
    expect(deadlineFor({ rule: aRule(rule), from })).toMatchObject({ statutory: due, due, note: null });
  });

  it('rolls only where the rule does: Sunday to Monday, a holiday to the first day worked', () => {
    const rolling = aRule({ n: 6, roll: 'yes' });
    expect(deadlineFor({ rule: rolling, from: '2026-03-09', calendar })).toMatchObject({
      statutory: '2026-03-15',
      due: '2026-03-16',
    });
    expect(deadlineFor({ rule: rolling, from: '2026-09-25', calendar })).toMatchObject({
      statutory: '2026-10-01',
      due: '2026-10-08',
    });
    // 2026-02-14 is a Saturday worked in exchange: no roll.
    expect(deadlineFor({ rule: rolling, from: '2026-02-08', calendar })).toMatchObject({
      statutory: '2026-02-14',
      due: '2026-02-14',
    });
  });

  it('ends working-day periods on a working day and counts make-up Sundays', () => {
    expect(deadlineFor({ rule: aRule({ n: 1, unit: 'WD', roll: 'na' }), from: '2021-09-25', calendar }).due).toBe(
      '2021-09-26',
    );
    expect(deadlineFor({ rule: aRule({ n: 1, unit: 'WD', roll: 'na' }), from: '2026-09-30', calendar }).due).toBe(
      '2026-10-08',
    );
  });

  it.each([
    ['2026-09-25T22:10', '2026-09-26T22:10'],
    ['2026-12-31T23:59', '2027-01-01T23:59'],
    ['2026-03-06T02:00:00Z', '2026-03-07T10:00'],
  ])('runs hours through weekends and holidays: 24 h from %s is %s', (from, due) => {
    expect(deadlineFor({ rule: ruleOf('S13'), from })).toMatchObject({ statutory: due, due, unit: 'H', note: null });
  });

  it('asks for the time of day of an hour period', () => {
    expect(deadlineFor({ rule: ruleOf('S13'), from: '2026-03-06' })).toMatchObject({
      statutory: null,
      due: null,
      note: '按小时计算的期限须填写起算的时刻（几时几分）。',
    });
  });

  it('gives no end to charges per day and to keeping as long as the file', () => {
    expect(endOf('P3pct', '2026-03-06')).toMatchObject({ statutory: null, due: null, note: '按日累计，没有届满日。' });
    expect(endOf('S37b', '2026-03-06').note).toBe('没有固定的天数：随案卷（一般30年或永久）。');
  });

  it('refuses what is no day', () => expect(() => endOf('P90', '2026-02-30')).toThrow(RangeError));
});

describe('a year without its calendar', () => {
  const note = '2027年节假日安排尚未录入，请法规科在“设置—工作日历”录入。';
  it('leaves a working-day period without an end, and says what to press', () => {
    expect(endOf('J60', '2026-11-22')).toMatchObject({ statutory: null, due: null, note });
  });
  it('leaves the raw end where only the roll-over is unknown', () => {
    expect(endOf('P90', '2026-11-22')).toMatchObject({ statutory: '2027-02-20', due: null, note });
  });
  it('names the year of the day counted back from', () => {
    expect(endOf('XH7', '2021-01-06')).toMatchObject({ due: null, note: note.replace('2027', '2020') });
  });
  it('says it also when no calendar is passed at all', () => {
    expect(deadlineFor({ rule: ruleOf('P7a'), from: '2026-03-02' }).note).toBe(note.replace('2027', '2026'));
  });
  it('is filled by the year the office enters', () => {
    const entered = calendarOf([
      { year: 2026, off: ['2026-01-01'], work: [], source: '通知' },
      { year: 2027, off: ['2027-01-01'], work: [], source: '通知' },
    ]);
    expect(deadlineFor({ rule: ruleOf('P90'), from: '2026-11-22', calendar: entered })).toMatchObject({
      due: '2027-02-22',
      note: null,
    });
  });
});

describe('suspension', () => {
  const rule = aRule({ n: 10 });
  const end = (suspensions: { from: string; to: string | null }[], from = '2026-03-02') =>
    deadlineFor({ rule, from, suspensions });
  it('adds its days once, even where two spans overlap', () => {
    expect(end([{ from: '2026-03-05', to: '2026-03-10' }]).due).toBe('2026-03-17');
    expect(
      end([
        { from: '2026-03-05', to: '2026-03-08' },
        { from: '2026-03-07', to: '2026-03-10' },
      ]).due,
    ).toBe('2026-03-17');
  });
  it('changes nothing before the start or after the end', () => {
    expect(
      end([
        { from: '2026-02-01', to: '2026-02-20' },
        { from: '2026-03-12', to: '2026-03-30' },
      ]).due,
    ).toBe('2026-03-12');
  });
  it('counts a second span that only the first one brought into the period', () => {
    expect(
      end([
        { from: '2026-03-05', to: '2026-03-10' },
        { from: '2026-03-15', to: '2026-03-18' },
      ]).due,
    ).toBe('2026-03-20');
  });
  it('skips only working days of a working-day period', () => {
    const days = aRule({ n: 5, unit: 'WD', roll: 'na' });
    expect(
      deadlineFor({ rule: days, from: '2026-03-02', calendar, suspensions: [{ from: '2026-03-04', to: '2026-03-09' }] })
        .due,
    ).toBe('2026-03-12');
  });
  it('prolongs months by the days lost', () => {
    expect(
      deadlineFor({
        rule: aRule({ n: 1, unit: 'M' }),
        from: '2026-03-02',
        suspensions: [{ from: '2026-03-10', to: '2026-03-15' }],
      }).due,
    ).toBe('2026-04-07');
  });
  it('leaves the end open while it lasts, and only then', () => {
    expect(end([{ from: '2026-03-05', to: null }])).toMatchObject({
      statutory: null,
      due: null,
      note: '期限中止，恢复后再计算届满日。',
    });
    expect(end([{ from: '2026-03-20', to: null }]).due).toBe('2026-03-12');
  });
});

describe('extension', () => {
  it('adds the unit of the law: 60 + 30 working days, and rolls once at the end', () => {
    expect(deadlineFor({ rule: ruleOf('J60'), from: '2021-07-15', calendar, extensions: [{ n: 30 }] }).due).toBe(
      '2021-11-24',
    );
    expect(deadlineFor({ rule: ruleOf('Q30'), from: '2021-09-03', calendar, extensions: [{ n: 30 }] })).toMatchObject({
      statutory: '2021-11-02',
      due: '2021-11-02',
    });
  });
  it('stops at the limit of the law and says so', () => {
    const capped = deadlineFor({
      rule: ruleOf('Q30'),
      from: '2021-09-03',
      calendar,
      extensions: [{ n: 20 }, { n: 20 }],
    });
    expect(capped).toMatchObject({ statutory: '2021-11-02', note: '批准的延长超过法定上限（强制法25），按上限计算。' });
  });
  it('takes an approved last day', () => {
    expect(
      deadlineFor({ rule: ruleOf('P15'), from: '2026-03-02', calendar, extensions: [{ to: '2026-06-30' }] }).due,
    ).toBe('2026-06-30');
  });
  it('never brings an end forward', () => {
    expect(
      deadlineFor({ rule: ruleOf('P15'), from: '2026-03-02', calendar, extensions: [{ to: '2026-03-05' }, { n: -5 }] })
        .due,
    ).toBe('2026-03-17');
  });
  it('is not counted where the law gives none', () => {
    expect(deadlineFor({ rule: ruleOf('P7a'), from: '2021-09-24', calendar, extensions: [{ n: 5 }] })).toMatchObject({
      due: '2021-10-09',
      note: '本期限依法不得延长（处罚法56,85），延长未计入。',
    });
    expect(deadlineFor({ rule: ruleOf('QC10'), from: '2022-04-20', calendar, extensions: [{ n: -3 }] }).due).toBe(
      '2022-05-06',
    );
  });
});

describe('law by the trigger day', () => {
  it.each([
    ['DN30', '2021-12-31', '2022-03-01', '民诉法(2017)92'],
    ['DN30', '2022-01-01', '2022-01-31', '民诉法95(2021修正)'],
    ['P5', '2021-07-14', '2021-07-19', '处罚法(2017)42'],
    ['P5', '2021-07-15', '2021-07-22', '处罚法64(1),85'],
    ['FR10', '2023-12-29', '2024-01-08', '复议法(2017)23'],
    ['FR10', '2024-01-02', '2024-01-16', '复议法48,88'],
    ['F6M', '2015-04-30', null, '行诉法(1989)39'],
  ])('%s from %s ends %s by %s', (id, from, due, basis) => expect(endOf(id, from)).toMatchObject({ due, basis }));

  it('says where there was no such period yet', () => {
    expect(lawAt(ruleOf('P90'), '2021-07-14')).toBeNull();
    expect(endOf('P90', '2021-07-14')).toMatchObject({
      statutory: null,
      due: null,
      note: '起算日2021-07-14时尚无此期限的规定（处罚法60）。',
    });
  });
  it('says where nobody has read the source', () => {
    expect(endOf('J15', '2026-03-02').note).toBe(
      '依据（关于实施《劳动保障监察条例》若干规定37）未经核实，请法规科确认。',
    );
    expect(endOf('P5', '2021-07-14').note).toContain('处罚法(2017)42');
  });
});

describe('charges for paying late', () => {
  const due = '2026-03-17';
  it.each([
    [due, [], 0],
    ['2026-03-10', [], 0],
    ['2026-03-18', [], 1],
    // Neither the first nor the last day of 复议、诉讼 is charged (处罚法73③).
    ['2026-04-16', [{ from: '2026-03-20', to: '2026-04-09' }], 9],
    ['2026-04-16', [{ from: '2026-03-20', to: null }], 2],
    ['2026-04-16', [{ from: '2026-03-18', to: null }], 0],
  ])('up to %s, paused %j, that is %d days', (to, pauses, days) =>
    expect(chargedDays({ from: due, to, countsFirstDay: false, pauses })).toBe(days),
  );
  it('charges the first day too where the law says so', () =>
    expect(chargedDays({ from: due, to: '2026-03-18', countsFirstDay: true })).toBe(2));
  it.each([
    [10_000, 0, 0],
    [10_000, 1, 300],
    [10_000, 10, 3000],
    [10_000, 34, 10_000],
    [0.35, 1, 0.01],
  ])('加处罚款 on %d yuan for %d days is %d', (fine, days, yuan) =>
    expect(chargeFor(fine, [{ days, perMyriad: 300 }], true)).toBe(yuan),
  );
  it.each([
    [20_000, 10, 100],
    [1234.56, 365, 225.31],
  ])('滞纳金 on %d yuan for %d days is %d', (arrears, days, yuan) =>
    expect(chargeFor(arrears, [{ days, perMyriad: 5 }], false)).toBe(yuan),
  );
});

describe('judged on a day', () => {
  const input = (id: string, from: string, to: string) => deadlineFor({ rule: ruleOf(id), from, to, calendar });

  it.each([
    ['P15', '2026-05-22', '2026-06-06', '2026-06-06在期限内。'],
    ['P15', '2026-05-22', '2026-06-08', '2026-06-08在顺延后的期限内（原届满日2026-06-06）。'],
    ['P15', '2026-05-22', '2026-06-10', '2026-06-10已超过期限2日。'],
    ['P7b', '2024-10-12', '2024-09-27', '2024-09-27在期限内。'],
    ['P7b', '2024-10-12', '2024-09-29', '2024-09-29已超过期限2日。'],
    ['QC10', '2022-04-20', '2022-05-06', '2022-05-06时最短期限未满，须在2022-05-06以后。'],
    ['QC10', '2022-04-20', '2022-05-07', '2022-05-07时最短期限已满。'],
    ['S13', '2026-03-06T15:30', '2026-03-07T15:30', '2026-03-07T15:30在期限内。'],
    ['S13', '2026-03-06T15:30', '2026-03-07T16:10', '2026-03-07T16:10已超过期限1小时。'],
  ])('%s from %s on %s: %s', (id, from, to, note) => expect(input(id, from, to).note).toBe(note));

  it('says nothing of a period without an end', () => {
    expect(input('S13', '2026-03-06', '2026-03-07').note).toBe('按小时计算的期限须填写起算的时刻（几时几分）。');
  });

  it('counts what grows by the day up to it, without the suspended days', () => {
    expect(input('P3pct', '2026-03-17', '2026-03-27')).toMatchObject({
      due: null,
      days: 10,
      note: '自2026-03-17起至2026-03-27，按日累计10日。',
    });
    expect(input('ALF', '2026-02-01', '2026-02-01').days).toBe(1);
    expect(input('P3pct', '2026-03-17', '2026-03-10').days).toBe(0);
    const suspensions = [{ from: '2026-03-20', to: '2026-03-24' }];
    expect(deadlineFor({ rule: ruleOf('P3pct'), from: '2026-03-17', to: '2026-03-27', suspensions }).days).toBe(5);
  });
});
