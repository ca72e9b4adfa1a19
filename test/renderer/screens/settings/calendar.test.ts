import { getWorkdaysInRange } from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { calendarOf, isWorkingDay } from '../../../../shared/time/calendar.ts';
import { addDays } from '../../../../shared/time/moments.ts';
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
import { notices } from './notices.ts';

const { calendars } = openDefinitions(join(import.meta.dirname, '..', '..', '..', '..', 'resources')).definitions;
const shipped = (year: number) => calendars.find((calendar) => calendar.year === year)!;

/** The days the official lists give: shipped, or for years before them those of an independent library. */
const worked = (year: number, { off, work }: { off: string[]; work: string[] }): string[] => {
  const calendar = calendarOf([{ year, off, work, source: '通知' }]);
  return Array.from({ length: 362 }, (_, index) => addDays(`${year}-01-01`, index)).filter((day) =>
    isWorkingDay(calendar, day),
  );
};

describe('reading the notice of a year', () => {
  it.each([2021, 2022, 2023, 2024, 2025, 2026])('gives the days of %s as the program ships them', (year) => {
    const { off, work } = shipped(year);
    const read = readNotice(notices[year]!, 1999);
    expect(read.year).toBe(year);
    expect(read.doubts).toEqual([]);
    expect(read.source).toMatch(
      new RegExp(`^国办发明电〔${year - 1}〕\\d+号国务院办公厅关于${year}年部分节假日安排的通知$`),
    );
    // Where a notice says 与周末连休 it names the holiday alone; the weekend beside it is off anyway.
    const own = (days: string[]) => worked(year, { off: days, work });
    expect(own(read.off)).toEqual(own(off));
    expect(read.work).toEqual(work.toSorted());
  });

  it.each([2018, 2019])('gives the working days of %s as chinese-days lists them', (year) => {
    const read = readNotice(notices[year]!, year);
    expect(read.doubts).toEqual([]);
    const theirs = getWorkdaysInRange(`${year}-01-01`, addDays(`${year}-01-01`, 361), true);
    // A second notice changed the 劳动节 of 2019 later (国办发明电〔2019〕3号).
    const unchanged = (days: string[]) => days.filter((day) => day < '2019-04-28' || day > '2019-05-05');
    expect(unchanged(worked(year, read))).toEqual(unchanged(theirs));
  });

  it('reads through line ends and blanks in the middle of a day, as PDFs copy them', () => {
    const broken = notices[2026]!.replaceAll('日（', '\n 日 （ ').replaceAll('上班', '上\n班');
    expect(readNotice(broken, 2026)).toEqual(readNotice(notices[2026]!, 2026));
  });

  it('follows a span over the turn of the year, and a sentence that says the verb later', () => {
    expect(readNotice('元旦：2022年12月31日至2023年1月2日放假调休，共3天。', 2023).off).toEqual([
      '2022-12-31',
      '2023-01-01',
      '2023-01-02',
    ]);
    expect(readNotice('清明节：4月5日，放假，与周末连休。', 2023).off).toEqual(['2023-04-05']);
  });

  it.each([
    ['another number of days than it says', '共9天', '共8天', '通知写放假8天，读出的是9天'],
    [
      'a day of the week that is not that day',
      '1月4日（周日）',
      '1月4日（周六）',
      '通知写1月4日是周六，与2026年的日历不符。',
    ],
    ['a holiday that is not there', '五、端午节', '五、', '没有读到端午的安排。'],
    ['a day of which it does not say what it is', '5月9日（周六）上班', '5月9日（周六）', '有日期没有写明放假还是上班'],
  ])('doubts %s', (_, from, to, doubt) => {
    const { doubts } = readNotice(notices[2026]!.replace(from, to), 2026);
    expect(doubts).toHaveLength(1);
    expect(doubts[0]).toContain(doubt);
  });

  it('reads nothing from other text, and no day that does not exist', () => {
    expect(readNotice('请各单位做好值班工作。2月30日放假。', 2026)).toEqual({
      year: 2026,
      source: '',
      off: [],
      work: [],
      doubts: [],
    });
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
