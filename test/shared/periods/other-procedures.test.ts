import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../shared/case-file.ts';
import { caseFile, paper, period, periods, receipt } from './case.ts';
import { aRule } from './data.ts';

const at = (day: string) => `${day}T10:00:00+08:00`;
const running = (today: string, papers: Paper[]) =>
  periods(caseFile(today, { papers })).map(({ ruleId, due, metAt }) => [ruleId, due, metAt]);

describe('许可', () => {
  const received = paper('X02', null, { receivedAt: '2026-03-02', matter: '劳务派遣经营许可' });
  const accepted = (matter: string) => paper('X05', at('2026-03-06'), { acceptedAt: '2026-03-06', matter });

  it('must be accepted or answered in five working days, and decided in twenty', () => {
    expect(running('2026-03-03', [received])).toEqual([['X5', '2026-03-09', null]]);
    expect(running('2026-03-10', [received, accepted('劳务派遣经营许可')])).toEqual([
      ['X5', '2026-03-09', '2026-03-06'],
      ['X20', '2026-04-03', null],
    ]);
  });

  it('gives a school three months instead, and a 人力资源服务 licence twenty working days from acceptance', () => {
    expect(running('2026-03-10', [accepted('民办职业培训学校设立许可')])).toEqual([['XM3', '2026-06-08', null]]);
    expect(running('2026-03-10', [accepted('人力资源服务许可')])).toEqual([['XR20', '2026-04-03', null]]);
  });

  it('starts service, filing and the remedies with the decision', () => {
    const refusal = paper('X12', at('2026-03-20'), { decidedAt: '2026-03-20' });
    const file = caseFile('2026-04-01', { papers: [refusal, receipt([refusal], '2026-03-23')] });
    expect(
      periods(file)
        .map(({ ruleId }) => ruleId)
        .toSorted(),
    ).toEqual(['F60', 'F6M', 'S35']);
    expect(period(file, 'S35')).toMatchObject({ from: '2026-03-23', statutory: '2026-04-22' });
  });
});

describe('工伤认定', () => {
  it('is decided in 60 days without the time of 中止, and served in 20', () => {
    const accepted = paper('G03', at('2021-08-02'), { acceptedAt: '2021-08-02' });
    const change = {
      ruleId: 'G60',
      kind: 'suspension' as const,
      n: null,
      from: '2021-08-22',
      to: '2021-11-10',
      basis: '工伤条例20',
    };
    const file = caseFile('2021-12-01', { papers: [accepted], periodChanges: [change] });
    expect(period(file, 'G60')).toMatchObject({ due: '2021-12-20', metAt: null });
    const decision = paper('G09', at('2021-12-15'), { decidedAt: '2021-12-15' });
    const served = {
      ...file,
      papers: [accepted, decision, receipt([decision], '2021-12-20'), receipt([decision], '2021-12-28')],
    };
    expect(period(served, 'G60').metAt).toBe('2021-12-15');
    expect(period(served, 'G20')).toMatchObject({ due: '2022-01-04', metAt: '2021-12-28' });
    expect(period(served, 'F60').from).toBe('2021-12-28');
  });

  it('may be applied for within a year of the accident, or of the diagnosis of an occupational disease', () => {
    const application = (injuryKind: string) =>
      paper('G01', null, {
        injuryKind,
        accidentAt: '2025-03-01T08:00',
        diagnosedAt: '2025-06-02',
        appliedAt: '2026-04-01',
      });
    expect(period(caseFile('2026-04-02', { papers: [application('事故伤害')] }), 'G1Y')).toMatchObject({
      from: '2025-03-01',
      statutory: '2026-03-01',
      due: '2026-03-02',
      metAt: '2026-04-01',
    });
    expect(period(caseFile('2026-04-02', { papers: [application('职业病')] }), 'G1Y').statutory).toBe('2026-06-02');
  });
});

describe('复议和诉讼', () => {
  const answer = (procedureKind: string) => paper('F01', null, { recvAt: '2026-02-06', procedureKind });
  it('are answered in ten, five or fifteen days', () => {
    expect(running('2026-02-07', [answer('普通程序')])).toEqual([['FR10', '2026-02-27', null]]);
    expect(running('2026-02-07', [answer('简易程序')])).toEqual([['FR5', '2026-02-13', null]]);
    expect(running('2026-02-07', [paper('F02', null, { recvAt: '2026-02-05' })])).toEqual([
      ['FS15', '2026-02-24', null],
    ]);
  });
});

/** 行诉法34, 67; 复议法48, 70: the period is met by the answer and the evidence and its basis, not by the answer alone. */
describe('an answer in 复议 or a suit', () => {
  const answered = paper('F01', at('2026-02-25'), { recvAt: '2026-02-06', procedureKind: '普通程序' });
  const defended = paper('F02', at('2026-02-20'), { recvAt: '2026-02-05' });
  const evidence = (day: string) => paper('F03', at(day), { submittedAt: day });
  const basis = (day: string) => paper('F04', at(day), { submittedAt: day });
  const delay = paper('F08', null, {
    kind: '准许延期提供证据通知书',
    receivedAt: '2026-02-22',
    countsFrom: '2026-03-10',
  });
  const state = (papers: Paper[], id: string) => {
    const { due, metAt } = period(caseFile('2026-03-01', { papers }), id);
    return [due, metAt, metAt !== null && due !== null && metAt <= due];
  };

  it.each([
    ['nothing but the answer', [], null, false],
    ['the evidence without its basis', [evidence('2026-02-26')], null, false],
    ['both on the last day', [evidence('2026-02-27'), basis('2026-02-26')], '2026-02-27', true],
    ['both, one of them a day late', [evidence('2026-02-26'), basis('2026-02-28')], '2026-02-28', false],
    ['all before the answer', [evidence('2026-02-10'), basis('2026-02-10')], '2026-02-25', true],
  ])('复议: %s', (_, more, metAt, inTime) =>
    expect(state([answered, ...more], 'FR10')).toEqual(['2026-02-27', metAt, inTime]),
  );

  it.each([
    ['nothing but the answer', [], null],
    ['evidence and basis', [evidence('2026-02-24'), basis('2026-02-20')], '2026-02-24'],
    // The court allowed the evidence later: 行诉解释34 gives it a time of its own.
    ['the basis, the evidence put off', [basis('2026-02-20'), delay], '2026-02-22'],
  ])('诉讼: %s', (_, more, metAt) => expect(state([defended, ...more], 'FS15')[1]).toBe(metAt));

  it('says what is missing, and nothing before the answer is out', () => {
    const { note } = period(caseFile('2026-03-01', { papers: [answered, evidence('2026-02-26')] }), 'FR10');
    expect(note).toBe(
      '还没有提交依据（法律依据目录），不算完成：不按期提出书面答复并提交证据、依据的，视为没有证据、依据（复议法70）。',
    );
    expect(
      period(caseFile('2026-02-20', { papers: [{ ...answered, status: 'draft', issuedAt: null }] }), 'FR10'),
    ).toMatchObject({
      note: null,
      metAt: null,
    });
  });

  it('a draft of the evidence is not handed in', () =>
    expect(
      state([answered, { ...evidence('2026-02-26'), status: 'draft', issuedAt: null }, basis('2026-02-26')], 'FR10')[1],
    ).toBeNull());
});

describe('other papers', () => {
  it.each([
    [
      'registered evidence is dealt with in seven working days',
      paper('J13', at('2021-09-24'), { startAt: '2021-09-24T09:00' }),
      'P7a',
      '2021-10-09',
    ],
    [
      'an urgent measure is approved within 24 hours',
      paper('Q01a', null, { urgent: true, startedAt: '2026-03-06T15:30' }),
      'Q24',
      '2026-03-07T15:30',
    ],
    [
      'things are sealed for 30 days',
      paper('Q01b', at('2026-03-06'), { kind: '查封', periodFrom: '2026-03-06' }),
      'Q30',
      '2026-04-07',
    ],
    [
      'a crime goes to the police within 24 hours of the approval',
      paper('J37', null, { approvedAt: '2026-03-06T15:30' }),
      'Y24',
      '2026-03-07T15:30',
    ],
    ['an audit is announced three days before', paper('S01', null, { at: '2026-03-06' }), 'A3', '2026-03-03'],
    [
      'a public notice serves after 30 days',
      paper('J42', at('2026-03-06'), { postedAt: '2026-03-06' }),
      'DN30',
      '2026-04-05',
    ],
    [
      'a fine on the spot is paid in 15 days',
      paper('J34', at('2026-03-06'), { at: '2026-03-06T15:30', kind: '罚款' }),
      'P15',
      '2026-03-23',
    ],
    [
      'a fine on the spot could be taken to court at once',
      paper('J34', at('2023-12-31'), { at: '2023-12-31T15:30', kind: '罚款' }),
      'F6M',
      '2024-07-01',
    ],
  ])('%s', (_, item, id, due) => {
    expect(period(caseFile('2026-03-07', { papers: [item] }), id)).toMatchObject({ subjectId: item.id, due });
  });

  it.each([
    ['an audit without notice', paper('S01', null, { at: '2026-03-06', noAdvance: true }), 'A3'],
    ['a measure that was approved first', paper('Q01a', null, { urgent: false, startedAt: '2026-03-06T15:30' }), 'Q24'],
    ['a warning on the spot', paper('J34', at('2026-03-06'), { at: '2026-03-06T15:30', kind: '警告' }), 'P15'],
    [
      'a fine on the spot since it goes to reconsideration first (行政复议法23)',
      paper('J34', at('2024-01-01'), { at: '2024-01-01T09:00', kind: '罚款' }),
      'F6M',
    ],
  ])('%s starts nothing', (_, item, id) => expect(periods(caseFile('2026-03-07', { papers: [item] }), id)).toEqual([]));

  it('start a rule once, by its first event', () => {
    const twice = aRule({
      start: [
        { paper: 'G01', field: 'diagnosedAt' },
        { paper: 'G01', field: 'accidentAt' },
      ],
    });
    const file = caseFile('2026-03-07', {
      papers: [paper('G01', at('2026-03-06'), { diagnosedAt: '2026-03-05', accidentAt: '2026-03-01T08:00' })],
    });
    expect(periods(file, 'T1', [twice]).map(({ from }) => from)).toEqual(['2026-03-05']);
  });
});
