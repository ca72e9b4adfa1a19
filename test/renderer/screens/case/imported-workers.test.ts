import { describe, expect, test } from 'vitest';
import { importedWorkers } from '../../../../renderer/screens/case/imported-workers.ts';
import type { SheetLine } from '../../../../renderer/parts/spreadsheets/spreadsheet.ts';

const line = (number: number, cells: string[], faults: Record<number, string> = {}): SheetLine => ({
  number,
  cells,
  faults,
});
const sheetOf = (...lines: SheetLine[]) => ({ lines, notes: ['第7行在Excel里是隐藏的，没有读。'] });
const HEAD = ['序号', '姓名', '身份证号', '应发工资', '已发工资', '拖欠工资'];

describe('workers of a file', () => {
  test('stand below the names of the columns, under a title, without the sum', () => {
    const sheet = sheetOf(
      line(1, ['福满园拖欠工资名单']),
      line(2, HEAD),
      line(3, ['1', '甲某', '11010519491231002x', '5,000', '3,000', '2000']),
      line(5, ['2', '乙 某', '', '4000', '1000', '']),
      line(6, ['', '合计', '', '9000', '4000', '5000']),
    );
    expect(importedWorkers(sheet, [], '2026-03-09')).toEqual({
      rows: [
        { name: '甲某', idNumber: '11010519491231002X', agreed: 5000, paid: 3000, owed: 2000 },
        { name: '乙 某', agreed: 4000, paid: 1000, owed: 3000 },
      ],
      faults: [],
      notes: ['第7行在Excel里是隐藏的，没有读。'],
    });
  });

  test('a line with a fault stays out and is named; the others go in', () => {
    const sheet = sheetOf(
      line(1, HEAD),
      line(2, ['1', '甲某', '', '', '', '2000'], { 2: 'Excel只保留15位数字，这一格的后几位已经丢失，请照原件重填。' }),
      line(3, ['2', '乙某', '', '5000', '3000', '2500']),
      line(4, ['3', '丙某', '', '两千', '', '']),
      line(5, ['4', '丁某', '', '', '', '100']),
      line(6, ['5', '丁某', '', '', '', '100']),
      line(7, ['6', '戊某', '', '', '', '100']),
    );
    const { rows, faults } = importedWorkers(sheet, [{ name: '戊某' }], '2026-03-09');
    expect(rows).toEqual([{ name: '丁某', owed: 100 }]);
    expect(faults).toEqual([
      '第2行（甲某）：身份证号码：Excel只保留15位数字，这一格的后几位已经丢失，请照原件重填。',
      '第3行（乙某）：拖欠（元）：应发5000元减已发3000元是2000元，这里是2500元。',
      '第4行（丙某）：“应发（元）”：“两千”不是数字，没有填。',
      '第6行（丁某）：姓名：与第2行是同一人，请核对。',
      '第7行（戊某）：姓名：与第1行是同一人，请核对。',
    ]);
  });

  test('without names of columns nothing is guessed', () => {
    expect(importedWorkers(sheetOf(line(1, ['甲某', '100'])), [], '2026-03-09')).toMatchObject({
      rows: [],
      notes: [expect.stringContaining('没有找到写着“姓名”')],
    });
  });
});
