import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from '../../shared/file-name.ts';

test.each([
  ['行政处罚决定书（辽人社监罚字〔2026〕第001号）', '行政处罚决定书（辽人社监罚字〔2026〕第001号）'],
  ['工资表 2026/01:甲*乙?', '工资表 2026_01_甲_乙_'],
  ['..\\..\\"主机"<a>|b', '_..__主机__a__b'],
  ['换\r\n行\t和　空格', '换 行 和 空格'],
  ['看不见的\u202Egpj.exe\u200B\u0000', '看不见的_gpj.exe__'],
  ['半个字\uD83D', '半个字_'],
  ['结尾的点和空格. . .', '结尾的点和空格'],
  ['  前后有空格  ', '前后有空格'],
  ['e\u0301', '\u00E9'],
  ['.隐藏', '隐藏'],
  ['...', '未命名'],
  ['', '未命名'],
  ['con', '_con'],
  ['NUL.txt', '_NUL.txt'],
  ['Aux .2026.表', '_Aux .2026.表'],
  ['com1', '_com1'],
  ['LPT³.pdf', '_LPT³.pdf'],
  ['CONIN$', '_CONIN$'],
  ['com10', 'com10'],
  ['console', 'console'],
  ['监控.con', '监控.con'],
])('%j becomes %j', (title, name) => {
  expect(safeFileName(title)).toBe(name);
});

test('what stands around a title is never cut, and is judged with it', () => {
  expect(safeFileName('字'.repeat(80), { before: '事实-12_', after: '.pdf' })).toBe(`事实-12_${'字'.repeat(60)}.pdf`);
  expect(safeFileName('con', { before: '事实-1_', after: '.pdf' })).toBe('事实-1_con.pdf');
  expect(safeFileName('con', { after: '.pdf' })).toBe('_con.pdf');
  expect(safeFileName('标题. ', { after: '_诉讼' })).toBe('标题._诉讼');
});

test('a character of two units stays whole where the title is cut', () => {
  expect(safeFileName(`${'字'.repeat(59)}𠮷`)).toBe('字'.repeat(59));
  expect(safeFileName(`${'字'.repeat(58)}𠮷尾`)).toBe(`${'字'.repeat(58)}𠮷`);
});

test('whatever is typed, the name is one Windows and Linux take, and safe already', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
      const name = safeFileName(title);
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]|[. ]$|^(con|prn|aux|nul|(com|lpt)\d)(\.|$)/iu);
      expect(name).toBe(name.normalize('NFC'));
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255 - Buffer.byteLength('事实-999__说明卡.pdf'));
      expect(safeFileName(name)).toBe(name);
    }),
  );
});
