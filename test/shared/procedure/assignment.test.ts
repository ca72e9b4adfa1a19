import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../shared/case-file.ts';
import {
  asksForReason,
  assignersOf,
  assignmentVerb,
  faultOfAssignment,
  usualUnit,
  whyNotAssign,
} from '../../../shared/procedure/assignment.ts';
import type { Role } from '../../../shared/template/template.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { people, uuid } from '../../support/case-values.ts';

const { wang, li, zhang, sun } = people;
const unitId = uuid(90);
const other = uuid(91);
const file = aCaseFile();
const running = (over: Partial<CaseFile['case']>): CaseFile => ({
  ...file,
  case: { ...file.case, state: 'open', unitId, officerIds: [wang.personId, li.personId], ...over },
});
const both = { unitId, officerIds: [wang.personId, li.personId] };
const one = { unitId, officerIds: [wang.personId] };
const none = { unitId, officerIds: [] };
const window = { ...li, personId: uuid(11), roles: ['窗口' as Role] };

describe('who assigns', () => {
  it.each([
    ['the head of the unit', unitId, [zhang, sun], ['张丽']],
    ['分管领导 where the unit has no head', other, [zhang, sun], ['孙伟']],
    ['分管领导 where the case has no unit', null, [zhang, sun], ['孙伟']],
    ['not a head who has left', unitId, [{ ...zhang, active: false }, sun], ['孙伟']],
  ])('%s', (_, unit, officers, names) => expect(assignersOf(unit, officers).map(({ name }) => name)).toEqual(names));
});

describe('whether this person may', () => {
  const added = { unitId, officerIds: [...both.officerIds, uuid(7)] };
  it.each<[string, typeof wang, CaseFile, typeof both, boolean]>([
    ['the head picks and takes off', zhang, running({}), { unitId, officerIds: [li.personId, uuid(7)] }, true],
    ['the head gives the case to another unit', zhang, running({}), { unitId: other, officerIds: [] }, true],
    ['the head of another unit may not', { ...zhang, unitId: other }, running({}), added, false],
    ['every head may where it has no unit', { ...zhang, unitId: other }, running({ unitId: null }), both, true],
    ['分管领导 may everywhere', sun, running({ unitId: other }), both, true],
    ['an officer may put a colleague on', wang, running({}), added, true],
    ['an officer may not take one off', wang, running({}), one, false],
    ['an officer may not give the case away', wang, running({}), { ...both, unitId: other }, false],
    ['somebody who is no officer may not', { ...wang, personId: uuid(7) }, running({}), added, false],
    [
      'the window sends an unassigned case on',
      window,
      running({ state: 'source', officerIds: [] }),
      { unitId: other, officerIds: [] },
      true,
    ],
    ['the window picks no officers', window, running({ state: 'source', officerIds: [] }), both, false],
    ['nobody once it is filed', sun, running({ state: 'filed' }), added, false],
  ])('%s', (_, person, of, after, allowed) => expect(whyNotAssign(after, person, of) === null).toBe(allowed));

  it('says who may', () =>
    expect(whyNotAssign(one, wang, running({}))).toBe(
      '承办人只能给本案增加承办人；减少承办人、移交承办单位，请张丽办理。',
    ));
});

describe('an assignment', () => {
  it.each([
    [running({ officerIds: [] }).case, both, '分派案件', false],
    [running({ officerIds: [], unitId: null }).case, both, '分派案件', false],
    [running({}).case, { unitId: other, officerIds: [] }, '移交承办单位', true],
    [running({}).case, one, '更换承办人', true],
    [running({}).case, { unitId, officerIds: [...both.officerIds, uuid(7)] }, '更换承办人', false],
  ])('%#: is called by what it does, and asks for a reason when it takes away', (before, after, verb, asks) => {
    expect(assignmentVerb(before, after)).toBe(verb);
    expect(asksForReason(before, after)).toBe(asks);
  });

  it.each<[string, CaseFile, { unitId: string | null; officerIds: string[] }, string | null]>([
    ['one officer before 立案', running({ state: 'source' }), one, null],
    ['two after it (第十八条)', running({}), both, null],
    ['one after it', running({}), one, '立案后承办人不得少于两人'],
    ['nobody', running({}), none, '请至少选择一名承办人。'],
    ['another unit whose head picks', running({}), { unitId: other, officerIds: [] }, null],
    ['neither unit nor officer', running({}), { unitId: null, officerIds: [] }, '案件不能没有人管'],
  ])('%s', (_, of, after, fault) => {
    if (fault === null) expect(faultOfAssignment(after, of)).toBeNull();
    else expect(faultOfAssignment(after, of)).toContain(fault);
  });

  it('goes to the unit of its first officer, else of who registers it', () => {
    expect(usualUnit([wang.personId], [wang], { unitId: other })).toBe(unitId);
    expect(usualUnit([], [wang], { unitId: other })).toBe(other);
  });
});
