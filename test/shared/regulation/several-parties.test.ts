import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../shared/case-file.ts';
import { listOf } from '../../../shared/procedure/paper-values.ts';
import { findingsOfIssue } from '../../../shared/regulation/issue-findings.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import { withPaper, withValues } from '../../support/change-case-file.ts';
import { party } from '../../support/case-values.ts';
import { judgementOf } from '../../support/judgement.ts';
import { ofPerson, person, twoParties, withoutOfPerson, withValuesOfPerson } from '../../support/two-parties.ts';

const said = (file: CaseFile, checkId: string, moment: 'live' | 'filing' = 'filing') =>
  judge(judgementOf(file), moment)
    .filter((finding) => finding.checkId === checkId)
    .map(({ sentence }) => sentence);
const fine = (amount: number) => [{ kind: '罚款', amount, basis: '第二十五条' }];
/** The case with the person's receipt of a paper made different. */
const servedPerson = (templateId: string, change: (file: CaseFile, receiptId: string) => CaseFile): CaseFile => {
  const file = twoParties();
  const served = ofPerson(file, templateId).id;
  const receipt = file.papers.find(({ values }) => listOf({ values }, 'documents').includes(served));
  return change(file, receipt?.id ?? '');
};

it('finds nothing in a case in which both parties have everything', () => {
  expect(judge(judgementOf(twoParties()), 'filing')).toEqual([]);
});

describe('each party is judged by their own papers, and named', () => {
  it.each([
    [
      'R22a',
      'the notice of one was never served',
      servedPerson('J21', (file, id) => ({ ...file, papers: file.papers.filter((paper) => paper.id !== id) })),
      '陈福来：没有事先告知书的送达记录，不能作出行政处罚决定书。',
    ],
    [
      'R22b',
      'nothing of what one said',
      withoutOfPerson(twoParties(), 'J23'),
      '陈福来：没有陈述申辩笔录，也没有放弃权利或者逾期未提出的书面记录。',
    ],
    [
      'R22c',
      'a fine above the line for persons',
      withValuesOfPerson(withValuesOfPerson(twoParties(), 'J21', { penalties: fine(1_000) }), 'J32', {
        penalties: fine(1_000),
      }),
      '陈福来：拟处罚达到应当告知听证的情形，告知书没有告知听证权利。',
    ],
    ['R23a', 'no approval for one', withoutOfPerson(twoParties(), 'J31'), '陈福来：行政处罚决定书没有决定审批表。'],
    [
      'R26a',
      'an element missing',
      withValuesOfPerson(twoParties(), 'J32', { payAccount: '', performBy: '' }),
      '陈福来：决定书没有载明履行方式和时间。',
    ],
    [
      'R26d',
      'a wrong ID number',
      withValuesOfPerson(twoParties(), 'J32', { partyIdNumber: '440524188001010015' }),
      '陈福来：',
    ],
    [
      'B05',
      'the address of the other',
      withValuesOfPerson(twoParties(), 'J21', { partyAddress: party.address }),
      `陈福来：行政处罚（处理）事先告知书的当事人住所“${party.address}”与立案时的“${person.address}”不一致。`,
    ],
    [
      'B05',
      'a code of nobody',
      withValues(twoParties(), 'J32', { partyUscc: '91350100M000100Y44' }),
      `${party.name}：`,
    ],
    [
      'B07',
      'another fine than approved',
      withValuesOfPerson(twoParties(), 'J31', { penalties: fine(800) }),
      '陈福来：罚款金额：决定书为900元，行政执法决定审批表为800元，应当一致。',
    ],
    [
      'B07',
      'less paid than imposed',
      withValuesOfPerson(twoParties(), 'J39', {
        payments: [{ at: '2026-04-15', item: '罚款', amount: 500, voucherNo: '1' }],
      }),
      '陈福来：缴款合计500元，少于决定的900元，不是全部履行。',
    ],
    [
      'B08',
      'a fine heavier than told',
      withValuesOfPerson(twoParties(), 'J21', { penalties: fine(500) }),
      '陈福来：罚款900元重于告知的500元；不得因申辩加重处罚，确需加重的须重新告知。',
    ],
    [
      'D02',
      'a defence not reviewed',
      withoutOfPerson(twoParties(), 'J24'),
      '陈福来：当事人提出了陈述申辩，决定前没有复核意见。',
    ],
    [
      'F01',
      'a decision without a receipt',
      servedPerson('J32', (file, id) => ({ ...file, papers: file.papers.filter((paper) => paper.id !== id) })),
      '陈福来：行政处罚决定书没有送达回证。',
    ],
    [
      'R27a',
      'nothing of how one performed',
      withoutOfPerson(twoParties(), 'J39'),
      '陈福来：行政处罚决定书没有履行情况记录，也没有催告、申请执行或者其他终结依据。',
    ],
    [
      'R30a',
      'a receipt with the paper of the other',
      servedPerson('J32', (file, id) => ({
        ...file,
        papers: file.papers.map((paper) => (paper.id === id ? { ...paper, partyId: party.householdId } : paper)),
      })),
      `${party.name}：送达的行政处罚决定书是给陈福来的，应当另做一份受送达人为陈福来的送达回证。`,
    ],
    [
      'H01',
      'closed as performed, though one has not',
      withValuesOfPerson(twoParties(), 'J39', { performed: '部分履行' }),
      '陈福来：履行情况为“部分履行”，不能按“正常结案”办理。',
    ],
  ] as const)('%s: %s', (checkId, _, file, sentence) => {
    const found = said(file, checkId);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((text) => text.startsWith(sentence))).toBe(true);
  });

  it('takes the line for firms for the firm', () => {
    expect(
      said(
        withValues(withValues(twoParties(), 'J21', { penalties: fine(29_000) }), 'J32', { penalties: fine(29_000) }),
        'R22c',
      ),
    ).toEqual([]);
    expect(
      said(
        withValues(withValues(twoParties(), 'J21', { penalties: fine(30_000) }), 'J32', { penalties: fine(30_000) }),
        'R22c',
      ),
    ).toEqual([`${party.name}：拟处罚达到应当告知听证的情形，告知书没有告知听证权利。`]);
  });

  it('says what concerns them all once, and of nobody', () => {
    const file = twoParties();
    expect(said({ ...file, papers: file.papers.filter(({ templateId }) => templateId !== 'J18') }, 'V06')).toEqual([
      '主要环节“调查”没有文书（调查终结报告）。',
    ]);
  });

  it('compares the amounts of a joint approval with nobody’s', () => {
    expect(said(withPaper(withoutOfPerson(twoParties(), 'J31'), 'J31', { partyId: null }), 'B07')).toEqual([]);
  });

  it('names a missed period by its party', () => {
    const file = servedPerson('J32', (whole, id) => ({
      ...whole,
      papers: whole.papers.map((paper) =>
        paper.id === id ? { ...paper, values: { ...paper.values, servedAt: '2026-03-20' } } : paper,
      ),
    }));
    expect(said(file, 'R30c')[0]).toMatch(/^陈福来：送达日/);
  });

  it('asks for the proof of who each of them is', () => {
    const file = twoParties();
    const exhibits = file.exhibits.filter(({ title }) => !title.includes('身份证'));
    expect(judge(judgementOf({ ...file, exhibits }), 'filing')).toMatchObject([
      {
        checkId: 'V02',
        severity: 'warn',
        sentence: '本案有2名当事人，卷内只有1件主体资格证明，请核对是否每名当事人都有。',
      },
    ]);
  });

  it('is not asked of who has left the case', () => {
    const { parties, ...file } = withoutOfPerson(twoParties(), 'J23', 'J24', 'J31', 'J32', 'J39', 'J40');
    expect(
      judge(
        judgementOf({
          ...file,
          parties: parties.slice(0, 1),
          formerParties: [{ ...person, leftAt: '2026-03-26T09:00', reason: '没有直接责任' }],
        }),
        'filing',
      ),
    ).toEqual([]);
  });
});

it('the decision of one can go out though the other has not been heard', () => {
  const file = withoutOfPerson(twoParties(), 'J21', 'J23', 'J24', 'J31', 'J32', 'J39', 'J40');
  const decision = file.papers.find(({ templateId }) => templateId === 'J32')!;
  const draft = { ...decision, status: 'draft' as const, issuedAt: null };
  const open = {
    ...file,
    volume: null,
    papers: file.papers
      .filter(({ templateId }) => !['J39', 'J45', 'J49'].includes(templateId))
      .map((paper) => (paper.id === draft.id ? draft : paper)),
  };
  expect(
    findingsOfIssue(judgementOf(open), draft, '2026-04-03T16:00').filter(({ severity }) => severity === 'veto'),
  ).toEqual([]);
});
