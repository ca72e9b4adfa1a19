import { describe, expect, test } from 'vitest';
import { markOf, readSpreadsheet, textOf } from '../../../../renderer/parts/spreadsheets/read-spreadsheet.ts';
import { SpreadsheetFault } from '../../../../renderer/parts/spreadsheets/spreadsheet.ts';

/** 姓名,甲某 in GB18030. */
const gbk = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xbc, 0xd7, 0xc4, 0xb3]);

describe('a text file', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', new TextEncoder().encode('姓名,甲某')],
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('姓名,甲某')])],
    ['GB18030', gbk],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, ...Buffer.from('姓名,甲某', 'utf16le')])],
  ])('of %s has the right characters', (_, bytes) => {
    expect(textOf(bytes)).toBe('姓名,甲某');
  });

  test.each([
    ['姓名,拖欠\n', ','],
    ['姓名\t拖欠\n甲,乙', '\t'],
    ['姓名;拖欠\n', ';'],
  ])('%j is parted by %j', (text, mark) => expect(markOf(text)).toBe(mark));

  test('of an exported list is read line by line, and lost digits are said', async () => {
    const file = new File(['姓名,身份证号\r\n"甲某",2.20402E+17\r\n'], '名单.csv');
    expect(await readSpreadsheet(file)).toEqual({
      lines: [
        { number: 1, cells: ['姓名', '身份证号'], faults: {} },
        { number: 2, cells: ['甲某', '2.20402E+17'], faults: { 1: expect.stringContaining('已经丢失') } },
      ],
      notes: [],
    });
  });

  test.each([
    ['an old workbook', new File([Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])], '名单.xls'), '旧版Excel'],
    ['nothing', new File([''], '空.csv'), '没有读到表格'],
    ['a damaged workbook', new File(['PK not a zip'], '坏.xlsx'), '坏了'],
  ])('%s is refused with the reason', async (_, file, words) => {
    await expect(readSpreadsheet(file)).rejects.toThrow(SpreadsheetFault);
    await expect(readSpreadsheet(file)).rejects.toThrow(words);
  });
});
