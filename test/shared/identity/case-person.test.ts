import { describe, expect, test } from 'vitest';
import { factOf, newPerson, personProblems, settledPerson } from '../../../shared/identity/case-person.ts';

const chen = newPerson({ name: '陈福来', idNumber: '440524188001010014' });

describe('a person of a case', () => {
  test('is of the sex and birth day that the number says, whatever was typed', () => {
    expect(settledPerson({ ...chen, sex: '女', birth: '1990-05-05' })).toMatchObject({
      sex: '男',
      birth: '1880-01-01',
    });
  });

  test.each([
    ['４４０５２４１８８００１０１００１４', '440524188001010014'],
    ['440524 18800101 0014', '440524188001010014'],
    ['11010519491231002x', '11010519491231002X'],
  ])('the number %s is kept as %s', (typed, kept) => {
    expect(settledPerson({ ...chen, idNumber: typed }).idNumber).toBe(kept);
  });

  test('a passport says nothing of them', () => {
    const typed = { ...chen, idType: '护照', idNumber: 'E12345678', sex: '女' as const, birth: '1990-05-05' };
    expect(settledPerson(typed)).toEqual(typed);
  });

  test('a 港澳台居民居住证 bears a 公民身份号码', () => {
    const permit = { ...chen, idType: '港澳台居民居住证' };
    expect(settledPerson({ ...permit, idNumber: '810000199002280010' })).toMatchObject({ birth: '1990-02-28' });
    expect(personProblems({ ...permit, idNumber: '810000199002280011' })).toMatchObject([{ field: 'idNumber' }]);
  });

  test.each([
    [{ name: ' ' }, 'name'],
    [{ idNumber: '440524188001010015' }, 'idNumber'],
    [{ birth: '1990-02-30' }, 'birth'],
  ])('%o is refused at %s', (wrong, field) => {
    expect(personProblems({ ...chen, ...wrong }).map((problem) => problem.field)).toEqual([field]);
  });

  test.each([
    ['2026-05-04', 39],
    ['2026-05-05', 40],
    ['2026-05-06', 40],
  ])('on %s is %i years old', (day, age) => {
    expect(factOf(newPerson({ name: '周某', birth: '1986-05-05' }), 'age', day)).toBe(age);
  });

  test('what is not known is not said', () => {
    const bare = newPerson({ name: '周某' });
    expect(['age', 'sex', 'phone', 'idType'].map((fact) => factOf(bare, fact as 'age', '2026-05-05'))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
