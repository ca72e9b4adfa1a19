import { expect, test } from 'vitest';
import { CauseGroup, suspectedName } from '../../../shared/causes/cause.ts';
import { definitions } from '../../support/judgement.ts';

const { causes } = definitions;

test('the 案由 the program ships: of every group, each with provisions, and with what to ask, gather and order where it is a violation', () => {
  expect(causes.length).toBeGreaterThanOrEqual(25);
  for (const group of CauseGroup.options)
    expect(causes.filter((cause) => cause.group === group).length, group).toBeGreaterThan(3);
  const lacking = causes
    .filter(({ kind }) => kind === '违法行为')
    .filter(
      ({ questions, evidence, correction, discretion }) =>
        questions.length < 6 || evidence.length < 3 || correction === '' || discretion.range === '',
    );
  expect(lacking.map(suspectedName)).toEqual([]);
});

test('what is put into a paper fits its field', () => {
  for (const { name, correction, also } of causes) {
    expect(suspectedName({ name, kind: '违法行为' }).length, name).toBeLessThanOrEqual(64);
    expect(
      [correction, ...also].every((text) => !text.endsWith('。')),
      name,
    ).toBe(true);
  }
});

test('few provisions are 未经核实, and they are named', () => {
  const unverified = causes
    .flatMap(({ violated, penal }) => [...violated, ...penal])
    .filter((provision) => provision.unverified);
  expect(unverified.map(({ law, article }) => `${law}${article}`)).toEqual([
    '劳务派遣行政许可实施办法31',
    '最低工资规定12',
  ]);
});
