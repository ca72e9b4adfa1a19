import { describe, expect, it } from 'vitest';
import { readNotice } from '../../../../renderer/screens/settings/calendar/notice.ts';
import {
  calendarProblems,
  clicked,
  kindOf,
  spanWords,
  weeksOf,
} from '../../../../renderer/screens/settings/calendar/year-days.ts';
import { openDefinitions } from '../../../../main/platform/definitions/compiled.ts';
import { join } from 'node:path';

const { calendars } = openDefinitions(join(import.meta.dirname, '..', '..', '..', '..', 'resources')).definitions;
const shipped = (year: number) => calendars.find((calendar) => calendar.year === year)!;

const notice2025 = `国务院办公厅关于2025年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：经国务院批准，现将2025年元旦、春节等节假日放假调休日期的具体安排通知如下。
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
国务院办公厅
2024年11月12日`;

const notice2026 =
  '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。' +
  '三、清明节：4月4日（周六）至6日（周一）放假，共3天。四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。五、端午节：6月19日（周五）至21日（周日）放假，共3天。' +
  '六、中秋节：9月25日（周五）至27日（周日）放假，共3天。七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。';

describe('reading the notice of a year', () => {
  it.each([
    [2025, notice2025],
    [2026, notice2026],
  ] as const)('gives the days of %s as the program ships them', (year, text) => {
    const { off, work } = shipped(year);
    expect(readNotice(text, year)).toEqual({ off: off.toSorted(), work: work.toSorted() });
  });

  it('follows a span over the turn of the year, and a sentence that says the verb later', () => {
    expect(readNotice('元旦：2022年12月31日至2023年1月2日放假调休，共3天。', 2023).off).toEqual([
      '2022-12-31',
      '2023-01-01',
      '2023-01-02',
    ]);
    expect(readNotice('清明节：4月5日，放假，与周末连休。', 2023).off).toEqual(['2023-04-05']);
  });

  it('reads nothing from other text, and no day that does not exist', () => {
    expect(readNotice('请各单位做好值班工作。2月30日放假。', 2026)).toEqual({ off: [], work: [] });
  });
});

describe('the year as it is clicked together', () => {
  const none = { off: [], work: [] };
  it('makes a weekday a day off and back', () => {
    const once = clicked(none, '2027-03-03');
    expect(kindOf('2027-03-03', once)).toBe('off');
    expect(clicked(once, '2027-03-03')).toEqual(none);
  });

  it('takes a weekend day through 调休上班 and 放假 back to 周末', () => {
    let days: { off: string[]; work: string[] } = none;
    const kinds = [0, 1, 2].map(() => {
      days = clicked(days, '2027-03-06');
      return kindOf('2027-03-06', days);
    });
    expect(kinds).toEqual(['made-up', 'off', 'rest']);
    expect(days).toEqual(none);
  });

  it('lays months out in weeks from Monday', () => {
    const weeks = weeksOf(2026, 2);
    expect(weeks).toHaveLength(5);
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-02-01']);
    expect(weeks.flat().filter((day) => day !== null)).toHaveLength(28);
    expect(weeksOf(2027, 2)).toHaveLength(4);
  });

  it('says spans in words', () => {
    expect(spanWords(['2022-12-31', '2023-01-01', '2023-01-02', '2023-04-05', '2023-05-31', '2023-06-01'], 2023)).toBe(
      '2022年12月31日至1月2日、4月5日、5月31日至6月1日',
    );
  });

  it('says what is wrong in sentences', () => {
    const good = { year: 2027, off: ['2027-01-01'], work: ['2027-03-06'], source: '通知' };
    expect(calendarProblems(good)).toEqual([]);
    expect(calendarProblems({ ...good, off: [] })).toContain('还没有放假的日子。');
    expect(calendarProblems({ ...good, source: '' })).toContain('请写明放假通知的文号或者出处。');
    expect(calendarProblems({ ...good, work: ['2027-03-03'] })[0]).toMatch(/2027-03-03不是周六或周日/);
    expect(calendarProblems({ ...good, off: ['2028-05-01'] })[0]).toMatch(/不属于2027年/);
  });
});
