import { describe, expect, test } from 'vitest';
import { carried } from '../../../shared/procedure/carry.ts';
import { drafted } from '../../../shared/procedure/drafts.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { without } from '../../support/change-case-file.ts';

const file = aCaseFile();

describe('what the file tells by itself', () => {
  test.each<[string, unknown]>([
    [
      'investigation',
      '2026年3月3日立案，2026年3月6日现场检查，2026年3月9日询问法定代表人陈福来，2026年3月9日提取2026年1月、2月考勤记录。',
    ],
    [
      'notification',
      '2026年3月24日直接送达事先告知书（辽人社监告字〔2026〕第001号），告知当事人有陈述、申辩的权利，2026年3月27日听取当事人陈述、申辩，经复核，申辩理由不成立，维持拟作出的处罚。',
    ],
    [
      'course',
      '2026年3月3日立案，2026年3月6日现场检查，2026年3月9日询问法定代表人陈福来，2026年3月9日提取2026年1月、2月考勤记录，2026年3月24日直接送达事先告知书，2026年3月27日听取当事人陈述、申辩，2026年4月3日作出行政处罚决定（辽人社监罚字〔2026〕第001号），2026年4月7日送达当事人。',
    ],
    ['execution', '全部履行。2026年4月15日缴纳罚款3600元（凭证号2204000012）。'],
    ['firstOfficer', '王建国'],
    ['regulationDesk', '赵强'],
    ['unheardOf', undefined],
  ])('%s', (name, text) => {
    expect(drafted(name, file)).toBe(text);
  });

  test('evidence: every exhibit with what it proves, then the records', () => {
    expect(drafted('evidence', file)).toBe(
      '1．现场检查录像，证明12名职工每月加班超过36小时；2．调查询问录像，证明12名职工每月加班超过36小时；3．2026年1月、2月考勤记录（复制件），证明12名职工每月加班超过36小时；4．现场检查（勘验）笔录；5．调查询问笔录（陈福来）。',
    );
  });

  test('an evidence paragraph is no longer than its field, and says how many are left out', () => {
    const [exhibit] = file.exhibits;
    if (exhibit === undefined) throw new Error('no exhibit');
    const exhibits = Array.from({ length: 100 }, (_, index) => ({
      ...exhibit,
      title: `工资支付表第${index + 1}页`,
      proves: '没有足额支付劳动报酬',
      stepId: 'collect-evidence',
    }));
    const text = String(drafted('evidence', { ...file, exhibits }));
    expect([...text].length).toBeLessThanOrEqual(2_000);
    expect(text).toMatch(/；另有\d+项，见证据目录。$/);
  });

  test.each(['investigation', 'notification', 'course', 'execution', 'evidence', 'extracted', 'extractedNames'])(
    '%s says nothing of an empty file',
    (name) => {
      expect(drafted(name, { ...file, papers: [], exhibits: [] })).toBeUndefined();
    },
  );

  test('what 法制审核 reads: the papers so far with their numbers, and how much evidence there is', () => {
    const before = file.papers.filter(({ issuedAt }) => (issuedAt ?? '') < '2026-03-23');
    expect(drafted('reviewMaterials', { ...file, papers: before })).toBe(
      '立案审批表（辽人社监立字〔2026〕第001号）、调查询问通知书（辽人社监询字〔2026〕第001号）、送达回证、现场检查（勘验）笔录、调查询问笔录、证据提取单、调查终结报告（辽人社监结调字〔2026〕第001号）、证据5件',
    );
  });

  test('of several people at the desk of 法规科 none is picked', () => {
    const desk = file.officers.map((officer) => ({ ...officer, roles: ['法规科' as const] }));
    expect(drafted('regulationDesk', { ...file, officers: desk })).toBeUndefined();
  });

  test('a hearing that was asked for and held is told in its order', () => {
    const [notice, defence] = ['J21', 'J23'].map((id) => file.papers.find(({ templateId }) => templateId === id));
    if (notice === undefined || defence === undefined) throw new Error('no notice');
    const asked = { ...defence, values: { ...defence.values, hearingRequested: true } };
    const held = { ...defence, id: 'hearing', templateId: 'J26', values: { startAt: '2026-04-10T09:00' } };
    const papers = [
      ...file.papers.filter(({ templateId }) => templateId !== 'J23' && templateId !== 'J24'),
      asked,
      held,
    ];
    expect(drafted('notification', { ...file, papers })).toMatch(
      /权利，2026年3月27日听取当事人陈述、申辩，当事人要求听证，2026年4月10日举行听证。$/,
    );
  });

  test('a party who let the term pass, or waived, is said so', () => {
    const said = (form: string) =>
      drafted('notification', {
        ...without(file, 'J24'),
        papers: without(file, 'J24').papers.map((paper) =>
          paper.templateId === 'J23' ? { ...paper, values: { ...paper.values, form } } : paper,
        ),
      });
    expect(said('逾期未提出记录')).toContain('期限届满，当事人没有提出陈述、申辩。');
    expect(said('放弃权利记录')).toContain('当事人明确表示放弃陈述、申辩。');
  });
});

describe('an extraction sheet', () => {
  const [paper] = without(file, 'J15').exhibits.filter(({ stepId }) => stepId === 'collect-evidence');
  const bare = without(file, 'J15');

  test('takes up what no sheet has taken up yet, with what all of it has in common', () => {
    if (paper === undefined) throw new Error('no exhibit');
    const slip = { ...paper, id: 'slip', title: '工资支付表', proves: '没有支付加班工资', source: '财务室' };
    const two = { ...bare, exhibits: [paper, slip] };
    expect(drafted('extracted', two)).toEqual([paper.id, 'slip']);
    expect(drafted('extractedNames', two)).toBe('2026年1月、2月考勤记录、工资支付表');
    expect(drafted('extractedKind', two)).toBe('书证');
    expect(drafted('extractedOriginality', two)).toBe('复制件');
    expect(drafted('extractedSource', two)).toBe('当事人提供、财务室');
    expect(drafted('extractedKind', { ...bare, exhibits: [paper, { ...slip, kind: '物证' }] })).toBeUndefined();
  });

  test('nothing twice', () => {
    if (paper === undefined) throw new Error('no exhibit');
    const taken = file.papers.map((one) =>
      one.templateId === 'J15' ? { ...one, values: { ...one.values, exhibits: [paper.id] } } : one,
    );
    expect(drafted('extracted', { ...file, papers: taken })).toBeUndefined();
  });
});

test('a draft is marked like everything that was carried over', () => {
  const field = {
    key: 'process',
    label: '调查经过',
    type: 'longText' as const,
    required: true,
    from: 'draft.investigation',
  };
  expect(carried(field, file)).toMatchObject({ origin: '按本案材料拟写' });
});
