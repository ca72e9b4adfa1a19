import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../shared/case-file.ts';
import { obstaclesToClose } from '../../../shared/procedure/closing.ts';
import { guideOf } from '../../../shared/procedure/guide.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { paperIn, plusPaper, without, withValues } from '../../support/change-case-file.ts';
import { definitions, judgementOf } from '../../support/judgement.ts';

const closing = (file: CaseFile, closeType: string): string[] => {
  const changed = withValues(file, 'J45', { closeType });
  return obstaclesToClose(changed, definitions.templates, paperIn(changed, 'J45')).map(({ sentence }) => sentence);
};
const unpaid = withValues(aCaseFile(), 'J39', { performed: '未履行', nextStep: '申请法院强制执行' });
const atCourt = plusPaper(unpaid, 'J44', '强制执行申请书', '2026-10-20', {});

describe('a decision that was not performed is told before the approvals, with the ways of closing there are', () => {
  test.each<[string, CaseFile, string, RegExp | null]>([
    ['performed', aCaseFile(), '正常结案', null],
    [
      'not performed',
      unpaid,
      '正常结案',
      /行政处罚决定书没有全部履行，不能按“正常结案”送审.*“已申请法院执行”.*“终结执行”/,
    ],
    ['no record of performing', without(aCaseFile(), 'J39'), '正常结案', /没有全部履行/],
    ['not performed, no application', unpaid, '已申请法院执行', /还没有出具强制执行申请书/],
    ['at the court', atCourt, '已申请法院执行', null],
    ['execution ended by law', unpaid, '终结执行', null],
    ['moved, no letter', unpaid, '移送', /还没有出具案件移送函/],
    ['moved', plusPaper(unpaid, 'J36b', '案件移送函', '2026-04-20', {}), '移送', null],
  ])('%s (%#)', (_, file, way, says) => {
    const said = closing(file, way);
    if (says === null) expect(said).toEqual([]);
    else expect(said).toEqual([expect.stringMatching(says)]);
  });

  test('the application in a case of its own counts', () => {
    const linked = [
      {
        id: 'enforcing',
        number: '',
        causeName: '',
        procedure: 'enforcement',
        stands: 'later' as const,
        papers: [paperIn(atCourt, 'J44')],
      },
    ];
    expect(closing({ ...unpaid, linked }, '已申请法院执行')).toEqual([]);
  });

  test('a warning asks nothing of the party', () => {
    const warned = withValues(without(aCaseFile(), 'J39'), 'J32', {
      penalties: [{ kind: '警告', basis: '第二十五条' }],
    });
    expect(closing(warned, '正常结案')).toEqual([]);
  });
});

describe('音像资料登记 is asked where there is something to register', () => {
  const stateOf = (file: CaseFile) =>
    guideOf(judgementOf(file)).find(({ step }) => step.id === 'register-recordings')?.state;
  const unregistered = without(aCaseFile(), 'J53');
  const unrecorded = {
    ...unregistered,
    exhibits: unregistered.exhibits.filter(({ mime }) => !/^(audio|video)/.test(mime)),
  };

  test.each<[string, CaseFile, string]>([
    ['registered', aCaseFile(), 'done'],
    ['recorded, not registered', unregistered, 'current'],
    ['nothing recorded, its reason in the record', unrecorded, 'not-needed'],
    [
      'taken over from another case, where it is registered',
      { ...unrecorded, exhibits: unregistered.exhibits.map((exhibit) => ({ ...exhibit, fromCaseId: 'other' })) },
      'not-needed',
    ],
  ])('%s: %#', (_, file, state) => {
    expect(stateOf(file)).toBe(state);
  });
});
