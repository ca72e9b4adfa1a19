import { describe, expect, test } from 'vitest';
import {
  causeChanges,
  type CauseForm,
  emptyForm,
  formOf,
  type Part,
} from '../../../../renderer/parts/editions/cause-words.ts';
import { readForm } from '../../../../renderer/screens/settings/causes/cause-form.ts';
import { nextOwnId } from '../../../../renderer/screens/settings/causes/own-id.ts';
import { definitions } from '../../../support/judgement.ts';

const { causes, laws, procedures } = definitions;
const around = { causes, laws, procedures };

test('every 案由 reads back from its form as it was', () => {
  for (const cause of causes) {
    const { cause: read, faults } = readForm(cause.id, formOf(cause, laws), around);
    expect([...faults], cause.id).toEqual([]);
    expect(read).toEqual(cause);
  }
});

const own: CauseForm = {
  ...emptyForm(),
  name: '本局的案由',
  procedures: ['correction'],
  violated: '《劳动合同法》第九十二条第一款（自2013-07-01起）\n\n《某省条例》第三条（自2019-01-01起）（未经核实）',
  evidence: '考勤记录：实际工作时间\n工资表',
  steps: '改正：不处罚款',
};

test('lines are read as they are typed', () => {
  expect(readForm('own-001', own, around).cause).toMatchObject({
    violated: [
      { law: '劳动合同法', article: 92, paragraph: 1, from: '2013-07-01', unverified: false },
      { law: '某省条例', article: 3, from: '2019-01-01', unverified: true },
    ],
    evidence: [
      { name: '考勤记录', proves: '实际工作时间' },
      { name: '工资表', proves: '' },
    ],
    discretion: { steps: [{ circumstances: '改正', consequence: '不处罚款' }] },
  });
});

describe('what cannot be is said at its part', () => {
  test.each<[string, Partial<CauseForm>, Part, string]>([
    ['no name', { name: ' ' }, 'name', '请写明违法行为'],
    ['the name of another', { name: '使用童工' }, 'name', '与别的案由同名'],
    ['no procedure', { procedures: [] }, 'procedures', '请选择至少一个流程'],
    ['a line that is no provision', { violated: '劳动法四十一条' }, 'violated', '读不出来'],
    ['two in a line', { violated: '《劳动法》第四十一条、第四十三条' }, 'violated', '一行写一条'],
    ['no provision', { violated: '' }, 'violated', '请至少写一条规定'],
    ['an article the law does not have', { penal: '《劳动合同法》第九十九条' }, 'penal', '只有98条'],
    ['a step without what follows', { steps: '改正' }, 'steps', '情形：后果'],
    ['a trigger without a reason', { hearing: [{ penalties: [], amount: 1, reason: '' }] }, 'hearing', '理由'],
  ])('%s', (_, part, where, says) => {
    const { cause, faults } = readForm('own-001', { ...own, ...part }, around);
    expect(cause).toBeNull();
    expect(faults.get(where)).toContain(says);
  });
});

test('what was changed is told part by part', () => {
  expect(causeChanges(own, { ...own, correction: '改正', procedures: ['correction', 'handling'] })).toEqual([
    { where: '可以适用的流程', before: 'correction', after: 'correction、handling' },
    { where: '责令改正内容', before: '', after: '改正' },
  ]);
  expect(causeChanges(own, own)).toEqual([]);
});

test.each<[string[], string]>([
  [[], 'own-001'],
  [['overtime'], 'own-001'],
  [['own-001', 'own-003'], 'own-004'],
])('the next own id after %j', (ids, next) => {
  expect(nextOwnId(ids.map((id) => ({ id })))).toBe(next);
});
