import { describe, expect, it } from 'vitest';
import type { Absence, Officer } from '../../../shared/case-file.ts';
import {
  awayFor,
  faultOfAbsence,
  isAway,
  nameOnDuty,
  standInOf,
  whyNotEnterAbsence,
} from '../../../shared/procedure/absence.ts';
import { awaitedOpinion, signersOf, signsFor, whyNotMine } from '../../../shared/procedure/signers.ts';
import type { Role } from '../../../shared/template/template.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { people, uuid } from '../../support/case-values.ts';

const { wang, li, zhang, sun, zhao } = people;
const day = '2026-04-02';
const away = (person: Officer, standIn: Officer | null, over: Partial<Absence> = {}): Officer => ({
  ...person,
  absence: { from: '2026-04-01', to: '2026-04-03', standInId: standIn?.personId ?? null, ...over },
});
const admin: Officer = { ...wang, personId: uuid(12), name: '吴管理', roles: ['系统管理员'] };

describe('who is there on a day', () => {
  it.each<[string, Officer, string, string]>([
    ['who is away with a stand-in', away(zhang, zhao), day, '赵强（代张丽）'],
    ['who is away with none', away(zhang, null), day, '张丽（请假至2026年4月3日）'],
    ['the day before', away(zhang, zhao), '2026-03-31', '张丽'],
    ['the first day', away(zhang, zhao), '2026-04-01', '赵强（代张丽）'],
    ['the last day', away(zhang, zhao), '2026-04-03', '赵强（代张丽）'],
    ['the day after', away(zhang, zhao), '2026-04-04', '张丽'],
    ['nothing entered', zhang, day, '张丽'],
  ])('%s', (_, person, on, name) => expect(nameOnDuty(person, [person, zhao], on)).toBe(name));

  it('a stand-in who has left stands in for nobody', () => {
    expect(standInOf(away(zhang, zhao), [{ ...zhao, active: false }], day)).toBeNull();
    expect(isAway(away(zhang, zhao), day)).toBe(true);
  });

  it('for whom a person stands in', () => {
    const all = [away(zhang, zhao), away(li, zhao, { to: '2026-04-01' }), sun, zhao];
    expect(awayFor(zhao.personId, all, day).map(({ name }) => name)).toEqual(['张丽']);
  });
});

describe('an opinion while somebody is away', () => {
  const file = { ...aCaseFile(), today: day };
  const withPeople = (...changed: Officer[]) => ({
    ...file,
    officers: file.officers.map((each) => changed.find(({ personId }) => personId === each.personId) ?? each),
  });
  const head = { by: '承办单位负责人' as Role };
  const officer = { by: '承办人' as Role };
  const names = (by: { by: Role }, of: typeof file) => signersOf(by, { approvals: [] }, of).map(({ name }) => name);

  it('may be given by who stands in, for who is away, and is asked of them by name', () => {
    const of = withPeople(away(zhang, zhao));
    expect(names(head, of)).toEqual(['张丽', '赵强']);
    expect(awaitedOpinion(head, { approvals: [] }, of)).toBe('赵强（代张丽）审核');
    expect(signsFor(head, { approvals: [] }, zhao.personId, of)).toBe('张丽');
    expect(signsFor(head, { approvals: [] }, zhang.personId, of)).toBeUndefined();
    expect(whyNotMine([{ step: 1, label: '审核', ...head }], { approvals: [] }, zhao, of)).toBeNull();
  });

  it('as 承办人 is given by nobody who is none (第十八条)', () => {
    const of = withPeople(away(wang, zhao));
    expect(names(officer, of)).toEqual(['王建国', '李敏']);
    expect(awaitedOpinion(officer, { approvals: [] }, of)).toBe('王建国（请假至2026年4月3日）、李敏签署意见');
  });

  it('is not asked again of who is away once somebody gave it for them, nor given twice by one person', () => {
    const of = withPeople(away(wang, li));
    const given = { step: 0, label: '承办人意见', verdict: '同意' as const, opinion: '同意。', at: `${day}T09:00` };
    const forWang = [{ ...given, personId: li.personId, name: '李敏', standsInFor: '王建国' }];
    expect(signersOf(officer, { approvals: forWang }, of)).toEqual([]);
    const own = [{ ...given, personId: li.personId, name: '李敏' }];
    expect(signersOf(officer, { approvals: own }, of).map(({ name }) => name)).toEqual(['王建国']);
    expect(awaitedOpinion(officer, { approvals: own }, of)).toBe('王建国（请假至2026年4月3日）签署意见');
  });
});

describe('who enters it', () => {
  it.each<[string, Officer, Officer, boolean]>([
    ['one’s own', wang, wang, true],
    ['that of the own unit, as its head', zhang, wang, true],
    ['anybody’s, as 分管领导', sun, zhang, true],
    ['not a colleague’s', li, wang, false],
    ['not another unit’s', { ...zhang, unitId: uuid(91) }, wang, false],
    ['not that of who sees all cases, as head', zhang, { ...sun, unitId: zhang.unitId }, false],
  ])('%s', (_, acting, of, may) => expect(whyNotEnterAbsence(acting, of) === null).toBe(may));
});

describe('an absence that cannot be', () => {
  const office = [wang, li, zhang, sun, zhao, admin];
  const plain: Absence = { from: '2026-04-03', to: '2026-04-05', standInId: li.personId };
  it.each<[string, Absence, readonly Officer[], string | null]>([
    ['one that can', plain, office, null],
    ['from tomorrow, without a stand-in', { ...plain, standInId: null }, office, null],
    ['ends before it begins', { ...plain, to: '2026-04-02' }, office, '请假的最后一天早于第一天，请核对。'],
    ['is over', { ...plain, from: '2026-03-01', to: '2026-03-02' }, office, '这段日子已经过去'],
    ['with oneself as stand-in', { ...plain, standInId: wang.personId }, office, '代理人不能是请假的本人。'],
    ['with who has left', plain, [wang, { ...li, active: false }], '代理人已经离岗，请另选一人。'],
    ['with who may read no case', { ...plain, standInId: admin.personId }, office, '不能代理（第四十二条）'],
    ['with who is away too', plain, [wang, away(li, null)], '李敏自2026年4月1日至2026年4月3日也请假'],
  ])('%s', (_, absence, all, sentence) => {
    const fault = faultOfAbsence(absence, wang, all, day);
    if (sentence === null) expect(fault).toBeNull();
    else expect(fault).toContain(sentence);
  });
});
