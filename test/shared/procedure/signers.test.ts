import { describe, expect, it } from 'vitest';
import type { Approval, CaseFile } from '../../../shared/case-file.ts';
import { awaitedOpinion, lacksOfficers, signersOf, whyNotMine } from '../../../shared/procedure/signers.ts';
import type { Role } from '../../../shared/template/template.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { paperIn } from '../../support/change-case-file.ts';
import { people, uuid } from '../../support/case-values.ts';
import { judgementOf } from '../../support/judgement.ts';

const file = aCaseFile();
const fresh = { approvals: [] };
const colleague = { ...people.wang, personId: uuid(7), name: '郑强' };
const otherHead = { ...people.zhang, personId: uuid(8), name: '钱红', unitId: uuid(91) };
const office: CaseFile = { ...file, officers: [...file.officers, colleague, otherHead] };
const agreed = (name: keyof typeof people): Approval => ({
  step: 0,
  label: '承办人意见',
  verdict: '同意',
  opinion: '同意。',
  personId: people[name].personId,
  name: people[name].name,
  at: '2026-03-03T09:00',
});
const names = (by: Role, of = office, approvals: Approval[] = []): string[] =>
  signersOf({ by }, { approvals }, of).map(({ name }) => name);
const inCase = (over: Partial<CaseFile['case']>): CaseFile => ({ ...office, case: { ...office.case, ...over } });

describe('whom an opinion is asked of', () => {
  it.each<[string, Role, string[], CaseFile]>([
    ['the officers of the case, nobody else who has the role', '承办人', ['王建国', '李敏'], office],
    ['the head of its unit', '承办单位负责人', ['张丽'], office],
    ['every head where the case has no unit', '承办单位负责人', ['张丽', '钱红'], inCase({ unitId: null })],
    ['the head of the unit it went to', '承办单位负责人', ['钱红'], inCase({ unitId: uuid(91) })],
    ['everybody with any other role', '法规科', ['赵强'], office],
    ['nobody where the case has no officer', '承办人', [], inCase({ officerIds: [] })],
  ])('%s', (_, by, expected, of) => expect(names(by, of)).toEqual(expected));

  it('not of who signed in this round, nor of who has left', () => {
    expect(names('承办人', office, [agreed('wang')])).toEqual(['李敏']);
    const left = office.officers.map((each) =>
      each.personId === people.li.personId ? { ...each, active: false } : each,
    );
    expect(names('承办人', { ...office, officers: left })).toEqual(['王建国']);
  });

  it('a head who also answers for the whole office, whatever the unit', () => {
    const leader = { ...otherHead, roles: ['承办单位负责人' as const, '分管领导' as const] };
    expect(names('承办单位负责人', { ...file, officers: [leader] })).toEqual(['钱红']);
  });
});

describe('how it is said', () => {
  it.each<[Role, string, CaseFile]>([
    ['承办单位负责人', '张丽审核', office],
    ['分管领导', '孙伟签批', office],
    ['承办人', '王建国、李敏签署意见', office],
    ['承办人', '承办人（现在没有人可签）签署意见', inCase({ officerIds: [] })],
    [
      '承办人',
      '王建国、李敏、郑强等4人签署意见',
      {
        ...inCase({ officerIds: [...office.case.officerIds, uuid(7), uuid(9)] }),
        officers: [...office.officers, { ...colleague, personId: uuid(9), name: '冯远' }],
      },
    ],
  ])('%s: %s', (by, expected, of) => expect(awaitedOpinion({ by }, fresh, of)).toBe(expected));
});

describe('why an opinion is not mine', () => {
  const gap = { step: 0, label: '承办人意见', by: '承办人' as const };
  it.each<[string, string, typeof people.wang, Approval[]]>([
    ['of another role', '现在等“承办人意见”，等王建国、李敏签署意见；您的岗位是承办单位负责人。', people.zhang, []],
    ['no officer of the case', '您不是本案承办人，“承办人意见”等王建国、李敏签署意见。', colleague, []],
    ['signed already', '您已经签署了“承办人意见”，“承办人意见”须由另一人签署。', people.wang, [agreed('wang')]],
  ])('%s', (_, expected, person, approvals) => expect(whyNotMine([gap], { approvals }, person, office)).toBe(expected));

  it('is null where it is', () => expect(whyNotMine([gap], fresh, people.wang, office)).toBeNull());
  it('tells the head of another unit', () =>
    expect(whyNotMine([{ ...gap, label: '审核', by: '承办单位负责人' }], fresh, otherHead, office)).toBe(
      '您不是本案承办科室的负责人，“审核”等张丽审核。',
    ));
});

describe('a chain that the officers of the case cannot fill', () => {
  const template = judgementOf(file).templates.get('J04');
  const lacks = (officerIds: string[]): string[] =>
    template === undefined
      ? ['no template']
      : lacksOfficers(template, paperIn(file, 'J04'), inCase({ officerIds })).map(({ sentence }) => sentence);

  it.each<[string[], string[]]>([
    [[people.wang.personId, people.li.personId], []],
    [
      [people.wang.personId],
      ['本案只有王建国一名承办人，“承办人意见”须由2名承办人签署，请先为本案选定承办人（第十八条）。'],
    ],
    [[], ['本案还没有承办人，“承办人意见”须由2名承办人签署，请先为本案选定承办人（第十八条）。']],
  ])('%j', (officerIds, expected) => expect(lacks(officerIds)).toEqual(expected));
});
