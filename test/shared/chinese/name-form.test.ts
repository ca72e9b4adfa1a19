import { describe, expect, test } from 'vitest';
import { inAnyDots, nameCore, nameForm, withStandardDots } from '../../../shared/chinese/name-form.ts';

const standard = '阿依古丽·买买提';
const spellings = ['\u00B7', '\u2022', '\u30FB', '\uFF0E', '\u2027', '\uFF65', '\u22C5', '.', ' · ', ''].map(
  (dot) => `阿依古丽${dot}买买提`,
);

describe('a name of another people', () => {
  test.each(spellings.slice(0, -1))('%s is kept with the dot of the standard', (name) => {
    expect(nameForm(name)).toBe(standard);
  });

  test.each(spellings)('%s is the same person', (name) => {
    expect(nameCore(name)).toBe(nameCore(standard));
    for (const other of spellings) expect(`申请人${other}到场`.match(inAnyDots(name))?.[0]).toBe(other);
  });

  test('another name is another person', () => {
    expect(nameCore('阿依古丽·买买')).not.toBe(nameCore(standard));
    expect('阿依古丽和买买提'.match(inAnyDots(standard))).toBeNull();
  });
});

describe('what is no dot of a name', () => {
  test.each(['U.S.公司', '1.工资', 'A·B公司', '第1·2组'])('%s stays', (name) => expect(nameForm(name)).toBe(name));

  test('in running text a full stop stays, a dot becomes that of the standard', () => {
    expect(withStandardDots('一．事实。阿依古丽•买买提称')).toBe('一．事实。阿依古丽·买买提称');
    expect(withStandardDots('如下：\n• 工资表\n• 考勤表')).toBe('如下：\n• 工资表\n• 考勤表');
  });

  test('what means something in a pattern is looked for as it is', () => {
    expect('工资(2026)元+补贴'.match(inAnyDots('(2026)元+'))?.[0]).toBe('(2026)元+');
  });
});
